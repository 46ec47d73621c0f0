from __future__ import annotations

from dataclasses import dataclass, field
from typing import List

import numpy as np


@dataclass
class Parameter:
    data: np.ndarray
    decay: bool = True
    grad: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.grad = np.zeros_like(self.data)


class Module:
    def parameters(self) -> List[Parameter]:
        return []

    def __call__(self, x: np.ndarray) -> np.ndarray:
        return self.forward(x)


class Linear(Module):
    """y = x @ weight.T + bias, weight has shape (out, in)."""

    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator) -> None:
        k = 1.0 / np.sqrt(n_in)
        self.weight = Parameter(rng.uniform(-k, k, (n_out, n_in)))
        self.bias = Parameter(rng.uniform(-k, k, n_out), decay=False)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self._x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, g: np.ndarray) -> np.ndarray:
        self.weight.grad += g.T @ self._x
        self.bias.grad += g.sum(axis=0)
        return g @ self.weight.data

    def parameters(self) -> List[Parameter]:
        return [self.weight, self.bias]


class SiLU(Module):
    def forward(self, x: np.ndarray) -> np.ndarray:
        self._x, self._s = x, 1.0 / (1.0 + np.exp(-x))
        return x * self._s

    def backward(self, g: np.ndarray) -> np.ndarray:
        return g * (self._s + self._x * self._s * (1.0 - self._s))


class Sequential(Module):
    def __init__(self, *layers: Module) -> None:
        self.layers = layers

    def forward(self, x: np.ndarray) -> np.ndarray:
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g: np.ndarray) -> None:
        for layer in reversed(self.layers):
            g = layer.backward(g)

    def parameters(self) -> List[Parameter]:
        return [p for layer in self.layers for p in layer.parameters()]


class SGD:
    def __init__(self, params: List[Parameter], lr: float, weight_decay: float = 0.0) -> None:
        self.params, self.lr, self.wd = params, lr, weight_decay

    def zero_grad(self) -> None:
        for p in self.params:
            p.grad[...] = 0.0

    def step(self) -> None:
        for p in self.params:
            g = p.grad + self.wd * p.data if p.decay else p.grad
            p.data -= self.lr * g


def mse(pred: np.ndarray, target: np.ndarray):
    diff = pred - target
    return np.mean(diff ** 2), 2.0 * diff / diff.size


def penalty(params: List[Parameter], wd: float) -> float:
    return 0.5 * wd * sum(np.sum(p.data ** 2) for p in params if p.decay)


def main() -> None:
    rng = np.random.default_rng(7)
    x = rng.uniform(-2, 2, (128, 3))
    y = np.stack([x[:, 0] * x[:, 1], np.sin(x[:, 2])], axis=1)
    net = Sequential(Linear(3, 16, rng), SiLU(), Linear(16, 12, rng), SiLU(), Linear(12, 2, rng))
    opt = SGD(net.parameters(), lr=0.1, weight_decay=1e-3)
    for epoch in range(200):
        opt.zero_grad()
        loss, g = mse(net(x), y)
        if epoch % 50 == 0:
            print(f"{epoch:4d} {loss + penalty(opt.params, opt.wd):.5f}")
        net.backward(g)
        opt.step()


if __name__ == "__main__":
    main()
