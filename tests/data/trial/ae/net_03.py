"""Typed minimal MLP classifier (ReLU hidden units, softmax cross-entropy, heavy-ball SGD)."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass
class DenseParams:
    weight: Array
    bias: Array

    def zeros_like(self) -> DenseParams:
        return DenseParams(np.zeros_like(self.weight), np.zeros_like(self.bias))


@dataclass(frozen=True)
class SGDConfig:
    lr: float = 0.05
    momentum: float = 0.9


@dataclass
class Classifier:
    layers: list[DenseParams]
    velocity: list[DenseParams] = field(init=False)

    def __post_init__(self) -> None:
        self.velocity = [p.zeros_like() for p in self.layers]

    @classmethod
    def create(cls, sizes: Sequence[int], rng: np.random.Generator) -> Classifier:
        return cls([
            DenseParams(rng.normal(0.0, np.sqrt(2.0 / i), size=(i, o)), np.zeros(o))
            for i, o in zip(sizes[:-1], sizes[1:])
        ])

    def forward(self, x: Array) -> tuple[Array, list[Array]]:
        """Return the logits and the input of every layer."""
        inputs: list[Array] = []
        for k, p in enumerate(self.layers):
            inputs.append(x)
            x = x @ p.weight + p.bias
            if k < len(self.layers) - 1:
                x = np.maximum(x, 0.0)
        return x, inputs

    def loss(self, x: Array, labels: NDArray[np.int64]) -> float:
        return float(-log_softmax(self.forward(x)[0])[np.arange(len(labels)), labels].mean())

    def gradients(self, x: Array, labels: NDArray[np.int64]) -> list[DenseParams]:
        logits, inputs = self.forward(x)
        upstream = np.exp(log_softmax(logits))
        upstream[np.arange(len(labels)), labels] -= 1.0
        upstream /= len(labels)
        grads: list[DenseParams] = []
        for p, inp in zip(reversed(self.layers), reversed(inputs)):
            grads.append(DenseParams(inp.T @ upstream, upstream.sum(axis=0)))
            # inp is post-ReLU for all but the first layer, where the result is unused
            upstream = (upstream @ p.weight.T) * (inp > 0.0)
        return grads[::-1]

    def step(self, x: Array, labels: NDArray[np.int64], cfg: SGDConfig) -> None:
        for p, v, g in zip(self.layers, self.velocity, self.gradients(x, labels)):
            v.weight = cfg.momentum * v.weight + g.weight
            v.bias = cfg.momentum * v.bias + g.bias
            p.weight = p.weight - cfg.lr * v.weight
            p.bias = p.bias - cfg.lr * v.bias


def log_softmax(z: Array) -> Array:
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def batches(n: int, size: int, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    order = rng.permutation(n)
    for s in range(0, n, size):
        yield order[s:s + size]


def test_shapes() -> None:
    net = Classifier.create([4, 6, 3], np.random.default_rng(0))
    assert net.forward(np.zeros((5, 4)))[0].shape == (5, 3)


def test_loss_goes_down() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(90, 2))
    labels = (x[:, 0] > 0).astype(np.int64) + (x[:, 1] > 0.3)
    net = Classifier.create([2, 16, 10, 3], rng)
    before = net.loss(x, labels)
    for _ in range(30):
        for idx in batches(len(x), 16, rng):
            net.step(x[idx], labels[idx], SGDConfig())
    after = net.loss(x, labels)
    print(f"loss {before:.4f} -> {after:.4f}")
    assert after < 0.5 * before


if __name__ == "__main__":
    test_shapes()
    test_loss_goes_down()
