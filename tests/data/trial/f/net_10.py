"""A clean, self-contained binary classifier implemented with NumPy."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class MLPConfig:
    input_dim: int
    hidden_dims: list[int] = field(default_factory=lambda: [8, 8])
    learning_rate: float = 0.5
    momentum: float = 0.9
    alpha: float = 1.0
    seed: int = 42


class BinaryMLP:
    """Multilayer perceptron: ELU hidden layers, sigmoid output, binary cross-entropy."""

    def __init__(self, config: MLPConfig) -> None:
        self.config = config
        rng = np.random.default_rng(config.seed)
        dims = [config.input_dim, *config.hidden_dims, 1]
        self.params: list[dict[str, np.ndarray]] = [
            {"W": rng.normal(0.0, np.sqrt(1.0 / d_in), size=(d_in, d_out)), "b": np.zeros(d_out)}
            for d_in, d_out in zip(dims[:-1], dims[1:])
        ]
        self.velocity = [{k: np.zeros_like(v) for k, v in p.items()} for p in self.params]

    def _elu(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, z, self.config.alpha * np.expm1(np.minimum(z, 0)))

    def _elu_grad(self, z: np.ndarray) -> np.ndarray:
        return np.where(z > 0, 1.0, self.config.alpha * np.exp(np.minimum(z, 0)))

    def forward(self, X: np.ndarray) -> tuple[np.ndarray, list[tuple[np.ndarray, np.ndarray]]]:
        cache = []
        a = X
        for i, p in enumerate(self.params):
            z = a @ p["W"] + p["b"]
            cache.append((a, z))
            a = self._elu(z) if i < len(self.params) - 1 else 1.0 / (1.0 + np.exp(-z))
        return a.ravel(), cache

    @staticmethod
    def loss(y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean binary cross-entropy."""
        return float(-np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)))

    def backward(self, y_hat: np.ndarray, y: np.ndarray, cache) -> list[dict[str, np.ndarray]]:
        grads: list[dict[str, np.ndarray]] = []
        n = y.shape[0]
        # Gradient of the loss with respect to the output pre-activation
        delta = ((y_hat - y) * y_hat * (1 - y_hat) / n).reshape(-1, 1)
        for i in reversed(range(len(self.params))):
            a_prev, _ = cache[i]
            grads.append({"W": a_prev.T @ delta, "b": delta.sum(axis=0)})
            if i > 0:
                delta = (delta @ self.params[i]["W"].T) * self._elu_grad(cache[i - 1][1])
        return grads[::-1]

    def step(self, grads: list[dict[str, np.ndarray]]) -> None:
        for p, g, v in zip(self.params, grads, self.velocity):
            for key in p:
                v[key] = self.config.momentum * v[key] - self.config.learning_rate * g[key]
                p[key] = p[key] + v[key]

    def fit(self, X: np.ndarray, y: np.ndarray, epochs: int = 300, verbose: bool = True) -> list[float]:
        history = []
        for epoch in range(1, epochs + 1):
            y_hat, cache = self.forward(X)
            history.append(self.loss(y_hat, y))
            self.step(self.backward(y_hat, y, cache))
            if verbose and epoch % 50 == 0:
                print(f"Epoch {epoch:4d} | loss = {history[-1]:.4f}")
        return history


def main() -> None:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 2))
    y = (X[:, 0] * X[:, 1] > 0).astype(float)
    model = BinaryMLP(MLPConfig(input_dim=2, learning_rate=0.1))
    model.fit(X, y)
    print("Accuracy:", np.mean((model.forward(X)[0] > 0.5) == y))


if __name__ == "__main__":
    main()
