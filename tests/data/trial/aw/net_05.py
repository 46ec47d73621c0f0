from abc import ABC, abstractmethod
from typing import List
import numpy as np


class Layer(ABC):
    @abstractmethod
    def forward(self, inputs: np.ndarray) -> np.ndarray: ...

    @abstractmethod
    def backward(self, grad_output: np.ndarray, learning_rate: float) -> np.ndarray: ...


class Linear(Layer):
    def __init__(self, in_features: int, out_features: int, rng: np.random.Generator):
        bound = 1.0 / np.sqrt(in_features)
        self.weight = rng.uniform(-bound, bound, (in_features, out_features))
        self.bias = rng.uniform(-bound, bound, out_features)

    def forward(self, inputs):
        self.inputs = inputs
        return inputs @ self.weight + self.bias

    def backward(self, grad_output, learning_rate):
        grad_input = grad_output @ self.weight.T
        self.weight -= learning_rate * (self.inputs.T @ grad_output)
        self.bias -= learning_rate * grad_output.sum(axis=0)
        return grad_input


class SiLU(Layer):
    def forward(self, inputs):
        self.inputs = inputs
        self.sig = 1.0 / (1.0 + np.exp(-inputs))
        return inputs * self.sig

    def backward(self, grad_output, learning_rate):
        return grad_output * (self.sig + self.inputs * self.sig * (1.0 - self.sig))


class MeanSquaredError:
    def forward(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2.0 * self.diff / self.diff.size


class Sequential:
    def __init__(self, layers: List[Layer]):
        self.layers = layers
        self.criterion = MeanSquaredError()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train_step(self, x, y, learning_rate):
        loss = self.criterion.forward(self.predict(x), y)
        grad = self.criterion.backward()
        for layer in reversed(self.layers):
            grad = layer.backward(grad, learning_rate)
        return loss


def build(seed: int = 0) -> Sequential:
    rng = np.random.default_rng(seed)
    return Sequential([
        Linear(3, 12, rng), SiLU(),
        Linear(12, 8, rng), SiLU(),
        Linear(8, 2, rng),
    ])


def main():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(128, 3))
    y = np.stack([x[:, 0] * x[:, 1], np.abs(x[:, 2])], axis=1)
    model = build()
    for epoch in range(400):
        loss = model.train_step(x, y, learning_rate=0.1)
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d}  mse {loss:.5f}")


if __name__ == "__main__":
    main()
