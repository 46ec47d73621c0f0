"""The real problem: a 64-32-10 classifier of the UCI handwritten digits, its split, its start and its batches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.data import load_digits
from manual_mlp import training

Array = NDArray[Any]
Rows = NDArray[np.integer[Any]]

SIZES = (64, 32, 10)
ACTIVATIONS = ("tanh", "softmax")
LOSS = "cross_entropy_per_sample"
RATE = 1 / 8  # exact in binary; the bound on the drift grows with it
BATCH = 32
N_TRAIN = 1437  # of 1797; the last batch of an epoch holds 29, so that N is not the same throughout


@dataclass(frozen=True, eq=False)
class Digits:
    """Everything that the three networks share; samples are rows, parameters canonical, all of `dtype`."""

    dtype: str
    x: Array
    y: Array
    held_out_x: Array
    held_out_labels: Array
    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    batches: tuple[Rows, ...]

    def case(self, rows: Rows, weights: Sequence[Array], biases: Sequence[Array]) -> Case:
        """One training step, on these samples and from these parameters."""
        return Case(
            sizes=SIZES, activations=ACTIVATIONS, loss=LOSS, x=self.x[rows], y=self.y[rows],
            weights=tuple(weights), biases=tuple(biases), lr=RATE, dtype=self.dtype,
        )  # fmt: skip


def digits(seed: int, epochs: int, dtype: str) -> Digits:
    """The problem of a seed: RandomState's streams are frozen, so that it is the same everywhere."""
    pixels, labels = load_digits()
    x = (pixels / 16).astype(dtype)  # from 0 to 1, exact in either precision
    y = np.eye(SIZES[-1], dtype=dtype)[labels]
    random = RandomState(seed)
    order = random.permutation(len(x))
    train, held_out = order[:N_TRAIN], order[N_TRAIN:]
    # the range that torch.nn.Linear draws from
    weights = tuple(random.uniform(-1, 1, (m, n)).astype(dtype) / np.sqrt(n).astype(dtype) for n, m in pairwise(SIZES))
    biases = tuple(random.uniform(-1, 1, m).astype(dtype) / np.sqrt(n).astype(dtype) for n, m in pairwise(SIZES))
    epochs_orders = training.orders(N_TRAIN, epochs, seed=seed)
    batches = tuple(rows for o in epochs_orders for rows in training.batches(o, BATCH))
    return Digits(dtype, x[train], y[train], x[held_out], labels[held_out], weights, biases, batches)
