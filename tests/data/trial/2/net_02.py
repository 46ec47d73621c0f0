from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Tuple

import numpy as np


@dataclass(frozen=True)
class TrainConfig:
    n_features: int = 6
    n_classes: int = 3
    hidden: Tuple[int, ...] = (24, 12)
    lr: float = 0.05
    momentum: float = 0.9
    batch_size: int = 32
    epochs: int = 15
    seed: int = 0


@dataclass
class TicketRouter:
    """Routes support tickets to one of the queues from a handful of numeric features."""

    cfg: TrainConfig
    weights: List[np.ndarray] = field(default_factory=list)
    biases: List[np.ndarray] = field(default_factory=list)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.cfg.seed)
        dims = [self.cfg.n_features, *self.cfg.hidden, self.cfg.n_classes]
        for fan_in, fan_out in zip(dims[:-1], dims[1:]):
            self.weights.append(rng.normal(0.0, np.sqrt(2.0 / fan_in), (fan_in, fan_out)))
            self.biases.append(np.zeros(fan_out))
        self._vel = [np.zeros_like(p) for p in self.parameters]

    @property
    def parameters(self) -> List[np.ndarray]:
        return [*self.weights, *self.biases]

    def forward(self, x: np.ndarray) -> Tuple[np.ndarray, List[np.ndarray]]:
        acts = [x]
        for w, b in zip(self.weights[:-1], self.biases[:-1]):
            acts.append(np.maximum(acts[-1] @ w + b, 0.0))
        logits = acts[-1] @ self.weights[-1] + self.biases[-1]
        logits = logits - logits.max(axis=1, keepdims=True)
        e = np.exp(logits)
        return e / e.sum(axis=1, keepdims=True), acts

    def loss(self, x: np.ndarray, labels: np.ndarray) -> float:
        probs, _ = self.forward(x)
        return float(-np.log(probs[np.arange(len(labels)), labels]).mean())

    def gradients(self, x: np.ndarray, labels: np.ndarray) -> List[np.ndarray]:
        probs, acts = self.forward(x)
        n = len(labels)
        delta = probs.copy()
        delta[np.arange(n), labels] -= 1.0
        delta /= n
        g_w, g_b = [], []
        for i in reversed(range(len(self.weights))):
            g_w.insert(0, acts[i].T @ delta)
            g_b.insert(0, delta.sum(axis=0))
            if i > 0:
                delta = (delta @ self.weights[i].T) * (acts[i] > 0)
        return g_w + g_b

    def step(self, x: np.ndarray, labels: np.ndarray) -> None:
        """One step of SGD with classical momentum."""
        grads = self.gradients(x, labels)
        for p, g, v in zip(self.parameters, grads, self._vel):
            v = self.cfg.momentum * v - self.cfg.lr * g
            p += v

    def fit(self, x: np.ndarray, labels: np.ndarray) -> None:
        rng = np.random.default_rng(self.cfg.seed + 1)
        for epoch in range(self.cfg.epochs):
            order = rng.permutation(len(x))
            for start in range(0, len(x), self.cfg.batch_size):
                idx = order[start:start + self.cfg.batch_size]
                self.step(x[idx], labels[idx])
            print(f"[epoch {epoch:02d}] loss={self.loss(x, labels):.4f}")


def make_tickets(n: int = 300, seed: int = 3) -> Tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 6))
    score = np.stack([x[:, 0] + x[:, 1], x[:, 2] * x[:, 3], x[:, 4] - x[:, 5]], axis=1)
    return x, score.argmax(axis=1)


if __name__ == "__main__":
    features, queues = make_tickets()
    router = TicketRouter(TrainConfig())
    router.fit(features, queues)
    pred = router.forward(features)[0].argmax(axis=1)
    print("accuracy", (pred == queues).mean())
