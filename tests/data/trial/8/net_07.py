"""tinynn: a very small deep learning library with a torch-like interface."""
import math
import unittest
import numpy as np


class Parameter:
    def __init__(self, data: np.ndarray):
        self.data = data
        self.grad = np.zeros_like(data)


class Module:
    def parameters(self): return []
    def __call__(self, x): return self.forward(x)


class Linear(Module):
    def __init__(self, in_features, out_features, rng):
        bound = 1.0 / math.sqrt(in_features)
        self.weight = Parameter(rng.uniform(-bound, bound, (out_features, in_features)))
        self.bias = Parameter(rng.uniform(-bound, bound, out_features))

    def forward(self, x):
        self._x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, grad):
        self.weight.grad += grad.T @ self._x
        self.bias.grad += grad.sum(axis=0)
        return grad @ self.weight.data

    def parameters(self):
        return [self.weight, self.bias]


class GELU(Module):
    C = math.sqrt(2.0 / math.pi)

    def forward(self, x):
        self._x = x
        self._t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1.0 + self._t)

    def backward(self, grad):
        x, t = self._x, self._t
        dinner = self.C * (1.0 + 0.044715 * x ** 2)
        return grad * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * dinner)


class Sequential(Module):
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers: x = layer(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers): grad = layer.backward(grad)
        return grad

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for layer in self.layers:
            if isinstance(layer, Linear):
                layer.weight.grad.fill(0.0)


class CrossEntropyLoss:
    """Mean over the batch of -log softmax(logits)[target]."""

    def __call__(self, logits, target):
        shifted = logits - logits.max(axis=1, keepdims=True)
        logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self._p, self._target = np.exp(logp), target
        return -logp[np.arange(len(target)), target].mean()

    def backward(self):
        g = self._p.copy()
        g[np.arange(len(g)), self._target] -= 1.0
        return g / len(g)


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.9):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.buf = [np.zeros_like(p.data) for p in self.params]

    def step(self):
        for p, b in zip(self.params, self.buf):
            b *= self.momentum
            b += p.grad
            p.data -= self.lr * b


class TestShapes(unittest.TestCase):
    def test_forward(self):
        net = build(np.random.default_rng(0))
        self.assertEqual(net(np.zeros((5, 4))).shape, (5, 3))


def build(rng):
    return Sequential(Linear(4, 10, rng), GELU(), Linear(10, 8, rng), GELU(),
                      Linear(8, 8, rng), GELU(), Linear(8, 6, rng), GELU(), Linear(6, 3, rng))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(150, 4))
    y = (X[:, 0] + X[:, 1] > 0).astype(int) + (X[:, 2] > 0.5)
    net, loss_fn = build(rng), CrossEntropyLoss()
    opt = SGD(net.parameters(), lr=0.01, momentum=0.9)
    for epoch in range(100):
        loss = loss_fn(net(X), y)
        net.zero_grad(); net.backward(loss_fn.backward()); opt.step()
        if epoch % 20 == 0: print(f"epoch {epoch:3d}  loss {loss:.4f}")
    unittest.main()
