"""Next-value forecaster for a noisy seasonal series (window -> next 2 values)."""
from dataclasses import dataclass, field
import numpy as np


@dataclass
class Params:
    W1: np.ndarray
    b1: np.ndarray
    W2: np.ndarray
    b2: np.ndarray


@dataclass
class Config:
    window: int = 8
    horizon: int = 2
    hidden: int = 10
    lr: float = 0.05
    momentum: float = 0.9
    batch: int = 16
    epochs: int = 30
    seed: int = 3


def make_series(n, rng):
    t = np.arange(n)
    return np.sin(2 * np.pi * t / 12) + 0.4 * np.cos(2 * np.pi * t / 5) + 0.05 * rng.standard_normal(n)


def windows(s, w, h):
    X, Y = [], []
    for i in range(len(s) - w - h + 1):
        X.append(s[i:i + w])
        Y.append(s[i + w:i + w + h])
    return np.array(X), np.array(Y)


def init(cfg, rng):
    return Params(
        rng.standard_normal((cfg.window, cfg.hidden)) / np.sqrt(cfg.window),
        np.zeros(cfg.hidden),
        rng.standard_normal((cfg.hidden, cfg.horizon)) / np.sqrt(cfg.hidden),
        np.zeros(cfg.horizon),
    )


def predict(p, X):
    h = np.tanh(X @ p.W1 + p.b1)
    return h @ p.W2 + p.b2, h


def mse(p, X, Y):
    out, _ = predict(p, X)
    return np.mean((out - Y) ** 2)


def gradients(p, X, Y):
    out, h = predict(p, X)
    g_out = 2.0 * (out - Y) / out.size
    g_h = (g_out @ p.W2.T) * (1.0 - h * h)
    return Params(X.T @ g_h, g_h.sum(axis=0), h.T @ g_out, g_out.sum(axis=0))


def step(p, vel, X, Y, cfg):
    g = gradients(p, X, Y)
    for name in ("W1", "b1", "W2", "b2"):
        v = cfg.momentum * getattr(vel, name) - cfg.lr * getattr(g, name)
        setattr(vel, name, v)
        setattr(p, name, getattr(p, name) + v)


def train(cfg):
    rng = np.random.default_rng(cfg.seed)
    X, Y = windows(make_series(300, rng), cfg.window, cfg.horizon)
    p = init(cfg, rng)
    vel = Params(*(np.zeros_like(a) for a in (p.W1, p.b1, p.W2, p.b2)))
    for ep in range(cfg.epochs):
        order = rng.permutation(len(X))
        for s in range(0, len(X), cfg.batch):
            idx = order[s:s + cfg.batch]
            step(p, vel, X[idx], Y[idx], cfg)
        if ep % 10 == 9:
            print(f"epoch {ep + 1:3d}  mse {mse(p, X, Y):.5f}")
    return p


if __name__ == "__main__":
    train(Config())
