from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def sigmoid(z: Array) -> Array:
    return 0.5 * (1.0 + np.tanh(0.5 * z))


@dataclass(frozen=True)
class TrainConfig:
    lr: float = 0.05
    momentum: float = 0.9
    weight_decay: float = 1e-3   # weights only, added to the gradient (torch style)
    batch_size: int = 25
    epochs: int = 30


@dataclass
class Linear:
    weight: Array
    bias: Array
    v_weight: Array = field(init=False)
    v_bias: Array = field(init=False)

    def __post_init__(self) -> None:
        self.v_weight = np.zeros_like(self.weight)
        self.v_bias = np.zeros_like(self.bias)

    @classmethod
    def init(cls, fan_in: int, fan_out: int, rng: np.random.Generator) -> Linear:
        return cls(rng.standard_normal((fan_out, fan_in)) / np.sqrt(fan_in), np.zeros((fan_out, 1)))

    def __call__(self, x: Array) -> Array:
        return self.weight @ x + self.bias

    def apply(self, gw: Array, gb: Array, cfg: TrainConfig) -> None:
        self.v_weight = cfg.momentum * self.v_weight + (gw + cfg.weight_decay * self.weight)
        self.v_bias = cfg.momentum * self.v_bias + gb
        self.weight = self.weight - cfg.lr * self.v_weight
        self.bias = self.bias - cfg.lr * self.v_bias


@dataclass
class Regressor:
    layers: list[Linear]

    @classmethod
    def build(cls, dims: list[int], seed: int = 0) -> Regressor:
        rng = np.random.default_rng(seed)
        return cls([Linear.init(i, o, rng) for i, o in zip(dims, dims[1:])])

    def forward(self, x: Array) -> tuple[Array, list[tuple[Array, Array]]]:
        tape: list[tuple[Array, Array]] = []
        for i, layer in enumerate(self.layers):
            z = layer(x)
            tape.append((x, z))
            x = z * sigmoid(z) if i + 1 < len(self.layers) else z
        return x, tape

    def train_step(self, x: Array, y: Array, cfg: TrainConfig) -> float:
        pred, tape = self.forward(x)
        diff = pred - y
        grad = 2.0 * diff / diff.size
        grads: list[tuple[Array, Array]] = []
        for i in range(len(self.layers) - 1, -1, -1):
            inp, z = tape[i]
            if i + 1 < len(self.layers):
                s = sigmoid(z)
                grad = grad * (s * (1.0 + z * (1.0 - s)))
            grads.append((grad @ inp.T, grad.sum(axis=1, keepdims=True)))
            grad = self.layers[i].weight.T @ grad
        for layer, (gw, gb) in zip(reversed(self.layers), grads):
            layer.apply(gw, gb, cfg)
        return float(np.mean(diff ** 2))


def batches(x: Array, y: Array, size: int, rng: np.random.Generator) -> Iterator[tuple[Array, Array]]:
    perm = rng.permutation(x.shape[1])
    for k in range(0, len(perm), size):
        yield x[:, perm[k:k + size]], y[:, perm[k:k + size]]


def main() -> None:
    cfg = TrainConfig()
    rng = np.random.default_rng(11)
    x = rng.uniform(-2, 2, (2, 200))
    y = np.vstack([np.sin(x[0]) * x[1], x[0] ** 2 - x[1]])
    model = Regressor.build([2, 16, 16, 8, 2])
    for epoch in range(cfg.epochs):
        losses = [model.train_step(bx, by, cfg) for bx, by in batches(x, y, cfg.batch_size, rng)]
        if epoch % 5 == 0:
            print(f"epoch {epoch:3d}  mse {np.mean(losses):.5f}")


if __name__ == "__main__":
    main()
