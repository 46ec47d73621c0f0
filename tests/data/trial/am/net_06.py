from __future__ import annotations

import math
from typing import Iterator

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Parameter:
    def __init__(self, value: Array, decay: bool = True) -> None:
        self.value = value
        self.grad = np.zeros_like(value)
        self.decay = decay


class Module:
    def parameters(self) -> Iterator[Parameter]:
        return iter(())

    def forward(self, x: Array) -> Array:
        raise NotImplementedError

    def backward(self, grad: Array) -> Array:
        raise NotImplementedError


class Linear(Module):
    def __init__(self, d_in: int, d_out: int, rng: np.random.Generator) -> None:
        bound = 1.0 / math.sqrt(d_in)
        self.weight = Parameter(rng.uniform(-bound, bound, (d_out, d_in)))
        self.bias = Parameter(rng.uniform(-bound, bound, d_out), decay=False)

    def parameters(self) -> Iterator[Parameter]:
        yield self.weight
        yield self.bias

    def forward(self, x: Array) -> Array:
        self._x = x
        return x @ self.weight.value.T + self.bias.value

    def backward(self, grad: Array) -> Array:
        self.weight.grad += grad.T @ self._x
        self.bias.grad += grad.sum(0)
        return grad @ self.weight.value


class GELU(Module):
    C = math.sqrt(2.0 / math.pi)

    def forward(self, x: Array) -> Array:
        self._x = x
        self._t = np.tanh(self.C * (x + 0.044715 * x**3))
        return 0.5 * x * (1.0 + self._t)

    def backward(self, grad: Array) -> Array:
        x, t = self._x, self._t
        inner = self.C * (1.0 + 3 * 0.044715 * x**2)
        return grad * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * inner)


class Sequential(Module):
    def __init__(self, *mods: Module) -> None:
        self.mods = mods

    def parameters(self) -> Iterator[Parameter]:
        for m in self.mods:
            yield from m.parameters()

    def forward(self, x: Array) -> Array:
        for m in self.mods:
            x = m.forward(x)
        return x

    def backward(self, grad: Array) -> Array:
        for m in reversed(self.mods):
            grad = m.backward(grad)
        return grad


def objective(model: Module, x: Array, y: Array, wd: float) -> float:
    """mean((f(x)-y)^2) + wd/2 * sum of squared weights (biases excluded)"""
    mse = np.mean((model.forward(x) - y) ** 2)
    return float(mse + 0.5 * wd * sum(np.sum(p.value**2) for p in model.parameters() if p.decay))


def train_step(model: Module, x: Array, y: Array, lr: float, wd: float) -> None:
    for p in model.parameters():
        p.grad[...] = 0.0
    diff = model.forward(x) - y
    model.backward(2.0 * diff / diff.size)
    for p in model.parameters():
        g = p.grad + wd * p.value if p.decay else p.grad
        p.value -= lr * g


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    X = rng.uniform(-2, 2, (256, 3))
    Y = np.stack([np.sin(X[:, 0]) * X[:, 1], X[:, 2] ** 2], axis=1)
    net = Sequential(Linear(3, 16, rng), GELU(), Linear(16, 12, rng), GELU(),
                     Linear(12, 8, rng), GELU(), Linear(8, 2, rng))
    for epoch in range(30):
        perm = rng.permutation(len(X))
        for i in range(0, len(X), 32):
            train_step(net, X[perm[i:i + 32]], Y[perm[i:i + 32]], lr=0.05, wd=1e-4)
        if epoch % 10 == 0:
            print(epoch, objective(net, X, Y, 1e-4))
