"""How a Case's numbers are drawn: signed random data under which nothing passes by luck.

From NumPy's RandomState, whose streams are frozen (NEP 19). A draw is repeated, from the same stream, until units lie
on both sides of every kink and at least one sample reaches the output through active units only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import RandomState

from crosscheck.ball import Array
from crosscheck.case import Case, whole_number
from crosscheck.errors import UsageError
from crosscheck.vocabulary import (
    KINKED,
    LAST_ACTIVATION,
    LOSSES,
    Spec,
    canonical_activations,
    check_choice,
    check_network,
    name_and_parameter,
)  # fmt: skip
from manual_mlp import activations as formulas

ATTEMPTS = 200


def draw(
    sizes: Sequence[int],
    n_samples: int,
    *,
    activations: Sequence[Spec] | str = "tanh",
    loss: str = "mse",
    bias: bool = True,
    inputs: str = "random",
    dtype: str = "float64",
    seed: int = 0,
    **settings: Any,
) -> Case:
    """Draw a Case.

    Args:
        sizes: widths from the input to the output.
        n_samples: N.
        activations: one a layer, or one name for every hidden layer before the output that the loss expects.
        loss: a name of the loss bank.
        bias: whether there are biases (they are then never zero, but for inputs="zeros").
        inputs: "random"; "zeros" with exact zeros among the pre-activations of every hidden layer; "saturated" with
            pre-activations around ±10; "large" with data and weights a hundred times as large; "scaled" with x
            1024 times as large and the first layer's weights as much smaller: only x and dW1 are; "pixels" with x in
            [0, 1], a third of it exactly 0, and one-hot targets, under squares as well.
        dtype: float64 or float32.
        seed: of RandomState.
        settings: further fields of Case (lr, momentum, steps ...).

    Raises:
        UsageError: for anything out of range.
    """
    sizes = tuple(whole_number("a width in sizes", n) for n in sizes)
    n_samples, seed = whole_number("the number of samples", n_samples), whole_number("seed", seed)
    if n_samples < 1:
        raise UsageError(f"{n_samples} samples: expected at least 1")
    check_choice("loss", loss, tuple(LOSSES))
    check_choice("inputs", inputs, ("random", "zeros", "saturated", "large", "scaled", "pixels"))
    if not 0 <= seed < 2**32:
        raise UsageError(f"seed is {seed}: expected a number from 0 to 2**32 - 1")
    if isinstance(activations, str):
        last = LAST_ACTIVATION[LOSSES[loss].family]
        activations = (*[activations] * (len(sizes) - 2), last)
    specs = canonical_activations(activations)
    check_network(sizes, specs, loss)
    stream = RandomState(seed)
    for _ in range(ATTEMPTS):
        x, weights, biases = _numbers(stream, sizes, n_samples, bias, inputs)
        if _is_lively(x, weights, biases, specs):
            break
    family = LOSSES[loss].family
    if inputs == "pixels" and family == "squares":
        family = "cross_entropy" if sizes[-1] > 1 else "bce"  # labels as numbers, as people have them
    y = _targets(stream, family, n_samples, sizes[-1])
    return Case(
        sizes=sizes, activations=specs, loss=loss, x=x, y=y, weights=tuple(weights),
        biases=tuple(biases) if bias else None, dtype=dtype, inputs=inputs, seed=seed, **settings,
    )  # fmt: skip


def _numbers(
    stream: RandomState, sizes: Sequence[int], n_samples: int, bias: bool, inputs: str
) -> tuple[Array, list[Array], list[Array]]:
    x = stream.standard_normal((n_samples, sizes[0]))
    weights = [stream.standard_normal((m, n)) * np.sqrt(2 / n) for n, m in pairwise(sizes)]
    biases = [_away_from_zero(stream, m) for m in sizes[1:]] if bias else []
    if inputs == "saturated":
        weights = [w * 8 for w in weights]
    if inputs == "large":
        x, weights = x * 100, [w * 10 for w in weights]
    if inputs == "scaled":
        x, weights = x * 1024, [weights[0] / 1024, *weights[1:]]
    if inputs == "pixels":
        x = np.abs(x) / (1 + np.abs(x))
        stride = next(n for n in (3, 4, 5, 7, 11) if sizes[0] % n or n == 11)  # no input is always zero
        x.flat[1::stride] = 0
    if inputs == "zeros":
        x[0] = 0
        if not bias and len(weights) > 1 and sizes[1] > 1:
            weights[0][0] = 0  # a zero of x alone hides its derivative from W1, whose gradient it multiplies
        for b in biases[:1]:
            b[::2] = 0
        for w, b in zip(weights[1:-1], biases[1:-1] if bias else weights[1:-1], strict=True):
            w[0] = 0
            b[0] = 0
    return x, weights, biases


def _away_from_zero(stream: RandomState, n: int) -> Array:
    return np.asarray(stream.uniform(0.1, 0.6, n) * np.where(stream.uniform(size=n) < 0.5, -1, 1))


def _targets(stream: RandomState, family: str, n_samples: int, n_outputs: int) -> Array:
    if family == "squares":
        return np.asarray(stream.standard_normal((n_samples, n_outputs)))
    if family == "bce":
        # a random start, then alternating: both targets occur as soon as there are two elements
        flat = (np.arange(n_samples * n_outputs) + stream.randint(2)) % 2
        return stream.permutation(flat).reshape(n_samples, n_outputs).astype(np.float64)
    classes = stream.permutation((np.arange(n_samples) + stream.randint(n_outputs)) % n_outputs)
    return np.asarray(np.eye(n_outputs)[classes])


def _is_lively(x: Array, weights: Sequence[Array], biases: Sequence[Array], specs: Sequence[Spec]) -> bool:
    a, alive = x, np.ones(len(x), dtype=bool)
    for i, (w, spec) in enumerate(zip(weights[:-1], specs, strict=False)):
        z = a @ w.T + (biases[i] if biases else 0.0)
        if name_and_parameter(spec)[0] in KINKED:
            alive &= (z > 0).any(axis=1)
            if not (z > 0).any() or (z.size > 1 and not (z < 0).any()):
                return False
        a = np.asarray(formulas.resolve(spec)[0](z))
    return bool(alive.any())
