"""A clean, from-scratch multilayer perceptron for regression using only NumPy."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Tuple

import numpy as np

SQRT_2_OVER_PI: float = np.sqrt(2.0 / np.pi)


def gelu(x: np.ndarray) -> np.ndarray:
    """GELU activation (tanh approximation)."""
    return 0.5 * x * (1.0 + np.tanh(SQRT_2_OVER_PI * (x + 0.044715 * x ** 3)))


def gelu_derivative(x: np.ndarray) -> np.ndarray:
    """Derivative of the tanh-approximated GELU."""
    t = np.tanh(SQRT_2_OVER_PI * (x + 0.044715 * x ** 3))
    inner_derivative = SQRT_2_OVER_PI * (1.0 + 0.044715 * x ** 2)
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t ** 2) * inner_derivative


@dataclass
class MLPConfig:
    """Hyperparameters for the network."""
    layer_sizes: List[int] = field(default_factory=lambda: [3, 16, 8, 2])
    learning_rate: float = 0.05
    batch_size: int = 32
    epochs: int = 30
    seed: int = 42


class MLP:
    """Fully connected network with GELU hidden layers and a linear output layer."""

    def __init__(self, config: MLPConfig) -> None:
        self.config = config
        self.rng = np.random.default_rng(config.seed)
        self.weights: List[np.ndarray] = []
        self.biases: List[np.ndarray] = []
        for fan_in, fan_out in zip(config.layer_sizes[:-1], config.layer_sizes[1:]):
            self.weights.append(self.rng.normal(0.0, np.sqrt(2.0 / fan_in), (fan_in, fan_out)))
            self.biases.append(np.zeros(fan_out))

    def forward(self, x: np.ndarray) -> Tuple[np.ndarray, List[np.ndarray], List[np.ndarray]]:
        """Run the forward pass and keep intermediate values for backpropagation."""
        activations, pre_activations = [x], []
        for i, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = activations[-1] @ w + b
            pre_activations.append(z)
            is_last = i == len(self.weights) - 1
            activations.append(z if is_last else gelu(z))
        return activations[-1], activations, pre_activations

    @staticmethod
    def loss(y_pred: np.ndarray, y_true: np.ndarray) -> float:
        """Mean squared error over all elements."""
        return float(np.mean((y_pred - y_true) ** 2))

    def backward(self, y_true: np.ndarray, activations: List[np.ndarray],
                 pre_activations: List[np.ndarray]) -> Tuple[List[np.ndarray], List[np.ndarray]]:
        """Compute gradients of the loss with respect to all parameters."""
        grads_w = [np.zeros_like(w) for w in self.weights]
        grads_b = [np.zeros_like(b) for b in self.biases]
        delta = 2.0 * (activations[-1] - y_true) / y_true.size
        for i in reversed(range(len(self.weights))):
            grads_w[i] = activations[i].T @ delta
            grads_b[i] = np.mean(delta, axis=0)
            if i > 0:
                delta = (delta @ self.weights[i].T) * gelu_derivative(pre_activations[i - 1])
        return grads_w, grads_b

    def train_step(self, x: np.ndarray, y: np.ndarray) -> float:
        """Perform one gradient descent step and return the batch loss."""
        y_pred, activations, pre_activations = self.forward(x)
        grads_w, grads_b = self.backward(y, activations, pre_activations)
        for i in range(len(self.weights)):
            self.weights[i] -= self.config.learning_rate * grads_w[i]
            self.biases[i] -= self.config.learning_rate * grads_b[i]
        return self.loss(y_pred, y)

    def fit(self, x: np.ndarray, y: np.ndarray) -> None:
        """Train the network with mini-batch gradient descent."""
        for epoch in range(self.config.epochs):
            order = self.rng.permutation(len(x))
            losses = []
            for start in range(0, len(x), self.config.batch_size):
                idx = order[start:start + self.config.batch_size]
                losses.append(self.train_step(x[idx], y[idx]))
            if epoch % 10 == 0:
                print(f"Epoch {epoch:3d} | loss = {np.mean(losses):.6f}")


def main() -> None:
    rng = np.random.default_rng(0)
    x = rng.uniform(-1, 1, (256, 3))
    y = np.stack([np.sin(2 * x[:, 0]) + x[:, 1] ** 2, x[:, 1] * x[:, 2]], axis=1)
    model = MLP(MLPConfig())
    model.fit(x, y)
    print(f"Final loss: {model.loss(model.forward(x)[0], y):.6f}")


if __name__ == "__main__":
    main()
