"""A lower precision than the declared one: everything within its bound, and off like rounding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crosscheck.ball import Array, rounding
from crosscheck.bounds import global_balls
from crosscheck.judge import rms
from crosscheck.reproduce import residual_over
from crosscheck.search import Evidence, peak
from crosscheck.steps import start

LOW = 1e4  # times the float64 bound: a lower precision is off by about 1e9 of it, hardly less
TELLING = 0.02  # of the array's peak: a bound of a low precision above this explains anything


def lower_precision(known: Sequence[Evidence]) -> str:
    """The dtype whose arithmetic gives everything shown, where the declared one does not; empty where none does."""
    if not known or residual_without(known) < LOW:
        return ""
    for dtype in ("float32", "float16"):
        if all(e.case.dtype == "float64" and within(e, dtype) for e in known):
            return dtype
    return ""


def residual_without(known: Sequence[Evidence]) -> float:
    """Worst error ÷ bound of everything shown, with nothing planted."""
    return max(residual_over((), e.case, [e])[0] for e in known)


def within(e: Evidence, dtype: str) -> bool:
    """Whether what is shown lies within the bound of an arithmetic, where that bound says anything."""
    with np.errstate(all="ignore"):
        balls = global_balls(e.case, arithmetic=rounding(dtype))
    for name, shown in e.shown.items():
        ball = balls[name]
        if shown.shape != ball.shape or np.any(np.abs(shown - ball.v) > ball.radius):
            return False
        if float(np.median(ball.radius)) > TELLING * peak(ball.v):
            return False
        before = start(e.case)[name[:-1]] if name.endswith("'") and name[0] in "Wb" else 0.0
        if not is_like_rounding(shown - ball.v, ball.v - before, rounding(dtype).u):
            return False
    return True


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
