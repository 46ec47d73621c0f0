from __future__ import annotations
from dataclasses import dataclass, field
from typing import Callable
import numpy as np

Array = np.ndarray
_K = np.sqrt(2.0 / np.pi)


def gelu(z: Array) -> Array:
    return 0.5 * z * (1.0 + np.tanh(_K * (z + 0.044715 * z ** 3)))


def gelu_grad(z: Array) -> Array:
    t = np.tanh(_K * (z + 0.044715 * z ** 3))
    return 0.5 * (1.0 + t) + 0.5 * z * (1.0 - t * t) * _K * (1.0 + 3 * 0.044715 * z ** 2)


def tanh_grad(z: Array) -> Array:
    return 1.0 - np.tanh(z) ** 2


@dataclass
class Dense:
    """Weight is (fan_in + 1, fan_out): the last row multiplies a constant one."""
    weight: Array
    fn: Callable[[Array], Array]
    dfn: Callable[[Array], Array]
    cache: dict = field(default_factory=dict)

    def __call__(self, x: Array) -> Array:
        x1 = np.hstack([x, np.ones((x.shape[0], 1))])
        z = x1 @ self.weight
        self.cache = {"x1": x1, "z": z}
        return self.fn(z)

    def pull(self, g: Array) -> tuple[Array, Array]:
        gz = g * self.dfn(self.cache["z"])
        gw = self.cache["x1"].T @ gz
        return gz @ self.weight[:-1].T, gw


def identity(z: Array) -> Array:
    return z


def make_mlp(sizes: list[int], rng: np.random.Generator) -> list[Dense]:
    acts = [(np.tanh, tanh_grad), (gelu, gelu_grad), (gelu, gelu_grad)]
    acts.append((identity, np.ones_like))
    return [Dense(rng.normal(scale=(i + 1) ** -0.5, size=(i + 1, o)), f, df)
            for i, o, (f, df) in zip(sizes, sizes[1:], acts)]


def xent_sum(logits: Array, cls: Array) -> tuple[float, Array]:
    """Cross entropy SUMMED over the batch, and its gradient in the logits."""
    m = logits.max(axis=1, keepdims=True)
    logz = m + np.log(np.exp(logits - m).sum(axis=1, keepdims=True))
    rows = np.arange(len(cls))
    loss = float((logz[:, 0] - logits[rows, cls]).sum())
    g = np.exp(logits - logz)
    g[rows, cls] -= 1.0
    return loss, g


def train_step(mlp: list[Dense], x: Array, cls: Array, lr: float) -> float:
    h = x
    for layer in mlp:
        h = layer(h)
    loss, g = xent_sum(h, cls)
    updates = []
    for layer in reversed(mlp):
        g, gw = layer.pull(g)
        updates.append((layer, gw))
    for layer, gw in updates:
        layer.weight -= lr * gw
    return loss


if __name__ == "__main__":
    rng = np.random.default_rng(2024)
    x = rng.normal(size=(96, 3))
    cls = (x[:, 0] * x[:, 1] > 0).astype(int) + (x[:, 2] > 0.8).astype(int)
    mlp = make_mlp([3, 10, 10, 6, 3], rng)
    for epoch in range(41):
        total = sum(train_step(mlp, x[s:s + 12], cls[s:s + 12], lr=0.01) for s in range(0, 96, 12))
        if epoch % 10 == 0:
            print(f"{epoch=} loss per sample {total / 96:.4f}")
