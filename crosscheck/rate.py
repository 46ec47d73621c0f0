"""Whether updates are one number times others: a schedule of learning rates, and no mistake of the gradients."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

EXACT = 1e-9  # of an update's size: by less than this a schedule of learning rates may miss it


def rate_between(mine: NDArray[Any], right: NDArray[Any]) -> float | None:
    """The number; None where there is none. Both are all updates in one vector."""
    rate = float(mine @ right / (right @ right)) if right.any() else 0.0
    near = float(np.linalg.norm(mine - rate * right)) <= EXACT * float(np.linalg.norm(right))
    return rate if near else None
