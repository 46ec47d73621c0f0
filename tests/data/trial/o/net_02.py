"""
NumPy port of our PyTorch classifier, so it runs on the box without torch.
Same module names and the same calls as in train_torch.py.
"""
import math
import numpy as np


class Linear:
    def __init__(self, in_features, out_features, rng):
        k = 1.0 / math.sqrt(in_features)
        self.weight = rng.uniform(-k, k, (out_features, in_features))
        self.bias = rng.uniform(-k, k, out_features)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, grad_out):
        self.weight_grad += grad_out.T @ self.x
        self.bias_grad += grad_out.sum(axis=0)
        return grad_out @ self.weight


class LeakyReLU:
    def __init__(self, negative_slope=0.01):
        self.negative_slope = negative_slope

    def __call__(self, x):
        self.mask = x >= 0
        return np.where(self.mask, x, self.negative_slope * x)

    def backward(self, grad_out):
        return np.where(self.mask, grad_out, self.negative_slope * grad_out)


class CrossEntropyLoss:
    def __call__(self, logits, target):
        m = logits.max(axis=1, keepdims=True)
        logp = logits - m - np.log(np.exp(logits - m).sum(axis=1, keepdims=True))
        self.p, self.target = np.exp(logp), target
        return -logp[np.arange(len(target)), target].mean()

    def backward(self):
        g = self.p.copy()
        g[np.arange(len(g)), self.target] -= 1.0
        return g / len(g)


class Net:
    def __init__(self, n_in, n_hidden, n_classes, seed=0):
        rng = np.random.default_rng(seed)
        self.layers = [
            Linear(n_in, n_hidden, rng), LeakyReLU(),
            Linear(n_hidden, n_hidden, rng), LeakyReLU(),
            Linear(n_hidden, n_classes, rng),
        ]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)

    def modules(self):
        return [l for l in self.layers if isinstance(l, Linear)]


class SGD:
    def __init__(self, modules, lr):
        self.modules, self.lr = modules, lr

    def zero_grad(self):
        for m in self.modules:
            m.weight_grad.fill(0.0)

    def step(self):
        for m in self.modules:
            m.weight -= self.lr * m.weight_grad
            m.bias -= self.lr * m.bias_grad


def train(net, x, y, epochs=50, lr=0.1, batch_size=16, seed=0):
    criterion = CrossEntropyLoss()
    optimizer = SGD(net.modules(), lr=lr)
    rng = np.random.default_rng(seed)
    for epoch in range(epochs):
        perm = rng.permutation(len(x))
        running = 0.0
        for i in range(0, len(x), batch_size):
            idx = perm[i:i + batch_size]
            optimizer.zero_grad()
            loss = criterion(net.forward(x[idx]), y[idx])
            net.backward(criterion.backward())
            optimizer.step()
            running += loss * len(idx)
        if epoch % 10 == 0:
            print(f"epoch {epoch}: loss {running / len(x):.4f}")


if __name__ == "__main__":
    r = np.random.default_rng(1)
    y = r.integers(0, 3, 120)
    x = r.normal(size=(120, 2)) * 0.6 + np.array([[0, 2], [2, 0], [-2, -1]])[y]
    net = Net(2, 12, 3)
    train(net, x, y)
    print("acc", (net.forward(x).argmax(1) == y).mean())
