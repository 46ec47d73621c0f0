"""A Case of another shape: units, samples and layers left out, or drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.draw import draw
from crosscheck.errors import UsageError
from crosscheck.standard_cases import labels, labels_needed
from crosscheck.vocabulary import LOSSES, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration

Array = NDArray[Any]


@dataclass(frozen=True)
class Shape:
    """Widths, N and the number of steps."""

    sizes: tuple[int, ...]
    n_samples: int
    steps: int


def shape_of(case: Case) -> Shape:
    """The shape of a Case."""
    return Shape(case.sizes, case.n_samples, case.steps)


def resized(case: Case, shape: Shape, d: Declaration) -> Case | None:
    """The case with the first units and samples alone; without its last hidden layers. None where that is no case."""
    n_layers = len(shape.sizes) - 1
    if too_narrow(case, shape):
        return None
    kept = [*range(n_layers - 1), case.n_layers - 1]
    weights = [case.weights[k][:m, :n] for k, (n, m) in zip(kept, pairwise(shape.sizes), strict=True)]
    biases = None
    if case.biases is not None:
        biases = tuple(case.biases[k][:m] for k, m in zip(kept, shape.sizes[1:], strict=True))
    if any(w.shape != (m, n) for w, (n, m) in zip(weights, pairwise(shape.sizes), strict=True)):
        return None
    try:
        return case.with_(
            sizes=shape.sizes, activations=d.activations_for(n_layers), steps=shape.steps,
            x=case.x[: shape.n_samples, : shape.sizes[0]], y=fewer_targets(case, shape),
            weights=tuple(weights), biases=biases,
        )  # fmt: skip
    except UsageError:
        return None


def fewer_targets(case: Case, shape: Shape) -> Array:
    """The first targets; of class labels, a class that is gone becomes the first."""
    y = np.array(case.y[: shape.n_samples, : shape.sizes[-1]])
    was_one_hot = case.n_outputs > 1 and np.array_equal(case.y.sum(axis=1), np.ones(case.n_samples))
    if was_one_hot and np.array_equal(case.y, case.y.astype(bool)):
        y[y.sum(axis=1) == 0, 0] = 1
    return y


def too_narrow(case: Case, shape: Shape) -> bool:
    """A softmax over one class says nothing."""
    return shape.sizes[-1] < 2 and name_and_parameter(case.activations[-1])[0] == "softmax"


def drawn_again(case: Case, shape: Shape, d: Declaration) -> Case | None:
    """A case of this shape with new numbers, for where the first units say nothing."""
    if too_narrow(case, shape):
        return None
    settings = {**d.settings, "lr": case.lr, "steps": shape.steps, "dtype": case.dtype}
    inputs = "random" if case.inputs == "data" else case.inputs
    try:
        drawn = draw(
            shape.sizes, shape.n_samples, activations=d.activations_for(len(shape.sizes) - 1), loss=case.loss,
            bias=d.bias, inputs=inputs, **settings,
        )  # fmt: skip
    except UsageError:
        return None
    kind = labels_needed(d)
    if kind and LOSSES[case.loss].family == "squares":
        return drawn.with_(y=labels(kind, shape.n_samples, shape.sizes[-1], 0))
    return drawn
