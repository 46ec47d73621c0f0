from __future__ import annotations
import math
import numpy as np


class Linear:
    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator):
        bound = 1.0 / math.sqrt(n_in)
        self.weight = rng.uniform(-bound, bound, (n_out, n_in))
        self.bias = rng.uniform(-bound, bound, n_out)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, g):
        self.weight_grad = g.T @ self.x
        self.bias_grad = g.sum(0)
        return g @ self.weight

    def params(self):
        return [("weight", "weight_grad"), ("bias", "bias_grad")]


class GELU:
    C = math.sqrt(2.0 / math.pi)

    def __call__(self, x):
        self.x = x
        self.t = np.tanh(self.C * (x + 0.044715 * x ** 3))
        return 0.5 * x * (1.0 + self.t)

    def backward(self, g):
        x, t = self.x, self.t
        du = self.C * (1.0 + 3 * 0.044715 * x * x)
        return g * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * du)

    def params(self):
        return []


class CrossEntropyLoss:
    def __call__(self, logits, target):
        z = logits - logits.max(axis=1, keepdims=True)
        self.logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.target = target
        return -self.logp[np.arange(len(target)), target].mean()

    def backward(self):
        g = np.exp(self.logp)
        g[np.arange(len(self.target)), self.target] -= 1.0
        return g / len(self.target)


class SGD:
    def __init__(self, layers, lr=0.1, momentum=0.9):
        self.layers, self.lr, self.momentum = layers, lr, momentum
        self.buf = {}

    def step(self):
        for i, layer in enumerate(self.layers):
            for name, gname in layer.params():
                g = getattr(layer, gname)
                v = self.momentum * self.buf.get((i, name), 0.0) + g
                self.buf[(i, name)] = v
                setattr(layer, name, getattr(layer, name) - self.lr * v)


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g):
        for layer in self.layers[::-1]:
            g = layer.backward(g)


def main():
    rng = np.random.default_rng(42)
    y = rng.integers(0, 3, 240)
    ang = rng.normal(0, 0.25, 240) + y * 2.1
    r = rng.uniform(0.5, 1.5, 240)
    x = np.stack([r * np.cos(ang + r), r * np.sin(ang + r)], 1)

    net = Sequential(Linear(2, 16, rng), GELU(), Linear(16, 12, rng), GELU(), Linear(12, 3, rng))
    criterion = CrossEntropyLoss()
    opt = SGD(net.layers, lr=0.05)
    for epoch in range(20):
        order = rng.permutation(len(x))
        for s in range(0, len(x), 32):
            idx = order[s:s + 32]
            loss = criterion(net(x[idx]), y[idx])
            net.backward(criterion.backward())
            opt.step()
        if epoch % 5 == 0:
            print(f"epoch {epoch:3d}  loss {loss:.4f}")
    print("acc", (net(x).argmax(1) == y).mean())


if __name__ == "__main__":
    main()
