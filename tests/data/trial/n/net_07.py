"""minimlp -- a didactic MLP for regression, with its unit tests at the end of the file."""
from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

Array = np.ndarray
_C = math.sqrt(2.0 / math.pi)


@dataclass
class Param:
    value: Array
    grad: Array | None = None


class Affine:
    def __init__(self, n_in: int, n_out: int, rng: np.random.Generator) -> None:
        self.weight = Param(rng.standard_normal((n_in, n_out)) * math.sqrt(1.5 / n_in))
        self.bias = Param(np.zeros(n_out))

    def parameters(self) -> list[Param]:
        return [self.weight, self.bias]

    def __call__(self, x: Array) -> Array:
        self._x = x
        return x @ self.weight.value + self.bias.value

    def pullback(self, g: Array) -> Array:
        self.weight.grad = self._x.T @ g
        self.bias.grad = g.sum(axis=0)
        return g @ self.weight.value.T


class GELU:
    """tanh approximation, Hendrycks & Gimpel (2016)"""

    def parameters(self) -> list[Param]:
        return []

    def __call__(self, x: Array) -> Array:
        self._x = x
        return 0.5 * x * (1.0 + np.tanh(_C * (x + 0.044715 * x**3)))

    def pullback(self, g: Array) -> Array:
        x = self._x
        t = np.tanh(_C * (x + 0.044715 * x**3))
        dt = (1.0 - t**2) * _C * (1.0 + 3 * 0.044715 * x**2)
        return g * (0.5 * (1.0 + t) + 0.5 * x * dt)


@dataclass
class Regressor:
    n_features: int
    n_targets: int
    width: int = 16
    n_hidden: int = 2
    seed: int = 0
    stages: list = field(init=False)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        act = GELU()
        self.stages = [Affine(self.n_features, self.width, rng), act]
        for _ in range(self.n_hidden - 1):
            self.stages += [Affine(self.width, self.width, rng), act]
        self.stages.append(Affine(self.width, self.n_targets, rng))

    def predict(self, x: Array) -> Array:
        for s in self.stages:
            x = s(x)
        return x

    def loss(self, x: Array, y: Array) -> float:
        return float(np.mean((self.predict(x) - y) ** 2))

    def train_step(self, x: Array, y: Array, lr: float) -> float:
        err = self.predict(x) - y
        g = 2.0 * err / err.size
        for s in reversed(self.stages):
            g = s.pullback(g)
        for s in self.stages:
            for p in s.parameters():
                p.value = p.value - lr * p.grad
        return float(np.mean(err**2))


def make_data(n: int = 128, seed: int = 1) -> tuple[Array, Array]:
    rng = np.random.default_rng(seed)
    x = rng.uniform(-2, 2, size=(n, 2))
    y = np.column_stack([np.sin(x[:, 0]) * x[:, 1], np.cos(x.sum(axis=1))])
    return x, y


def test_shapes() -> None:
    assert Regressor(2, 2).predict(np.zeros((5, 2))).shape == (5, 2)


def test_gelu_derivative() -> None:
    x, a, h = np.linspace(-3, 3, 13), GELU(), 1e-6
    num = (a(x + h) - a(x - h)) / (2 * h)
    a(x)
    assert np.allclose(a.pullback(np.ones_like(x)), num, atol=1e-6)


def test_loss_goes_down() -> None:
    x, y = make_data()
    m = Regressor(2, 2)
    hist = [m.train_step(x, y, 0.05) for _ in range(300)]
    assert hist[-1] < hist[0]


if __name__ == "__main__":
    for test in (test_shapes, test_gelu_derivative, test_loss_goes_down):
        test()
        print(test.__name__, "ok")
