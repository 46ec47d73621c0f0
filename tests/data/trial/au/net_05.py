"""Tiny modular NN library: Linear / SiLU / Sequential."""
from __future__ import annotations

import numpy as np


class Module:
    def forward(self, x: np.ndarray) -> np.ndarray:
        raise NotImplementedError

    def backward(self, grad: np.ndarray) -> np.ndarray:
        raise NotImplementedError

    def step(self, lr: float) -> None:
        pass


class Linear(Module):
    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator) -> None:
        bound = 1.0 / np.sqrt(n_in)
        self.weight = rng.uniform(-bound, bound, size=(n_in, n_out))
        self.bias = rng.uniform(-bound, bound, size=n_out)

    def forward(self, x):
        self._x = x
        return x @ self.weight + self.bias

    def backward(self, grad):
        self.grad_weight = self._x.T @ grad
        self.grad_bias = grad.sum(axis=0)
        return grad @ self.weight.T

    def step(self, lr):
        self.weight -= lr * self.grad_weight
        self.bias -= lr * self.grad_bias


class SiLU(Module):
    def forward(self, x):
        self._x = x
        self._s = 1.0 / (1.0 + np.exp(-x))
        return x * self._s

    def backward(self, grad):
        s = self._s
        return grad * (s + s * (1.0 - s))


class Sequential(Module):
    def __init__(self, *layers: Module) -> None:
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def step(self, lr):
        for layer in self.layers:
            layer.step(lr)


class MSELoss:
    """Mean over every element of the batch."""

    def forward(self, pred, target):
        self._diff = pred - target
        return float(np.mean(self._diff ** 2))

    def backward(self):
        return 2.0 * self._diff / self._diff.size


def main() -> None:
    rng = np.random.default_rng(42)
    x = rng.uniform(-2, 2, size=(128, 2))
    y = np.stack([np.sin(x[:, 0]) * x[:, 1], x[:, 0] - x[:, 1] ** 2], axis=1)

    model = Sequential(Linear(2, 16, rng), SiLU(), Linear(16, 12, rng), SiLU(), Linear(12, 2, rng))
    criterion = MSELoss()
    for epoch in range(300):
        loss = criterion.forward(model.forward(x), y)
        model.backward(criterion.backward())
        model.step(lr=0.05)
        if epoch % 50 == 0:
            print(f"epoch {epoch:4d}  mse {loss:.5f}")


if __name__ == "__main__":
    main()
