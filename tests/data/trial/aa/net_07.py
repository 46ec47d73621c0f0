"""CS 4780 recitation 8 -- reference MLP used by the autograder (TA copy).

Weights are stored (fan_out, fan_in); a batch is (B, features).
Loss: mean over batch AND outputs of (yhat - y)^2.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Tuple

import numpy as np


def _sig(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def silu(z: np.ndarray) -> np.ndarray:
    return z * _sig(z)


def dsilu(z: np.ndarray) -> np.ndarray:
    s = _sig(z)
    return s + z * s * (1.0 - s)


@dataclass
class MLP:
    dims: Tuple[int, ...]
    seed: int = 0
    weights: List[np.ndarray] = field(default_factory=list)
    biases: List[np.ndarray] = field(default_factory=list)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.seed)
        for fan_in, fan_out in zip(self.dims[:-1], self.dims[1:]):
            self.weights.append(rng.normal(0.0, fan_in ** -0.5, (fan_out, fan_in)))
            self.biases.append(np.zeros(fan_out))

    def forward(self, x: np.ndarray):
        pre, post = [], [x]
        last = len(self.weights) - 1
        for k, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = np.einsum("oi,bi->bo", w, post[-1]) + b
            pre.append(z)
            post.append(z if k == last else silu(z))
        return pre, post

    def loss(self, x: np.ndarray, y: np.ndarray) -> float:
        return float(((self.forward(x)[1][-1] - y) ** 2).mean())

    def gradients(self, x: np.ndarray, y: np.ndarray):
        pre, post = self.forward(x)
        grad = (post[-1] - y) * (2.0 / y.size)
        out = []
        for k in range(len(self.weights) - 1, -1, -1):
            out.append((np.einsum("bo,bi->oi", grad, post[k]), np.einsum("bo->o", grad)))
            if k > 0:
                grad = np.einsum("bo,oi->bi", grad, self.weights[k]) * dsilu(pre[k - 1])
        return out[::-1]

    def sgd(self, x: np.ndarray, y: np.ndarray, lr: float, weight_decay: float = 0.0) -> None:
        for k, (gw, gb) in enumerate(self.gradients(x, y)):
            self.weights[k] *= 1.0 - lr * weight_decay
            self.weights[k] -= lr * gw
            self.biases[k] -= lr * gb


def main() -> None:
    rng = np.random.default_rng(4780)
    x = rng.normal(size=(200, 4))
    y = np.stack([x[:, 0] * x[:, 1], np.abs(x[:, 2]), x[:, 3]], axis=1)
    net = MLP((4, 20, 12, 3))
    for epoch in range(80):
        order = rng.permutation(len(x))
        for chunk in np.array_split(order, 10):
            net.sgd(x[chunk], y[chunk], lr=0.1, weight_decay=1e-4)
        if epoch % 20 == 0:
            print(epoch, net.loss(x, y))


if __name__ == "__main__":
    main()
