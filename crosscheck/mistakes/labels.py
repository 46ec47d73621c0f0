"""Class labels used as an index of the wrong axis: 1 is taken from whole columns or rows, not from one element each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array
from crosscheck.mistakes.output import against, from_moved
from crosscheck.mistakes.site import Defect, Variant

if TYPE_CHECKING:
    from crosscheck.case import Case


def columns(y: Array) -> NDArray[Any]:
    """p[:, y] -= 1: an assignment counts a column once, however often it is listed."""
    return np.broadcast_to(np.max(y, axis=0), y.shape)


def columns_counted(y: Array) -> NDArray[Any]:
    """The same in a loop over the labels: a column counts as often as it occurs."""
    return np.broadcast_to(np.sum(y, axis=0), y.shape)


def rows(y: Array) -> NDArray[Any]:
    """p[y] -= 1: the rows whose number is a label."""
    return np.broadcast_to(np.minimum(counted(y), 1)[:, None], y.shape)


def rows_counted(y: Array) -> NDArray[Any]:
    """The same in a loop."""
    return np.broadcast_to(counted(y)[:, None], y.shape)


def counted(y: Array) -> NDArray[Any]:
    """How often the number of each row is a label."""
    return np.bincount(np.argmax(y, axis=1), minlength=len(y))[: len(y)] * 1.0


def everywhere(y: Array) -> NDArray[Any]:
    """p -= 1."""
    return np.ones_like(y)


WAYS: dict[str, Callable[[Array], NDArray[Any]]] = {
    "in the columns of all labels": columns, "in a column for each label": columns_counted,
    "in the rows of all labels": rows, "in a row for each label": rows_counted, "everywhere": everywhere,
}  # fmt: skip


def index_of_the_wrong_axis(case: Case, i: int) -> Sequence[Variant]:
    """1 is subtracted in the wrong places; only where the targets are labels, and each names a row that exists."""
    y = case.y
    if i != case.n_layers or case.n_outputs == 1 or not one_hot(np.asarray(y, dtype=np.float64)):
        return ()
    found: list[Variant] = []
    for label, way in WAYS.items():
        if way in (rows, rows_counted) and np.max(np.argmax(y, axis=1)) >= len(y):
            continue
        found += against(case, i, label, from_moved(way))
    return found


def one_hot(y: Array) -> bool:
    """Whether every row has a single one and zeros."""
    return bool(np.all((y == 0) | (y == 1)) and np.all(np.sum(y, axis=1) == 1))


DEFECTS = (Defect("labels-as-columns", "output", index_of_the_wrong_axis),)
