from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from numpy.typing import NDArray

C = np.sqrt(2.0 / np.pi)
K = 0.044715


def gelu(x: NDArray) -> NDArray:
    return 0.5 * x * (1.0 + np.tanh(C * (x + K * x**3)))


def d_gelu(x: NDArray) -> NDArray:
    t = np.tanh(C * (x + K * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * C * (1.0 + K * x**2)


@dataclass
class Linear:
    weight: NDArray   # (out, in)
    bias: NDArray     # (out,)


class MLP:
    def __init__(self, dims: List[int], rng: np.random.Generator) -> None:
        self.layers = [
            Linear(rng.normal(0, 1 / np.sqrt(i), (o, i)), np.zeros(o))
            for i, o in zip(dims[:-1], dims[1:])
        ]

    def __call__(self, x: NDArray) -> Tuple[NDArray, List[Tuple[NDArray, NDArray]]]:
        tape = []
        last = len(self.layers) - 1
        for n, layer in enumerate(self.layers):
            pre = x @ layer.weight.T + layer.bias
            tape.append((x, pre))
            x = pre if n == last else gelu(pre)
        return x, tape

    def gradients(self, grad: NDArray, tape) -> List[Tuple[NDArray, NDArray]]:
        out: List[Tuple[NDArray, NDArray]] = []
        for n in range(len(self.layers) - 1, -1, -1):
            inp, pre = tape[n]
            if n != len(self.layers) - 1:
                grad = grad * d_gelu(pre)
            out.append((grad.T @ inp, grad.sum(axis=0)))
            grad = grad @ self.layers[n].weight
        return out[::-1]


def mse_loss(pred: NDArray, target: NDArray) -> Tuple[float, NDArray]:
    diff = pred - target
    return float((diff**2).mean()), 2.0 * diff / diff.size


def fit(model: MLP, x: NDArray, y: NDArray, *, lr: float = 0.05, steps: int = 400) -> List[float]:
    losses = []
    for step in range(steps):
        pred, tape = model(x)
        loss, grad = mse_loss(pred, y)
        for layer, (gw, gb) in zip(model.layers, model.gradients(grad, tape)):
            layer.weight -= lr * gw
            layer.bias -= lr * gb
        losses.append(loss)
        if step % 100 == 0:
            print(f"step {step:4d}  mse {loss:.5f}")
    return losses


if __name__ == "__main__":
    rng = np.random.default_rng(42)
    x = rng.uniform(-3, 3, (128, 1))
    y = np.hstack([np.sin(x), np.cos(x)])
    fit(MLP([1, 16, 16, 2], rng), x, y)
