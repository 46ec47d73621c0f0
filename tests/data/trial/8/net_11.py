from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

Array = np.ndarray


class LayerParams(NamedTuple):
    kernel: Array  # (fan_in, fan_out)
    offset: Array  # (fan_out,)


@dataclass(frozen=True)
class Config:
    widths: tuple[int, ...] = (3, 9, 7, 1)
    elu_alpha: float = 1.0
    learning_rate: float = 0.3
    epochs: int = 300
    seed: int = 11


@dataclass
class History:
    losses: list[float] = field(default_factory=list)


def elu(z: Array, alpha: float) -> Array:
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def elu_prime(z: Array, alpha: float) -> Array:
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


def logistic(z: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-z))


def init_params(cfg: Config) -> list[LayerParams]:
    rng = np.random.default_rng(cfg.seed)
    return [
        LayerParams(rng.normal(0, np.sqrt(1 / m), (m, n)), np.zeros(n))
        for m, n in zip(cfg.widths[:-1], cfg.widths[1:])
    ]


def forward(params: list[LayerParams], x: Array, cfg: Config) -> tuple[Array, list[Array], list[Array]]:
    activations, pre = [x], []
    for layer in params[:-1]:
        pre.append(activations[-1] @ layer.kernel + layer.offset)
        activations.append(elu(pre[-1], cfg.elu_alpha))
    last = params[-1]
    prob = logistic(activations[-1] @ last.kernel + last.offset)
    return prob, activations, pre


def binary_cross_entropy(prob: Array, y: Array) -> float:
    """Average negative log-likelihood of the labels."""
    return float(-np.mean(y * np.log(prob) + (1 - y) * np.log(1 - prob)))


def gradients(params: list[LayerParams], x: Array, y: Array, cfg: Config) -> tuple[float, list[LayerParams]]:
    prob, activations, pre = forward(params, x, cfg)
    delta = (prob - y) * prob * (1 - prob) / len(x)
    grads: list[LayerParams] = []
    for i in range(len(params) - 1, -1, -1):
        grads.append(LayerParams(activations[i].T @ delta, delta.sum(0)))
        if i:
            delta = (delta @ params[i].kernel.T) * elu_prime(pre[i - 1], cfg.elu_alpha)
    return binary_cross_entropy(prob, y), grads[::-1]


def sgd(params: list[LayerParams], grads: list[LayerParams], lr: float) -> list[LayerParams]:
    return [LayerParams(*(p - lr * g for p, g in zip(layer, grad))) for layer, grad in zip(params, grads)]


def fit(x: Array, y: Array, cfg: Config = Config()) -> tuple[list[LayerParams], History]:
    params, history = init_params(cfg), History()
    for _ in range(cfg.epochs):
        loss, grads = gradients(params, x, y, cfg)
        params = sgd(params, grads, cfg.learning_rate)
        history.losses.append(loss)
    return params, history


def test_elu_is_continuous_at_zero() -> None:
    assert np.isclose(elu(np.array(-1e-9), 1.0), elu(np.array(1e-9), 1.0), atol=1e-8)


def test_loss_goes_down() -> None:
    x = np.random.default_rng(0).normal(size=(80, 3))
    y = (x[:, :1] * x[:, 1:2] > 0).astype(float)
    _, history = fit(x, y)
    assert history.losses[-1] < history.losses[0]


if __name__ == "__main__":
    test_elu_is_continuous_at_zero()
    test_loss_goes_down()
    rng = np.random.default_rng(1)
    data = rng.normal(size=(200, 3))
    labels = ((data**2).sum(1, keepdims=True) > 2.5).astype(float)
    fitted, log = fit(data, labels)
    print(f"loss {log.losses[0]:.4f} -> {log.losses[-1]:.4f}")
    print(f"accuracy {np.mean((forward(fitted, data, Config())[0] > 0.5) == labels):.3f}")
