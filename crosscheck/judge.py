"""One array against one ball: how far out, where, and whether the comparison could have failed at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Ball

VACUOUS = 1e-3  # a bound above this share of the array's root mean square proves nothing


@dataclass(frozen=True)
class Judgement:
    """An array held against a ball."""

    judged: bool
    why: str  # why it is not judged
    n_out: int
    n_unjudged: int
    index: tuple[int, ...]
    error: float
    bound: float
    ratio: float


def rms(a: Array) -> float:
    """Root mean square of the finite elements, 0 where there are none; scaled, so that it does not overflow."""
    finite = a[np.isfinite(a)]
    if finite.size == 0:
        return 0.0
    peak = float(np.max(np.abs(finite)))
    return peak * float(np.sqrt(np.mean((finite / peak) ** 2))) if peak > 0 else 0.0


def judge(array: NDArray[Any], ball: Ball, signal: float) -> Judgement:
    """Hold an array of the ball's shape against it; elements that are not finite are left to the caller.

    Args:
        array: the candidate's values, canonical.
        ball: what they may be.
        signal: the root mean square that the bound is measured by.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        error = np.abs(array.astype(np.float64) - ball.v)
        bound = ball.radius
        ratio = np.where(error <= bound, 0.0, np.inf)
        np.divide(error, bound, out=ratio, where=(bound > 0) & np.isfinite(bound))
    ratio[~np.isfinite(error)] = 0.0
    wide = ~(bound <= VACUOUS * signal)
    flat = int(np.argmax(ratio))
    index = tuple(int(i) for i in np.unravel_index(flat, ratio.shape))
    n_unjudged = int(np.count_nonzero(wide))
    why = ""
    if signal == 0:
        why = "zero in every element: the comparison could not have failed"
    elif 2 * n_unjudged > array.size:
        why = f"the bound exceeds {VACUOUS:g} of the signal: it could not have failed"
    return Judgement(
        not why, why, int(np.count_nonzero(ratio > 1)), n_unjudged, index,
        float(error.flat[flat]), float(bound.flat[flat]), float(ratio.flat[flat]),
    )  # fmt: skip
