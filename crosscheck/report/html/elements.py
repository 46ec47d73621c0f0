"""Every element of a run beside the reference's and its bound, in the candidate's own orientation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Ball
from crosscheck.bounds import both_walk, local_walk
from crosscheck.conventions import Conventions, candidate_index
from crosscheck.finding import Finding
from crosscheck.record import Name, Record, parse_name
from crosscheck.report.html.held import held
from crosscheck.run_adapter import Run

FLIPPED = ("columns", "column")  # where samples stand in columns


@dataclass(frozen=True, eq=False)
class Elements:
    """One array, element by element; all arrays are of the same two axes, as the candidate stores them.

    Attributes:
        name: canonical.
        rows, columns: what the axes count.
        yours, reference: the candidate's values and PyTorch's.
        expected: what the values are judged by: the formula on the candidate's own inputs, or the reference's.
        error, bound, ratio: |yours - expected|, what was allowed, and their quotient; infinite where yours is no
            finite number.
        labels: (rows, columns) -> the index in the candidate's own array.
        own_inputs: whether `expected` was computed from what the candidate shows.
    """

    name: str
    rows: str
    columns: str
    yours: Array
    reference: Array
    expected: Array
    error: Array
    bound: Array
    ratio: Array
    labels: Mapping[tuple[int, int], tuple[int, ...]]
    own_inputs: bool


class Labels(dict[tuple[int, int], tuple[int, ...]]):
    """The index of an element in the candidate's own array, worked out when it is asked for."""

    def __init__(self, run: Run, name: Name, turned: bool, ndim: int) -> None:
        super().__init__()
        self.run, self.name, self.turned, self.ndim = run, name, turned, ndim

    def __missing__(self, at: tuple[int, int]) -> tuple[int, ...]:
        i, j = at[::-1] if self.turned else at
        canonical = {0: (), 1: (j,), 2: (i, j)}[self.ndim]
        return candidate_index(self.run.conventions, self.name, canonical, self.run.case)


def elements_of(run: Run, findings: Mapping[str, Finding], truth: Record) -> Iterator[Elements]:
    """Every array of a run that could be judged, in the table's order.

    Args:
        run: a candidate's.
        findings: name -> what was found of it, which says what it was held against.
        truth: the reference's run of the same case.
    """
    alone = Alone(run)
    for name, near, far in both_walk(run.case, truth, run.canonical, trusted=True):
        found = findings.get(name)
        if name not in run.canonical or found is None or run.canonical[name].shape != near.shape:
            continue
        by_reference = held(found).by_reference
        ball = far if by_reference else near
        e = elements(run, name, ball, truth[name], own_inputs=not by_reference)
        if found.ratio <= 1 < e.ratio.max(initial=0.0) and not by_reference and parse_name(name).updated:
            # an update judged apart from the gradient that is shown: see `judge_run.applied_apart`
            e = elements(run, name, alone.ball(name), truth[name], own_inputs=True)
        yield e


class Alone:
    """The local balls of a run of which nothing but the updated parameters is taken over; walked when first needed."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.balls: dict[str, Ball] | None = None

    def ball(self, name: str) -> Ball:
        """One of them."""
        if self.balls is None:
            updated = {n: a for n, a in self.run.canonical.items() if parse_name(n).quantity in ("W'", "b'")}
            self.balls = dict(local_walk(self.run.case, updated))
        return self.balls[name]


def elements(run: Run, name: str, ball: Ball, reference: NDArray[Any], own_inputs: bool) -> Elements:
    """One array held against one ball."""
    n, c = parse_name(name), run.conventions
    yours = np.asarray(run.canonical[name], dtype=np.float64)
    expected, bound = np.asarray(ball.v, dtype=np.float64), np.asarray(ball.radius, dtype=np.float64)
    with np.errstate(all="ignore"):
        error = np.abs(yours - expected)
        ratio = np.where(error <= bound, 0.0, np.inf)
        np.divide(error, bound, out=ratio, where=(bound > 0) & np.isfinite(bound) & np.isfinite(error))
    ratio[~np.isfinite(expected)] = 0.0  # the formula itself overflows: there is nothing to judge
    turned = is_turned(c, n)
    rows, columns = axes(n, turned)
    return Elements(
        name=name, rows=rows, columns=columns, yours=as_matrix(yours, turned),
        reference=as_matrix(np.asarray(reference, np.float64), turned), expected=as_matrix(expected, turned),
        error=as_matrix(error, turned), bound=as_matrix(bound, turned), ratio=as_matrix(ratio, turned),
        labels=Labels(run, n, turned, yours.ndim), own_inputs=own_inputs,
    )  # fmt: skip


def is_turned(c: Conventions, name: Name) -> bool:
    """Whether the candidate holds the transpose of the canonical form; a vector counts as a row."""
    if name.parameter == "W":
        return c.weight == "in_out"
    if name.parameter == "b":
        return c.bias == "column" or c.bias.endswith("_column")
    return name.quantity != "loss" and c.samples in FLIPPED


def axes(name: Name, turned: bool) -> tuple[str, str]:
    """What rows and columns count."""
    if name.parameter == "W":
        pair = ("units of the layer", "inputs of the layer")
    elif name.parameter == "b":
        pair = ("", "units of the layer")
    elif name.quantity == "loss":
        pair = ("", "")
    else:
        pair = ("samples", "inputs of the network" if name.quantity == "dX" else "units of the layer")
    return pair[::-1] if turned else pair


def as_matrix(a: Array, turned: bool) -> Array:
    """With two axes, in the candidate's orientation."""
    matrix = np.atleast_2d(a)
    return matrix.T if turned else matrix
