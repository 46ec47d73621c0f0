"""Whether every element of an array is finite, by one pass and no temporary."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SMALL = 2048  # elements: below, one pass more costs nothing


def all_finite(a: NDArray[Any]) -> bool:
    """Whether there is neither NaN nor infinity in it."""
    if a.size > _SMALL and a.dtype.kind == "f" and math.isfinite(sum_of_squares(a)):
        return True  # NaN and infinity both stay in a sum of squares; a finite one may overflow, and is looked at again
    return bool(np.isfinite(a).all())


def sum_of_squares(a: NDArray[Any]) -> float:
    """As BLAS adds it up, without a warning: infinite or NaN where the array is, or where it overflows."""
    flat = a.ravel(order="K")
    with np.errstate(all="ignore"):
        return float(np.dot(flat, flat))
