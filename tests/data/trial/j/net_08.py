# Intro to AI - project 3 (regression agent). Modular layers.
from __future__ import annotations
import numpy as np


class Module:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad, lr):
        raise NotImplementedError


class Linear(Module):
    def __init__(self, fan_in, fan_out, momentum=0.9, rng=None):
        rng = rng or np.random.default_rng()
        self.w = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
        self.b = np.zeros((1, fan_out))
        self.vw = np.zeros_like(self.w)
        self.vb = np.zeros_like(self.b)
        self.momentum = momentum

    def forward(self, x):
        self.x = x
        return x @ self.w + self.b

    def backward(self, grad, lr):
        gw = self.x.T @ grad
        gb = grad.sum(axis=0, keepdims=True)
        self.vw = self.momentum * self.vw - lr * gw
        self.vb = self.momentum * self.vb - lr * gb
        self.w += self.vw
        self.b += self.vb
        return grad @ self.w.T


class LeakyReLU(Module):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.pos = x > 0
        return np.where(self.pos, x, self.slope * x)

    def backward(self, grad, lr):
        return np.where(self.pos, grad, self.slope * grad)


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def grad(self):
        return 2 * self.diff / self.diff.size


class Sequential:
    def __init__(self, *modules):
        self.modules = list(modules)

    def __call__(self, x):
        for m in self.modules:
            x = m.forward(x)
        return x

    def train_step(self, x, t, criterion, lr):
        loss = criterion(self(x), t)
        g = criterion.grad()
        for m in reversed(self.modules):
            g = m.backward(g, lr)
        return loss


def build(rng, d_in=3, d_out=2, width=12):
    return Sequential(
        Linear(d_in, width, rng=rng), LeakyReLU(),
        Linear(width, width, rng=rng), LeakyReLU(),
        Linear(width, width, rng=rng), LeakyReLU(),
        Linear(width, d_out, rng=rng),
    )


def main():
    rng = np.random.default_rng(2024)
    x = rng.uniform(-1, 1, (256, 3))
    t = np.stack([x[:, 0] * x[:, 1], np.abs(x[:, 2])], axis=1)
    agent = build(rng)
    criterion = MSELoss()
    for epoch in range(1, 41):
        perm = rng.permutation(len(x))
        losses = []
        for k in range(0, len(x), 32):
            idx = perm[k:k + 32]
            losses.append(agent.train_step(x[idx], t[idx], criterion, lr=0.02))
        if epoch % 10 == 0:
            print(f"epoch {epoch:3d}  mse {np.mean(losses):.5f}")


if __name__ == "__main__":
    main()
