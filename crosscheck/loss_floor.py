"""The value of a loss whose logarithm is kept off zero, log(p + 1e-12): recognised by the value itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.extreme import is_extreme
from crosscheck.finding import DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.guard import VALUE
from crosscheck.loss_value import log_likelihood
from crosscheck.record import suffix
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.judge_run import Judged

Array = NDArray[Any]
FLOORS = (1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-16, 1e-14, 1e-20, 1e-300)


def floored(j: Judged) -> Judged:
    """A run without the differences of its loss that a floor explains to rounding; with a remark in their place."""
    kind = LOSSES[j.run.case.loss].family
    off = [f for f in j.findings if f.stage == "loss" and f.status == DIFFERS and f.index is not None]
    if kind == "squares" or not off or is_extreme(j):
        return j
    found = {f.name: label for f in off if (label := floor_of(f, j.run.case))}
    if not found:
        return j
    findings = tuple(
        replace(f, status=NOT_JUDGED, follows=False, why=VALUE) if f.stage == "loss" and f.name in found else f
        for f in j.findings
    )
    kept = [r for r in j.remarks if r.kind != "loss-value"]
    text = f"the value of the loss is that of {next(iter(found.values()))}: its logarithm is kept off zero"
    return replace(j, findings=findings, remarks=(*kept, Remark("loss-floor", text)))


def floor_of(f: Finding, case: Case) -> str:
    """Which floor gives a value, in words; "" where none does."""
    exact = 1e-13 if case.dtype == "float64" else 1e-6
    v = values(case)
    at = suffix(f.step)
    p, y = np.asarray(v["output" + at], dtype=np.float64), np.asarray(case.y, dtype=np.float64)
    whole = float(v["loss" + at])
    plain = summed(case, p, y, 1 - p)
    if not np.isfinite(f.candidate):
        return ""
    for label, value in floors(case, p, y):
        if abs(whole - plain + value - f.candidate) <= exact * abs(whole) + 2 * f.bound:
            return label
    return ""


def floors(case: Case, p: Array, y: Array) -> Iterator[tuple[str, float]]:
    """The data's part of the loss with each of the usual floors."""
    for e in FLOORS:
        forms: Mapping[str, tuple[Array, Array]] = {
            f"log(p + {e:g})": (p + e, 1 - p + e),
            f"p clipped to {e:g} and 1 - {e:g}": (np.clip(p, e, 1 - e), 1 - np.clip(p, e, 1 - e)),
            f"log(max(p, {e:g}))": (np.maximum(p, e), np.maximum(1 - p, e)),
        }
        for label, (of_ones, of_zeros) in forms.items():
            yield label, summed(case, of_ones, y, of_zeros)


def summed(case: Case, p: Array, y: Array, q: Array) -> float:
    """c Σ -y log p, and for a sigmoid -(1 - y) log q."""
    kind = LOSSES[case.loss]
    return -kind.coefficient(case.n_samples, case.n_outputs) * log_likelihood(kind.family, y, p, q)
