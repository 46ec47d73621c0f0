"""A tiny autograd engine over NumPy arrays, and an MLP on top of it."""
import math
import numpy as np

def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for i, n in enumerate(shape):
        if n == 1 and grad.shape[i] != 1:
            grad = grad.sum(axis=i, keepdims=True)
    return grad

class Tensor:
    def __init__(self, data, _children=()):
        self.data = np.array(data, dtype=np.float64)
        self.grad = np.zeros_like(self.data)
        self._prev, self._backward = _children, lambda: None
    def __add__(self, other):
        other = other if isinstance(other, Tensor) else Tensor(other)
        out = Tensor(self.data + other.data, (self, other))
        def _backward():
            self.grad += unbroadcast(out.grad, self.data.shape)
            other.grad += unbroadcast(out.grad, other.data.shape)
        out._backward = _backward
        return out
    def __sub__(self, other):
        return self + other * -1.0
    def __mul__(self, other):
        other = other if isinstance(other, Tensor) else Tensor(other)
        out = Tensor(self.data * other.data, (self, other))
        def _backward():
            self.grad += unbroadcast(other.data * out.grad, self.data.shape)
            other.grad += unbroadcast(self.data * out.grad, other.data.shape)
        out._backward = _backward
        return out
    def __pow__(self, k):
        out = Tensor(self.data ** k, (self,))
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out
    def __matmul__(self, other):
        out = Tensor(self.data @ other.data, (self, other))
        def _backward():
            self.grad += out.grad @ other.data.T
            other.grad += self.data.T @ out.grad
        out._backward = _backward
        return out
    def tanh(self):
        t = np.tanh(self.data)
        out = Tensor(t, (self,))
        def _backward():
            self.grad += (1 - t ** 2) * out.grad
        out._backward = _backward
        return out
    def mean(self):
        out = Tensor(self.data.mean(), (self,))
        def _backward():
            self.grad += out.grad / self.data.size * np.ones_like(self.data)
        out._backward = _backward
        return out
    def gelu(self):
        inner = (self + self ** 3 * 0.044715) * math.sqrt(2 / math.pi)
        return self * 0.5 * (inner.tanh() + 1.0)
    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)
        build(self)
        self.grad = np.ones_like(self.data)
        for v in reversed(topo):
            v._backward()

class MLP:
    def __init__(self, sizes, rng):
        self.W = [Tensor(rng.normal(0, math.sqrt(2 / a), (a, b))) for a, b in zip(sizes, sizes[1:])]
        self.b = [Tensor(np.zeros(b)) for b in sizes[1:]]
    def __call__(self, x):
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            x = x @ W + b
            if i < len(self.W) - 1:
                x = x.gelu()
        return x
    def parameters(self):
        return self.W + self.b

class SGD:
    def __init__(self, params, lr=0.05, momentum=0.9):
        self.params, self.lr, self.momentum = params, lr, momentum
        self.velocity = [np.zeros_like(p.data) for p in params]
    def zero_grad(self):
        for p in self.params:
            p.grad.fill(0)
    def step(self):
        for i, p in enumerate(self.params):
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad
            p.data -= self.lr * self.velocity[i]

def mse_loss(pred, y):
    return ((pred - Tensor(y.reshape(pred.data.shape))) ** 2).mean()

def train_step(model, opt, x, y):
    opt.zero_grad()
    loss = mse_loss(model(Tensor(x)), y)
    loss.backward()
    opt.step()
    return float(loss.data)

if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.uniform(-2, 2, (200, 2))
    Y = np.sin(X[:, 0]) * X[:, 1]
    model = MLP([2, 16, 16, 1], rng)
    opt = SGD(model.parameters(), lr=0.02)
    for epoch in range(60):
        losses = [train_step(model, opt, X[k], Y[k]) for k in np.array_split(rng.permutation(200), 10)]
        print(f"epoch {epoch:3d}  loss {np.mean(losses):.5f}")
