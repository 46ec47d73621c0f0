"""mlp_margin.py

Binary classifier with labels in {-1, +1}; ELU hidden layers; linear score f(x).
Mini-batch SGD on   mean_i log(1 + exp(-y_i f(x_i))).
"""
from typing import List, Tuple
import numpy as np


class Layer:
    """Affine map plus optional ELU.  Gradients are summed into grad_w / grad_b."""

    def __init__(self, n_in: int, n_out: int, elu: bool, rng: np.random.Generator) -> None:
        self.w = rng.normal(size=(n_in, n_out)) * np.sqrt(1.0 / n_in)
        self.b = np.zeros((1, n_out))
        self.elu = elu
        self.zero_grad()

    def zero_grad(self) -> None:
        self.grad_w = np.zeros_like(self.w)
        self.grad_b = np.zeros_like(self.b)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self._x = x
        self._z = x @ self.w + self.b
        if not self.elu:
            return self._z
        return np.where(self._z > 0, self._z, np.expm1(np.minimum(self._z, 0)))

    def backward(self, dy: np.ndarray) -> np.ndarray:
        if self.elu:
            dy = dy * np.where(self._z > 0, 1.0, np.exp(np.minimum(self._z, 0)))
        self.grad_w += self._x.T @ dy
        self.grad_b += dy.sum(axis=0, keepdims=True)
        return dy @ self.w.T


class MarginMLP:
    def __init__(self, sizes: List[int], seed: int = 0) -> None:
        rng = np.random.default_rng(seed)
        last = len(sizes) - 2
        self.layers = [Layer(sizes[i], sizes[i + 1], i != last, rng) for i in range(last + 1)]

    def score(self, x: np.ndarray) -> np.ndarray:
        for layer in self.layers:
            x = layer.forward(x)
        return x[:, 0]

    def loss(self, x: np.ndarray, y: np.ndarray) -> float:
        return float(np.logaddexp(0.0, -y * self.score(x)).mean())

    def backprop(self, x: np.ndarray, y: np.ndarray) -> None:
        f = self.score(x)
        d = (-y / (1.0 + np.exp(y * f)) / len(y))[:, None]
        for layer in reversed(self.layers):
            d = layer.backward(d)

    def zero_grad(self) -> None:
        for layer in self.layers:
            layer.zero_grad()

    def apply(self, lr: float) -> None:
        for layer in self.layers:
            layer.w -= lr * layer.grad_w
            layer.b -= lr * layer.grad_b

    def fit(self, x: np.ndarray, y: np.ndarray, epochs: int = 40, lr: float = 0.1,
            batch_size: int = 32, seed: int = 0) -> List[float]:
        rng = np.random.default_rng(seed)
        history: List[float] = []
        for _ in range(epochs):
            order = rng.permutation(len(x))
            self.zero_grad()
            for lo in range(0, len(x), batch_size):
                sel = order[lo:lo + batch_size]
                self.backprop(x[sel], y[sel])
                self.apply(lr)
            history.append(self.loss(x, y))
        return history


def toy(n: int = 160, seed: int = 4) -> Tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 2))
    return x, np.where(np.abs(x[:, 0]) + x[:, 1] > 0.5, 1.0, -1.0)


def test_fit() -> None:
    x, y = toy()
    h = MarginMLP([2, 12, 8, 1]).fit(x, y)
    print("loss first/last epoch: %.4f / %.4f" % (h[0], h[-1]))
    assert h[-1] < h[0]


if __name__ == "__main__":
    test_fit()
