"""A lower precision than the declared one: everything within its bound, and off like rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.ball import Array, rounding
from crosscheck.bounds import global_balls
from crosscheck.judge import rms
from crosscheck.record import given_before
from crosscheck.reproduce import residual_over
from crosscheck.search import Evidence, peak
from crosscheck.steps import start

LOW = 1e4  # times the float64 bound: a lower precision is off by about 1e9 of it, hardly less
TELLING = 0.02  # of the array's peak: a bound of a low precision above this explains anything


@dataclass(frozen=True)
class Lower:
    """An arithmetic that gives everything shown.

    Attributes:
        dtype: float32 or float16.
        before: worst error ÷ bound of everything shown, in the precision of the case.
        after: the same by the bound of this arithmetic.
    """

    dtype: str
    before: float
    after: float


def lower_precision(known: Sequence[Evidence]) -> Lower | None:
    """The dtype whose arithmetic gives everything shown, where the declared one does not; None where none does.

    A lower precision shows wherever numbers are rounded: where most cases are exact, the few others are something else.
    """
    off = [residual_over((), e.case, [e])[0] for e in known]
    if 2 * sum(r >= LOW for r in off) <= len(known) or any(e.case.dtype != "float64" for e in known):
        return None
    for dtype in ("float32", "float16"):
        ratios = [within(e, dtype) for e in known]
        if max(ratios) <= 1:
            return Lower(dtype, max(off), max(ratios))
    return None


def within(e: Evidence, dtype: str) -> float:
    """Worst error ÷ bound of an arithmetic; infinite where it says nothing, or the error is not like rounding."""
    worst = 0.0
    with np.errstate(all="ignore"):
        balls = global_balls(e.case, arithmetic=rounding(dtype))
    for name, shown in e.shown.items():
        ball = balls[name]
        if shown.shape != ball.shape or float(np.median(ball.radius)) > TELLING * peak(ball.v):
            return np.inf
        error = np.abs(shown - ball.v)
        worst = max(worst, float(np.max(error / np.maximum(ball.radius, np.finfo(np.float64).tiny), initial=0.0)))
        given = given_before(name)
        before = 0.0 if given is None else start(e.case)[given]
        if not is_like_rounding(shown - ball.v, ball.v - before, rounding(dtype).u):
            return np.inf
    return worst


def is_like_rounding(error: Array, right: Array, u: float) -> bool:
    """Whether an error could be that of an arithmetic: none at all, or of its size, in most elements, of no direction.

    One element that is off by 1e-9, an array times 1 + 1e-7, or a small multiple of another array is a mistake, which a
    bound of float32 would cover without having caused it.
    """
    size, signal = rms(error), rms(right)
    if size <= LOW * 2.0**-53 * signal:
        return True
    if not u / 8 * signal <= size <= 512 * u * signal or np.count_nonzero(error) * 2 < error.size:
        return False
    along = float(np.sum(error * right)) / float(np.sum(right * right))
    return error.size < 3 or rms(error - along * right) > 0.5 * size
