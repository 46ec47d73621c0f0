"""Lockstep: every quantity of every training step compared, then the parameters set equal again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.compare import run_reference
from crosscheck.verify.comparison import Comparison, compared
from crosscheck.verify.digits import Array, Digits
from crosscheck.verify.own import Own


def lockstep(problem: Digits, networks: Sequence[Own]) -> Iterator[tuple[Comparison, ...]]:
    """Each batch from the reference's parameters; what a layout leaves is compared and then dropped."""
    weights: Sequence[Array] = problem.weights
    biases: Sequence[Array] = problem.biases
    layers = range(1, len(weights) + 1)
    for k, rows in enumerate(problem.batches, 1):
        case = problem.case(rows, weights, biases)
        truth = run_reference(case)
        where = f"digits in {problem.dtype}, training step {k}"
        yield tuple(compared(n, case, truth, where) for n in networks)
        weights, biases = [truth[f"W{i}'"] for i in layers], [truth[f"b{i}'"] for i in layers]
