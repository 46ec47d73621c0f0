from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Parameter:
    data: np.ndarray
    grad: np.ndarray = field(default=None)


class Linear:
    """y = x W^T + b, weight of shape (out_features, in_features)."""

    def __init__(self, in_features: int, out_features: int, rng: np.random.Generator) -> None:
        bound = 1.0 / np.sqrt(in_features)
        self.weight = Parameter(rng.uniform(-bound, bound, (out_features, in_features)))
        self.bias = Parameter(rng.uniform(-bound, bound, out_features))

    def __call__(self, x: np.ndarray) -> np.ndarray:
        self._x = x
        return x @ self.weight.data.T + self.bias.data

    def backward(self, dy: np.ndarray) -> np.ndarray:
        self.weight.grad = dy.T @ self._x
        self.bias.grad = dy.mean(axis=0)
        return dy @ self.weight.data

    def parameters(self) -> list[Parameter]:
        return [self.weight, self.bias]


class SiLU:
    def __call__(self, x: np.ndarray) -> np.ndarray:
        self._x = x
        self._s = 1.0 / (1.0 + np.exp(-x))
        return x * self._s

    def backward(self, dy: np.ndarray) -> np.ndarray:
        return dy * (self._s + self._x * self._s * (1.0 - self._s))

    def parameters(self) -> list[Parameter]:
        return []


class MSELoss:
    """Mean over all elements, like torch.nn.MSELoss()."""

    def __call__(self, pred: np.ndarray, target: np.ndarray) -> float:
        self._diff = pred - target
        return float(np.mean(self._diff ** 2))

    def backward(self) -> np.ndarray:
        return 2.0 * self._diff / self._diff.shape[0]


class SGD:
    def __init__(self, params: list[Parameter], lr: float) -> None:
        self.params, self.lr = params, lr

    def step(self) -> None:
        for p in self.params:
            p.data -= self.lr * p.grad


def main() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 3))
    y = np.stack([x[:, 0] * x[:, 1], np.cos(x[:, 2])], axis=1)

    model = [Linear(3, 16, rng), SiLU(), Linear(16, 16, rng), SiLU(), Linear(16, 2, rng)]
    criterion = MSELoss()
    optimizer = SGD([p for m in model for p in m.parameters()], lr=0.05)

    for epoch in range(301):
        out = x
        for module in model:
            out = module(out)
        loss = criterion(out, y)
        grad = criterion.backward()
        for module in reversed(model):
            grad = module.backward(grad)
        optimizer.step()
        if epoch % 100 == 0:
            print(f"[{epoch:3d}] loss = {loss:.5f}")


if __name__ == "__main__":
    main()
