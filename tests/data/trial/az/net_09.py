from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_C = math.sqrt(2.0 / math.pi)


def gelu(x: Array) -> Array:
    """Tanh form of GELU."""
    return 0.5 * x * (1.0 + np.tanh(_C * (x + 0.044715 * x**3)))


def gelu_backward(x: Array, upstream: Array) -> Array:
    t = np.tanh(_C * (x + 0.044715 * x**3))
    inner = _C * (1.0 + 0.044715 * x**2)
    return upstream * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * inner)


@dataclass
class Config:
    n_in: int = 3
    n_hidden: int = 12
    n_out: int = 2
    lr: float = 0.1
    seed: int = 0


@dataclass
class Regressor:
    cfg: Config
    w_in: Array = field(init=False)
    b_in: Array = field(init=False)
    w_out: Array = field(init=False)
    b_out: Array = field(init=False)

    def __post_init__(self) -> None:
        g = np.random.default_rng(self.cfg.seed)
        self.w_in = g.standard_normal((self.cfg.n_in, self.cfg.n_hidden)) / math.sqrt(self.cfg.n_in)
        self.b_in = np.zeros(self.cfg.n_hidden)
        self.w_out = g.standard_normal((self.cfg.n_hidden, self.cfg.n_out)) / math.sqrt(self.cfg.n_hidden)
        self.b_out = np.zeros(self.cfg.n_out)

    def __call__(self, x: Array) -> Array:
        return gelu(x @ self.w_in + self.b_in) @ self.w_out + self.b_out

    def step(self, x: Array, y: Array) -> float:
        """One SGD step on the mean squared error (mean over all entries)."""
        pre = x @ self.w_in + self.b_in
        hid = gelu(pre)
        pred = hid @ self.w_out + self.b_out
        diff = pred - y
        loss = float(np.mean(diff**2))

        d_pred = 2.0 * diff / diff.size
        d_hid = d_pred @ self.w_out.T
        d_pre = gelu_backward(pre, d_hid)

        self.w_out -= self.cfg.lr * (hid.T @ d_pred)
        self.b_out -= self.cfg.lr * d_pred.sum(axis=0)
        self.w_in -= self.cfg.lr * (x.T @ d_pre)
        self.b_in -= self.cfg.lr * d_pre.sum(axis=0)
        return loss


def toy(n: int, seed: int) -> tuple[Array, Array]:
    g = np.random.default_rng(seed)
    x = g.uniform(-2.0, 2.0, size=(n, 3))
    y = np.stack([x[:, 0] * x[:, 1], np.cos(x[:, 2])], axis=1)
    return x, y


if __name__ == "__main__":
    x, y = toy(200, 1)
    model = Regressor(Config())
    for epoch in range(300):
        mse = model.step(x, y)
        if epoch % 50 == 0:
            print(f"{epoch=} {mse=:.4f}")
