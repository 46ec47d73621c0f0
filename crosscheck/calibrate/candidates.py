"""Correct evaluations of a Case, as different from each other as correct ones get."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np

from crosscheck.calibrate.arithmetic import BLAS, PAIRWISE, SEQUENTIAL, Floats
from crosscheck.calibrate.plain import Style, run_plain
from crosscheck.case import Case
from crosscheck.conventions import to_canonical
from crosscheck.pair import layout_conventions, run_layout

Run: TypeAlias = Callable[[Case], Mapping[str, Floats]]

ROW_QUANTITIES = ("x", "y", "Z", "A", "output", "d_output", "dZ", "dA", "dX")


def layout(name: str, joint: bool) -> Run:
    """A layout of manual_mlp."""

    def run(case: Case) -> Mapping[str, Floats]:
        if case.momentum_form != "torch":  # which manual_mlp does not have
            return run_plain(case, Style(BLAS, long_way=not joint))
        try:
            arrays = run_layout(name, case, joint=joint)
        except ValueError as error:
            if "expected finite numbers" in str(error):  # it refuses what it cannot divide by
                raise FloatingPointError(str(error)) from error
            raise
        shapes = {n: canonical_shape(n, a, name) for n, a in arrays.items()}
        canonical, mismatches = to_canonical(layout_conventions(name), arrays, case, shapes)
        assert not mismatches, mismatches
        return canonical

    return run


def canonical_shape(name: str, array: Floats, layout_name: str) -> tuple[int, ...]:
    """The canonical shape of what a layout returns: one of the two kinds of matrices is transposed in each."""
    if "b" in name:
        return (array.size,)
    parameter = "W" in name
    return array.shape[::-1] if array.ndim == 2 and parameter == (layout_name == "numerator") else array.shape


def torch_run(case: Case) -> Mapping[str, Floats]:
    """torch in the Case's own dtype, its samples in reverse order: other sums, the same network."""
    import reference

    s = case.settings()
    del s["inputs"], s["seed"]
    arrays: dict[str, Any] = reference.run(
        x=case.x[::-1].copy(), y=case.y[::-1].copy(), weights=case.weights, biases=case.biases, **s
    )
    return {name: a[::-1] if is_by_sample(name) else a for name, a in arrays.items()}


def is_by_sample(name: str) -> bool:
    """Whether an array has one row a sample."""
    return name.split("@", maxsplit=1)[0].rstrip("0123456789") in ROW_QUANTITIES


CANDIDATES: dict[str, Run] = {
    "numerator, BLAS": layout("numerator", joint=True),
    "denominator, BLAS": layout("denominator", joint=True),
    "numerator, the long way": layout("numerator", joint=False),
    "sequential sums": lambda case: run_plain(case, Style(SEQUENTIAL)),
    "pairwise sums": lambda case: run_plain(case, Style(PAIRWISE)),
    "textbook formulas": lambda case: run_plain(case, Style(BLAS, textbook=True)),
    "textbook, sequential, the long way": lambda case: run_plain(case, Style(SEQUENTIAL, textbook=True, long_way=True)),
    "torch": torch_run,
}
GROUPS = (
    ("numerator, BLAS", "denominator, BLAS", "numerator, the long way"),
    ("sequential sums", "pairwise sums"),
    ("textbook formulas", "textbook, sequential, the long way", "torch"),
)


def chosen(number: int) -> tuple[str, ...]:
    """The three candidates that the numbered network is run by, one of each group in turn."""
    return tuple(group[number % len(group)] for group in GROUPS)


def attempt(name: str, case: Case) -> Mapping[str, Floats] | None:
    """A candidate's run; None where it over- or underflows, as textbook formulas and the long way may."""
    try:
        record = CANDIDATES[name](case)
    except FloatingPointError:
        return None
    if name.startswith("textbook") and underflows(case, record):
        return None
    return record if is_finite(record) else None


def underflows(case: Case, record: Mapping[str, Floats]) -> bool:
    """Whether a probability, or a term of its sum, has left the normal numbers: its logarithm is then no use."""
    if case.activations[-1] != "softmax":
        return False
    with np.errstate(all="ignore"):
        exponents = [np.exp(a) for name, a in record.items() if name.startswith(f"Z{case.n_layers}")]
    outputs = [a for name, a in record.items() if name.startswith("output")]
    return any(bool(np.any(a < np.finfo(case.dtype).tiny)) for a in (*exponents, *outputs))


def is_finite(record: Mapping[str, Floats]) -> bool:
    """Whether every array is, d_output aside, which is infinite where an output has saturated."""
    return all(bool(np.all(np.isfinite(a))) for name, a in record.items() if not name.startswith("d_output"))
