"""One array against one ball: how far out, where, and whether the comparison could have failed at all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Ball, pieces
from crosscheck.finite import sum_of_squares
from crosscheck.nearby import Nearby

VACUOUS = 1e-3  # a bound above this share of the array's root mean square proves nothing
_SAFE = 1e-200  # squares within this and its inverse have neither over- nor underflown to any effect


@dataclass(frozen=True)
class Judgement:
    """An array held against a ball."""

    judged: bool
    why: str  # why it is not judged
    inside: bool  # every element is finite, and inside
    n_out: int
    n_unjudged: int
    index: tuple[int, ...]
    expected: float
    error: float
    bound: float
    ratio: float


def rms(a: Array) -> float:
    """Root mean square of the finite elements, 0 where there are none; scaled, so that it does not overflow."""
    squares = sum_of_squares(a) if a.dtype == np.float64 else 0.0
    if _SAFE < squares < 1 / _SAFE:
        return math.sqrt(squares / a.size)
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
    bound = ball.radius
    flat, greatest, n_out, inside = worst(array, ball, bound)
    index = tuple(int(i) for i in np.unravel_index(flat, array.shape))
    expected, allowed = ball.at(index), float(bound[index])
    error = abs(float(array[index]) - expected)
    n_unjudged = 0
    if not float(bound.max(initial=0.0)) <= VACUOUS * signal:
        n_unjudged = int(np.count_nonzero(~(bound <= VACUOUS * signal)))
    why = ""
    if signal == 0:
        why = "zero in every element: the comparison could not have failed"
    elif 2 * n_unjudged > array.size:
        why = f"the bound exceeds {VACUOUS:g} of the signal: it could not have failed"
    ratio = error / allowed if greatest is None else greatest
    return Judgement(not why, why, inside, n_out, n_unjudged, index, expected, error, allowed, ratio)


def worst(array: NDArray[Any], ball: Ball, bound: Array) -> tuple[int, float | None, int, bool]:
    """Where error ÷ bound is worst, how much that is, how many are above 1, and whether all are finite and inside.

    Where the centre need not be computed (`nearby.py`), None stands for a ratio that is at most 1.
    """
    with np.errstate(all="ignore"):
        if ball.nearby is not None:
            flat, greatest = worst_by_rows(array, bound, ball.nearby)
            if greatest <= 1:  # not so where there is a NaN, for argmax finds that
                return flat, None, 0, True
        v = ball.v
        flat, greatest = worst_by_rows(array, bound, Nearby(v))
        if greatest <= 1:
            return flat, greatest, 0, True
        error = np.asarray(np.abs(np.subtract(array, v, dtype=np.float64)))
        ratio = np.where(error <= bound, 0.0, np.inf)
        np.divide(error, bound, out=ratio, where=(bound > 0) & np.isfinite(bound))
    # an error of two finite numbers may overflow: that is out of every bound
    ratio[~(np.isfinite(array) & np.isfinite(v))] = 0.0
    flat = int(np.argmax(ratio))
    return flat, float(ratio.flat[flat]), int(np.count_nonzero(ratio > 1)), False


def worst_by_rows(array: NDArray[Any], bound: Array, centre: Nearby) -> tuple[int, float]:
    """Where distance ÷ bound is worst and how much that is, NaN where there is one; in pieces that fit into a cache."""
    if array.ndim == 0:
        return 0, float(centre.distance_to(array, ...) / bound)
    width = array.size // len(array)
    at, greatest = 0, -1.0
    for rows in pieces(array):
        ratio = centre.distance_to(array, rows)
        ratio /= bound[rows]
        flat = int(ratio.argmax())
        here = ratio.item(flat)
        if not here <= greatest:
            at, greatest = rows.start * width + flat, here
            if math.isnan(here):
                break
    return at, greatest
