from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

C = math.sqrt(2.0 / math.pi)


class Module:
    def params(self) -> list[tuple[np.ndarray, np.ndarray]]:
        return []


class Linear(Module):
    def __init__(self, fan_in: int, fan_out: int, rng: np.random.Generator):
        bound = 1.0 / math.sqrt(fan_in)
        self.w = rng.uniform(-bound, bound, size=(fan_out, fan_in))
        self.b = rng.uniform(-bound, bound, size=fan_out)
        self.gw = np.zeros_like(self.w)
        self.gb = np.zeros_like(self.b)

    def __call__(self, x):
        self.x = x
        return x @ self.w.T + self.b

    def backward(self, g):
        self.gw += g.T @ self.x
        self.gb += g.sum(0)
        return g @ self.w

    def params(self):
        return [(self.w, self.gw), (self.b, self.gb)]


class GELU(Module):
    def __call__(self, x):
        self.x = x
        self.t = np.tanh(C * (x + 0.044715 * x**3))
        return 0.5 * x * (1.0 + self.t)

    def backward(self, g):
        dt = (1.0 - self.t**2) * C * (1.0 + 3 * 0.044715 * self.x**2)
        return g * (0.5 * (1.0 + self.t) + 0.5 * self.x * dt)


class CrossEntropy:
    def __call__(self, logits, target):
        z = logits - logits.max(-1, keepdims=True)
        self.p = np.exp(z) / np.exp(z).sum(-1, keepdims=True)
        self.target = target
        return -np.log(self.p[np.arange(len(target)), target]).mean()

    def backward(self):
        onehot = np.eye(self.p.shape[1])[self.target]
        return (self.p - onehot) / len(self.target)


@dataclass
class Sequential:
    layers: list = field(default_factory=list)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g):
        for layer in self.layers[::-1]:
            g = layer.backward(g)

    def params(self):
        return [p for layer in self.layers for p in layer.params()]


def zero_grad(model):
    for _, g in model.params():
        g[...] = 0.0


def sgd(model, lr):
    for p, g in model.params():
        p -= lr * g


def main():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(240, 2))
    y = (np.arctan2(x[:, 1], x[:, 0]) // (2 * np.pi / 3) + 2).astype(int) % 3
    model = Sequential([Linear(2, 12, rng), GELU(), Linear(12, 8, rng), GELU(), Linear(8, 3, rng)])
    criterion = CrossEntropy()
    for epoch in range(30):
        for i in range(0, 240, 24):
            loss = criterion(model(x[i:i + 24]), y[i:i + 24])
            zero_grad(model)
            model.backward(criterion.backward())
            sgd(model, lr=0.2)
        if epoch % 10 == 9:
            print(f"{epoch=} loss={loss:.4f} acc={(model(x).argmax(1) == y).mean():.3f}")


if __name__ == "__main__":
    main()
