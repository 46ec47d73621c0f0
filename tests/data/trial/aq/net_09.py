from __future__ import annotations
from dataclasses import dataclass, field
from typing import Callable
import numpy as np

# Course project, week 6: regression with a configurable MLP.
# Objective: J = 1/(2N) * sum_n ||f(x_n) - y_n||^2

Array = np.ndarray


@dataclass
class Activation:
    f: Callable[[Array], Array]
    df: Callable[[Array], Array]


ELU = Activation(
    f=lambda u: np.where(u > 0, u, np.expm1(np.minimum(u, 0))),
    df=lambda u: np.where(u > 0, 1.0, np.exp(np.minimum(u, 0))),
)
SOFTPLUS = Activation(
    f=lambda u: np.logaddexp(0.0, u),
    df=lambda u: 1.0 / (1.0 + np.exp(-u)),
)
IDENTITY = Activation(f=lambda u: u, df=lambda u: np.ones_like(u))


@dataclass
class Dense:
    n_in: int
    n_out: int
    act: Activation
    rng: np.random.Generator
    W: Array = field(init=False)
    b: Array = field(init=False)

    def __post_init__(self) -> None:
        self.W = self.rng.normal(0, 1 / np.sqrt(self.n_in), (self.n_in, self.n_out))
        self.b = np.zeros(self.n_out)

    def forward(self, x: Array) -> Array:
        self.x = x
        self.u = x @ self.W + self.b
        return self.act.f(self.u)

    def backward(self, grad_out: Array) -> Array:
        grad_u = grad_out * self.act.df(self.u)
        self.gW = self.x.T @ grad_u
        self.gb = grad_u.sum(axis=0)
        return grad_u @ self.W.T

    def step(self, lr: float) -> None:
        self.W -= lr * self.gW
        self.b -= lr * self.gb


class MLP:
    def __init__(self, *layers: Dense) -> None:
        self.layers = layers

    def __call__(self, x: Array) -> Array:
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def objective(self, x: Array, y: Array) -> float:
        r = self(x) - y
        return float((r ** 2).sum() / (2 * len(x)))

    def fit_batch(self, x: Array, y: Array, lr: float) -> None:
        g = (self(x) - y) / len(x)
        for layer in reversed(self.layers):
            g = layer.backward(g)
        for layer in self.layers:
            layer.step(lr)


def build(seed: int = 0) -> MLP:
    rng = np.random.default_rng(seed)
    return MLP(Dense(3, 7, ELU, rng), Dense(7, 5, SOFTPLUS, rng), Dense(5, 2, IDENTITY, rng))


if __name__ == "__main__":
    r = np.random.default_rng(11)
    X = r.uniform(-1, 1, (128, 3))
    T = np.stack([X[:, 0] * X[:, 1], np.abs(X[:, 2])], axis=1)
    net = build()
    for epoch in range(60):
        idx = r.permutation(len(X))
        for chunk in np.array_split(idx, 8):
            net.fit_batch(X[chunk], T[chunk], lr=0.1)
        if epoch % 20 == 0:
            print(f"epoch {epoch:3d}  J = {net.objective(X, T):.5f}")
