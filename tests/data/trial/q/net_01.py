"""
CS-2240 Assignment 3 -- Feed-forward classifier from scratch
Student: m.okonkwo
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator

import numpy as np


@dataclass
class Dense:
    weight: np.ndarray                      # (n_in, n_out)
    bias: np.ndarray                        # (n_out,)
    activated: bool = True
    vel_w: np.ndarray = field(init=False)
    vel_b: np.ndarray = field(init=False)
    _x: np.ndarray = field(init=False, default=None, repr=False)
    _mask: np.ndarray = field(init=False, default=None, repr=False)
    grad_w: np.ndarray = field(init=False, default=None, repr=False)
    grad_b: np.ndarray = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        self.vel_w = np.zeros_like(self.weight)
        self.vel_b = np.zeros_like(self.bias)

    @classmethod
    def he(cls, rng: np.random.Generator, n_in: int, n_out: int, activated: bool = True) -> "Dense":
        return cls(rng.normal(0.0, np.sqrt(2.0 / n_in), (n_in, n_out)), np.zeros(n_out), activated)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        self._x = x
        out = x @ self.weight + self.bias
        if self.activated:
            self._mask = out > 0
            out = np.where(self._mask, out, 0.0)
        return out

    def backward(self, upstream: np.ndarray) -> np.ndarray:
        if self.activated:
            upstream = upstream * self._mask
        self.grad_w = self._x.T @ upstream
        self.grad_b = upstream.sum(axis=0)
        return upstream @ self.weight.T


class Classifier:
    def __init__(self, sizes: list[int], l2: float = 1e-3, seed: int = 2240) -> None:
        rng = np.random.default_rng(seed)
        last = len(sizes) - 2
        self.layers = [Dense.he(rng, a, b, activated=(i != last))
                       for i, (a, b) in enumerate(zip(sizes, sizes[1:]))]
        self.l2 = l2

    def logits(self, x: np.ndarray) -> np.ndarray:
        for layer in self.layers:
            x = layer(x)
        return x

    def loss(self, x: np.ndarray, labels: np.ndarray) -> float:
        """Mean cross-entropy + l2/2 * ||W||^2 (biases are not penalised)."""
        z = self.logits(x)
        z = z - z.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self._p = np.exp(logp)
        penalty = 0.5 * self.l2 * sum((l.weight ** 2).sum() for l in self.layers)
        return -logp[np.arange(len(labels)), labels].mean() + penalty

    def backward(self, labels: np.ndarray) -> None:
        g = self._p.copy()
        g[np.arange(len(labels)), labels] -= 1.0
        g /= len(labels)
        for layer in reversed(self.layers):
            g = layer.backward(g)
        for layer in self.layers:
            layer.grad_w += self.l2 * layer.weight

    def step(self, lr: float, momentum: float) -> None:
        for l in self.layers:
            l.vel_w = momentum * l.vel_w + l.grad_w
            l.vel_b = momentum * l.vel_b + l.grad_b
            l.weight -= lr * l.vel_w
            l.bias -= lr * l.vel_b


def batches(n: int, size: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    order = rng.permutation(n)
    for s in range(0, n, size):
        yield order[s:s + size]


def make_blobs(rng: np.random.Generator, n: int = 240):
    centres = np.array([[0, 2], [2, -1], [-2, -1]], dtype=float)
    labels = rng.integers(0, 3, n)
    return centres[labels] + rng.normal(0, 0.9, (n, 2)), labels


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X, t = make_blobs(rng)
    net = Classifier([2, 16, 12, 3])
    for epoch in range(20):
        for idx in batches(len(X), 32, rng):
            net.loss(X[idx], t[idx])
            net.backward(t[idx])
            net.step(lr=0.05, momentum=0.9)
        acc = (net.logits(X).argmax(1) == t).mean()
        print(f"epoch {epoch:2d}  loss {net.loss(X, t):.4f}  acc {acc:.3f}")
