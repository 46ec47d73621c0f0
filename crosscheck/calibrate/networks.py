"""Random correct networks: what is drawn, and how."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator

from crosscheck.calibrate.arithmetic import Floats
from crosscheck.case import Case
from crosscheck.vocabulary import LAST_ACTIVATION, LOSSES, Spec

KINDS = ("random", "random", "random", "positive", "scaled", "saturated", "constant", "repeated", "zeros")
HIDDEN: tuple[Spec, ...] = (
    "identity", "sigmoid", "tanh", "relu", "leaky_relu", ("leaky_relu", 0.3), "elu", ("elu", 0.7), "softplus",
    "gelu_tanh", "silu",
)  # fmt: skip
WIDEST, MOST_SAMPLES, MOST_LAYERS = 512, 256, 6
# Products of one pass; beyond it a draw is kept once in HEAVY_SHARE times, so that big networks occur and do not rule.
HEAVY, HEAVY_SHARE = 3_000_000, 0.08


def draw_network(seed: int, number: int, widest: int = WIDEST, most_samples: int = MOST_SAMPLES) -> tuple[Case, str]:
    """The numbered network of a seed, and the kind of its data."""
    rng = np.random.default_rng([seed, number])
    while True:
        n_layers = int(rng.integers(1, MOST_LAYERS + 1))
        sizes = tuple(log_uniform(rng, widest) for _ in range(n_layers + 1))
        n = log_uniform(rng, most_samples)
        products = n * sum(i * o for i, o in pairwise(sizes))
        if products <= HEAVY or rng.random() < HEAVY_SHARE:
            break
    kind = KINDS[int(rng.integers(len(KINDS)))]
    loss = pick(rng, tuple(LOSSES))
    family = LOSSES[loss].family
    outputs = (*HIDDEN, "softmax") if family == "squares" else (LAST_ACTIVATION[family],)
    activations = (*(pick(rng, HIDDEN) for _ in range(n_layers - 1)), pick(rng, outputs))
    x, weights, biases = numbers(rng, sizes, n, kind)
    case = Case(
        sizes=sizes, activations=activations, loss=loss, x=x, y=targets(rng, family, n, sizes[-1], kind),
        weights=tuple(weights), biases=tuple(biases) if rng.random() < 0.7 else None,
        dtype=pick(rng, ("float64", "float32")), **settings(rng, n, sizes[-1], loss),
    )  # fmt: skip
    return case, kind


def log_uniform(rng: Generator, most: int) -> int:
    """1 to most, every order of magnitude as often as any other."""
    return min(most, int(np.exp(rng.uniform(0, np.log(most + 1)))))


def pick(rng: Generator, choices: tuple[Any, ...]) -> Any:
    """One of them."""
    return choices[int(rng.integers(len(choices)))]


def numbers(rng: Generator, sizes: tuple[int, ...], n: int, kind: str) -> tuple[Floats, list[Floats], list[Floats]]:
    """x, weights and biases. Constant and repeated data round in the same direction in every term of a sum."""
    x: Floats = rng.standard_normal((n, sizes[0]))
    weights: list[Floats] = [rng.standard_normal((o, i)) * np.sqrt(2 / i) for i, o in pairwise(sizes)]
    biases: list[Floats] = [rng.uniform(-0.6, 0.6, o) for o in sizes[1:]]
    if kind == "positive":
        x, weights = np.abs(x), [np.abs(w) / np.sqrt(w.shape[1]) for w in weights]
    elif kind == "scaled":
        x = x * 10.0 ** rng.uniform(-3, 3, sizes[0])
        weights = [w * 10.0 ** rng.uniform(-1, 1) for w in weights]
    elif kind == "saturated":
        weights = [w * 8 for w in weights]
    elif kind == "constant":
        x = np.full_like(x, rng.uniform(0.1, 1))
        weights = [np.full_like(w, rng.uniform(0.5, 1.5) / w.shape[1]) for w in weights]
        biases = [np.full_like(b, rng.uniform(-0.1, 0.1)) for b in biases]
    elif kind == "repeated":
        x = np.repeat(x[:1], n, axis=0)
    elif kind == "zeros":
        x[0] = 0
        biases[0][::2] = 0
    return x, weights, biases


def targets(rng: Generator, family: str, n: int, k: int, kind: str) -> Floats:
    """Values, zeros and ones, or one-hot rows; for some networks soft targets; equal ones where deltas should be."""
    soft = rng.random() < 0.2
    if family == "squares":
        y = rng.standard_normal((n, k))
    elif family == "bce":
        y = rng.uniform(size=(n, k)) if soft else rng.integers(0, 2, (n, k)).astype(np.float64)
    else:
        y = rng.dirichlet(np.ones(k), n) if soft else np.eye(k)[rng.integers(0, k, n)]
    return np.repeat(y[:1], n, axis=0) if kind in ("constant", "repeated") else y


def settings(rng: Generator, n: int, k: int, loss: str) -> dict[str, Any]:
    """SGD, the L2 term and the number of steps; the step is smaller where the loss is a sum."""
    momentum = pick(rng, (0.0, 0.0, 0.5, 0.9, 0.99))
    nesterov = momentum > 0 and rng.random() < 0.3
    ema = momentum > 0 and not nesterov and rng.random() < 0.15
    terms = {"": n * k, "N": k, "NK": 1}[LOSSES[loss].divisor]
    return {
        "lr": pick(rng, (0.125, 0.1, 0.01, 0.3)) / terms,
        "momentum": momentum,
        "nesterov": nesterov,
        "momentum_form": "ema" if ema else "torch",
        "dampening": pick(rng, (0.0, 0.1, 0.9)) if momentum and not nesterov and not ema else 0.0,
        "weight_decay": pick(rng, (0.0, 0.0, 0.01, 0.3)),
        "maximize": bool(rng.random() < 0.1),
        "l2": pick(rng, (0.0, 0.0, 0.0, 0.01, 0.5)),
        "l2_on": pick(rng, ("weights", "all")),
        "l2_scale": pick(rng, ("total", "per_sample")),
        "steps": pick(rng, (1, 1, 1, 2, 3)),
    }
