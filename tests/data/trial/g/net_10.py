"""A small, dependency-light regression network.

The objective for a batch of ``n`` rows and ``k`` targets is::

    J = 1 / (n * k) * sum((prediction - target) ** 2) + l2 * sum_l ||W_l||_F ** 2

Biases are not penalised.  Hidden units use SiLU, ``x * sigmoid(x)``.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Params(NamedTuple):
    weight: Array  #: shape (fan_in, fan_out)
    bias: Array  #: shape (fan_out,)


def sigmoid(x: Array) -> Array:
    """Numerically stable logistic function."""
    return np.exp(-np.logaddexp(0.0, -x))


def silu(x: Array) -> Array:
    return x * sigmoid(x)


def silu_grad(x: Array) -> Array:
    s = sigmoid(x)
    return s + x * s * (1.0 - s)


@dataclass
class SiluRegressor:
    """Multilayer perceptron with a linear head.

    Args:
        sizes: widths including input and output, e.g. ``(3, 16, 1)``.
        lr: learning rate.
        momentum: heavy-ball coefficient in ``[0, 1)``.
        l2: coefficient of the penalty, see the module docstring.
    """

    sizes: tuple[int, ...]
    lr: float = 0.05
    momentum: float = 0.9
    l2: float = 1e-4
    seed: int = 0
    params: list[Params] = field(init=False)
    velocity: list[Params] = field(init=False)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        self.params = [
            Params(rng.normal(0.0, np.sqrt(1.0 / a), (a, b)), np.zeros(b))
            for a, b in zip(self.sizes[:-1], self.sizes[1:])
        ]
        self.velocity = [Params(np.zeros_like(w), np.zeros_like(b)) for w, b in self.params]

    def _forward(self, x: Array) -> tuple[Array, list[Array], list[Array]]:
        """Return the prediction, layer inputs and hidden pre-activations."""
        inputs, pre = [x], []
        for w, b in self.params[:-1]:
            pre.append(inputs[-1] @ w + b)
            inputs.append(silu(pre[-1]))
        w, b = self.params[-1]
        return inputs[-1] @ w + b, inputs, pre

    def predict(self, x: Array) -> Array:
        return self._forward(x)[0]

    def objective(self, x: Array, y: Array) -> float:
        penalty = sum(float(np.sum(w**2)) for w, _ in self.params)
        return float(np.mean((self.predict(x) - y) ** 2)) + self.l2 * penalty

    def gradients(self, x: Array, y: Array) -> list[Params]:
        pred, inputs, pre = self._forward(x)
        delta = 2.0 * (pred - y) / y.size
        grads: list[Params] = []
        for i in range(len(self.params) - 1, -1, -1):
            w = self.params[i].weight
            grads.append(Params(inputs[i].T @ delta + 2.0 * self.l2 * w, delta.sum(axis=0)))
            if i > 0:
                delta = (delta @ w.T) * silu_grad(pre[i - 1])
        return grads[::-1]

    def step(self, x: Array, y: Array) -> None:
        for grads, params, vel in zip(self.gradients(x, y), self.params, self.velocity):
            for g, p, v in zip(grads, params, vel):
                v *= self.momentum
                v += g
                p -= self.lr * v


def minibatches(x: Array, y: Array, size: int, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        idx = order[start : start + size]
        yield x[idx], y[idx]


if __name__ == "__main__":
    gen = np.random.default_rng(42)
    xs = gen.uniform(-2.0, 2.0, size=(200, 3))
    ys = np.stack([np.sin(xs[:, 0]) * xs[:, 1], np.abs(xs[:, 2])], axis=1)
    model = SiluRegressor((3, 24, 24, 2), lr=0.02)
    for epoch in range(61):
        for xb, yb in minibatches(xs, ys, 32, gen):
            model.step(xb, yb)
        if epoch % 15 == 0:
            print(f"epoch {epoch:3d}: J = {model.objective(xs, ys):.5f}")
