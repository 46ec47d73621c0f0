"""
MLP classifier in pure NumPy.

Features:
    - Configurable hidden layers
    - GELU activation (tanh approximation)
    - Softmax output with cross-entropy loss
    - Mini-batch SGD with L2 regularization
"""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Tuple

import numpy as np

SQRT_2_OVER_PI = np.sqrt(2.0 / np.pi)
GELU_COEF = 0.044715


@dataclass
class MLPConfig:
    """Configuration for the MLP."""
    input_dim: int
    output_dim: int
    hidden_dims: List[int] = field(default_factory=lambda: [16, 16])
    learning_rate: float = 0.1
    l2_lambda: float = 1e-3
    batch_size: int = 32
    epochs: int = 30
    seed: int = 42


def gelu(x: np.ndarray) -> np.ndarray:
    """GELU activation function (tanh approximation)."""
    return 0.5 * x * (1.0 + np.tanh(SQRT_2_OVER_PI * (x + GELU_COEF * x ** 2)))


def gelu_derivative(x: np.ndarray) -> np.ndarray:
    """Derivative of GELU with respect to its input."""
    t = np.tanh(SQRT_2_OVER_PI * (x + GELU_COEF * x ** 3))
    dt = (1.0 - t ** 2) * SQRT_2_OVER_PI * (1.0 + 3.0 * GELU_COEF * x ** 2)
    return 0.5 * (1.0 + t) + 0.5 * x * dt


def softmax(logits: np.ndarray) -> np.ndarray:
    """Numerically stable softmax."""
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


class MLPClassifier:
    """Multi-layer perceptron for multi-class classification."""

    def __init__(self, config: MLPConfig) -> None:
        self.config = config
        self.rng = np.random.default_rng(config.seed)
        dims = [config.input_dim, *config.hidden_dims, config.output_dim]
        self.weights = [self.rng.normal(0, np.sqrt(2.0 / i), (i, o)) for i, o in zip(dims[:-1], dims[1:])]
        self.biases = [np.zeros((1, o)) for o in dims[1:]]

    def forward(self, X: np.ndarray) -> Tuple[np.ndarray, list, list]:
        """Forward pass; returns probabilities, pre-activations and activations."""
        zs, acts = [], [X]
        for i, (W, b) in enumerate(zip(self.weights, self.biases)):
            z = acts[-1] @ W + b
            zs.append(z)
            acts.append(softmax(z) if i == len(self.weights) - 1 else gelu(z))
        return acts[-1], zs, acts

    def compute_loss(self, X: np.ndarray, y: np.ndarray) -> float:
        """Mean cross-entropy plus L2 penalty."""
        probs, _, _ = self.forward(X)
        ce = -np.mean(np.log(probs[np.arange(len(y)), y]))
        l2 = 0.5 * self.config.l2_lambda * sum(np.sum(W ** 2) for W in self.weights)
        return float(ce + l2)

    def train_step(self, X: np.ndarray, y: np.ndarray) -> None:
        """One forward/backward pass and parameter update."""
        probs, zs, acts = self.forward(X)
        delta = probs.copy()
        delta[np.arange(len(y)), y] -= 1.0
        delta /= len(y)
        grads = []
        for i in reversed(range(len(self.weights))):
            dW = acts[i].T @ delta + self.config.l2_lambda * self.weights[i]
            db = delta.sum(axis=0, keepdims=True)
            grads.append((i, dW, db))
            if i > 0:
                delta = (delta @ self.weights[i].T) * gelu_derivative(zs[i - 1])
        for i, dW, db in grads:
            self.weights[i] -= self.config.learning_rate * dW
            self.biases[i] -= self.config.learning_rate * db

    def fit(self, X: np.ndarray, y: np.ndarray) -> "MLPClassifier":
        for epoch in range(self.config.epochs):
            perm = self.rng.permutation(len(X))
            for s in range(0, len(X), self.config.batch_size):
                idx = perm[s:s + self.config.batch_size]
                self.train_step(X[idx], y[idx])
            if epoch % 10 == 0:
                # my logger expects this format
                print(f"epoch={epoch} loss={self.compute_loss(X, y):.4f}")
        return self


if __name__ == "__main__":
    g = np.random.default_rng(0)
    r, lab = g.uniform(0, 3, 300), None
    th = g.uniform(0, 2 * np.pi, 300)
    X, y = np.c_[r * np.cos(th), r * np.sin(th)], np.floor(r).astype(int)
    clf = MLPClassifier(MLPConfig(2, 3)).fit(X, y)
    print("train acc", (clf.forward(X)[0].argmax(1) == y).mean())
