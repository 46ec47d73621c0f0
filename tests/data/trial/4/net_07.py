"""nanograd-ish building blocks, numpy only. Sanity baseline for the tabular experiments."""
from __future__ import annotations

import numpy as np


class Module:
    def parameters(self) -> list[tuple[np.ndarray, np.ndarray]]:
        return []

    def __call__(self, x: np.ndarray) -> np.ndarray:
        return self.forward(x)


class Linear(Module):
    def __init__(self, d_in: int, d_out: int, rng: np.random.Generator):
        bound = 1.0 / np.sqrt(d_in)
        self.weight = rng.uniform(-bound, bound, (d_out, d_in))
        self.bias = rng.uniform(-bound, bound, d_out)
        self.weight_grad = np.zeros_like(self.weight)
        self.bias_grad = np.zeros_like(self.bias)

    def forward(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, g):
        self.weight_grad += g.T @ self.x
        self.bias_grad += g.sum(0)
        return g @ self.weight

    def parameters(self):
        return [(self.weight, self.weight_grad), (self.bias, self.bias_grad)]


class GELU(Module):
    """tanh approximation (Hendrycks & Gimpel)"""
    C = np.sqrt(2.0 / np.pi)
    K = 0.044715

    def forward(self, x):
        self.x = x
        self.t = np.tanh(self.C * (x + self.K * x**3))
        return 0.5 * x * (1.0 + self.t)

    def backward(self, g):
        x, t = self.x, self.t
        dinner = self.C * (1.0 + self.K * x**2)
        return g * (0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * dinner)


class Sequential(Module):
    def __init__(self, *layers: Module):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, g):
        for layer in reversed(self.layers):
            g = layer.backward(g)
        return g

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


def cross_entropy(logits, target):
    """mean reduction; returns (loss, dloss/dlogits)"""
    z = logits - logits.max(-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(-1, keepdims=True))
    n = len(target)
    loss = -logp[np.arange(n), target].mean()
    g = np.exp(logp)
    g[np.arange(n), target] -= 1.0
    return loss, g / n


class SGD:
    def __init__(self, params, lr: float, momentum: float = 0.0):
        self.params, self.lr, self.momentum = params, lr, momentum
        self.bufs = [np.zeros_like(p) for p, _ in params]

    def zero_grad(self):
        for _, g in self.params:
            g.fill(0.0)

    def step(self):
        for (p, g), buf in zip(self.params, self.bufs):
            buf *= self.momentum
            buf += g
            p -= self.lr * buf


def main(steps: int = 300, seed: int = 0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(64, 5)) * 1.5
    target = (x[:, 0] * x[:, 1] > 0).astype(int) + (x[:, 2] > 0.5)
    model = Sequential(Linear(5, 16, rng), GELU(), Linear(16, 8, rng), GELU(), Linear(8, 3, rng))
    opt = SGD(model.parameters(), lr=0.05, momentum=0.9)
    for step in range(steps):
        loss, g = cross_entropy(model(x), target)
        opt.zero_grad()
        model.backward(g)
        opt.step()
        if step % 50 == 0:
            print(f"{step:4d} | loss {loss:.4f}")
    return model, x, target


if __name__ == "__main__":
    main()
