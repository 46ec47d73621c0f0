"""Value function for the little racing game (distance to wall sensors -> expected lap score)."""
from __future__ import annotations

import numpy as np


class ValueNet:
    """Fully connected regressor. Leaky ReLU inside, linear at the end."""

    SLOPE = 0.05

    def __init__(self, sizes: list[int], seed: int = 7) -> None:
        rng = np.random.default_rng(seed)
        self.weights = [
            rng.standard_normal((n_in, n_out)) * np.sqrt(2.0 / n_in)
            for n_in, n_out in zip(sizes[:-1], sizes[1:])
        ]
        self.biases = [np.zeros(n_out) for n_out in sizes[1:]]
        self._inputs: list[np.ndarray] = []
        self._pre: list[np.ndarray] = []

    def forward(self, x: np.ndarray) -> np.ndarray:
        self._inputs, self._pre = [], []
        last = len(self.weights) - 1
        for i, (w, b) in enumerate(zip(self.weights, self.biases)):
            self._inputs.append(x)
            z = x @ w + b
            self._pre.append(z)
            x = z if i == last else np.where(z > 0, z, self.SLOPE * z)
        return x

    def loss(self, x: np.ndarray, y: np.ndarray) -> float:
        return float(np.mean((self.forward(x) - y) ** 2))

    def backward(self, grad: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
        grads = []
        for i in reversed(range(len(self.weights))):
            if i != len(self.weights) - 1:
                grad = grad * np.where(self._pre[i] > 0, 1.0, self.SLOPE)
            grads.append((self._inputs[i].T @ grad, grad.sum(axis=0)))
            grad = grad @ self.weights[i].T
        return grads[::-1]

    def apply(self, grads, lr: float) -> None:
        for i, (gw, gb) in enumerate(grads):
            self.weights[i] -= lr * gw
            self.biases[i] -= lr * gb


class Trainer:
    def __init__(self, net: ValueNet, lr: float = 0.02, batch: int = 32) -> None:
        self.net, self.lr, self.batch = net, lr, batch
        self.history: list[tuple[float, float]] = []

    def step(self, xb, yb, x_val, y_val) -> None:
        pred = self.net.forward(xb)
        train_loss = float(np.mean((pred - yb) ** 2))
        self.history.append((train_loss, self.net.loss(x_val, y_val)))
        grad = 2.0 * (pred - yb) / yb.size
        self.net.apply(self.net.backward(grad), self.lr)

    def run(self, x, y, x_val, y_val, epochs: int, seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        for epoch in range(epochs):
            order = rng.permutation(len(x))
            for start in range(0, len(x) - self.batch + 1, self.batch):
                idx = order[start:start + self.batch]
                self.step(x[idx], y[idx], x_val, y_val)
            if epoch % 5 == 0:
                tr, va = self.history[-1]
                print(f"epoch {epoch:3d}  train {tr:.4f}  val {va:.4f}")


def fake_laps(n: int, seed: int):
    rng = np.random.default_rng(seed)
    sensors = rng.uniform(0, 1, (n, 5))
    speed = rng.uniform(0, 1, (n, 1))
    score = np.minimum(sensors[:, 1:4].min(axis=1, keepdims=True), speed) * 3 - speed ** 2
    return np.hstack([sensors, speed]), score


if __name__ == "__main__":
    x, y = fake_laps(512, 1)
    xv, yv = fake_laps(32, 2)
    trainer = Trainer(ValueNet([6, 16, 12, 1]))
    trainer.run(x, y, xv, yv, epochs=21)
