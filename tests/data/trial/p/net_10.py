"""tinymlp: a minimal, typed multilayer perceptron in pure NumPy."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_C = np.sqrt(2.0 / np.pi)


def gelu(z: Array) -> Array:
    return 0.5 * z * (1.0 + np.tanh(_C * (z + 0.044715 * z**3)))


def gelu_grad(z: Array) -> Array:
    t = np.tanh(_C * (z + 0.044715 * z**3))
    return 0.5 * (1.0 + t) + 0.5 * z * (1.0 - t**2) * _C * (1.0 + 3 * 0.044715 * z**2)


def softplus(z: Array) -> Array:
    return np.logaddexp(0.0, z)


def softplus_grad(z: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-z))


class Act(NamedTuple):
    f: Callable[[Array], Array]
    df: Callable[[Array], Array]


ACTS = {
    "gelu": Act(gelu, gelu_grad),
    "softplus": Act(softplus, softplus_grad),
    "id": Act(lambda z: z, np.ones_like),
}


@dataclass
class Dense:
    weight: Array  # (out, in)
    bias: Array  # (out,)
    act: Act
    _x: Array = field(init=False, repr=False)
    _z: Array = field(init=False, repr=False)

    @classmethod
    def create(cls, n_in: int, n_out: int, act: str, rng: np.random.Generator) -> Dense:
        lim = np.sqrt(6.0 / (n_in + n_out))
        return cls(rng.uniform(-lim, lim, (n_out, n_in)), np.zeros(n_out), ACTS[act])

    def __call__(self, x: Array) -> Array:
        self._x, self._z = x, np.einsum("bi,oi->bo", x, self.weight) + self.bias
        return self.act.f(self._z)

    def backprop(self, upstream: Array, lr: float) -> Array:
        dz = upstream * self.act.df(self._z)
        dx = np.einsum("bo,oi->bi", dz, self.weight)
        self.weight -= lr * np.einsum("bo,bi->oi", dz, self._x)
        self.bias -= lr * np.einsum("bo->o", dz)
        return dx


@dataclass
class MLP:
    layers: list[Dense]

    def __call__(self, x: Array) -> Array:
        for layer in self.layers:
            x = layer(x)
        return x

    def train_step(self, x: Array, y: Array, lr: float) -> float:
        """One SGD step on the mean (over batch and outputs) squared error."""
        diff = self(x) - y
        grad = 2.0 * diff / diff.size
        for layer in reversed(self.layers):
            grad = layer.backprop(grad, lr)
        return float(np.mean(diff**2))


def build(seed: int = 0) -> MLP:
    rng = np.random.default_rng(seed)
    spec = [(2, 16, "gelu"), (16, 12, "softplus"), (12, 8, "gelu"), (8, 2, "id")]
    return MLP([Dense.create(i, o, a, rng) for i, o, a in spec])


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    x = rng.uniform(-1, 1, (256, 2))
    y = np.stack([np.sin(3 * x[:, 0]), x[:, 0] * x[:, 1]], axis=1)
    net = build()
    for step in range(1001):
        idx = rng.integers(0, len(x), 32)
        loss = net.train_step(x[idx], y[idx], lr=0.05)
        if step % 250 == 0:
            print(f"{step=:5d} {loss=:.5f} full={np.mean((net(x) - y) ** 2):.5f}")
