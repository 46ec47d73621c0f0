"""Whether a number of the table is the candidate's, as far as coarse sieving can tell; and whether two are equal."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.steps import Names, Step

if TYPE_CHECKING:
    from crosscheck.case import Case

COARSE = {"float64": 1e-10, "float32": 1e-3}  # of the signal: far above rounding, far below any mistake
CARRIED = 1e-3  # of the parameters: rounding of the steps before, once multiplied by COARSE


@lru_cache(maxsize=256)
def floors(case: Case) -> dict[str, float]:
    """What rounding alone may do to each array: where almost everything cancels, no eighth digit is left."""
    from crosscheck.bounds import global_balls

    with np.errstate(all="ignore"):
        balls = global_balls(case)
        radii = {name: float(np.max(ball.radius, initial=0.0)) for name, ball in balls.items()}
    # at an exact zero either derivative is within the bound: that is no rounding
    share = 1e-10 if case.inputs == "zeros" else 1.0
    sizes = {name: peak(ball.v) for name, ball in balls.items()}
    return {n: min(4 * r, share * sizes[n]) if np.isfinite(r) else 1e-14 * sizes[n] for n, r in radii.items()}


class Target:
    """What a candidate shows of one step, to be held against many values; an update is measured by itself."""

    def __init__(self, case: Case, step: Step, shown: Array) -> None:
        """`shown` is the candidate's array, in float64."""
        self.shown, self.coarse, self.floor = shown, COARSE[case.dtype], floors(case)[step.name]
        updates = step.kind.startswith("update")
        self.before = Names(case, step.step).before(step.kind[-1], step.layer) if updates else ""
        # what earlier updates were rounded to stays, large where the network went far astray
        self.carried = CARRIED if step.step > 1 else 0.0
        self.middle = shown.size // 2
        self.sample = shown.item(self.middle) if shown.size else 0.0
        self.moved: tuple[Array | None, float] = (None, 0.0)  # the last parameters before the step, and how far away

    def near(self, value: Array, env: Mapping[str, Array]) -> bool:
        """Whether a value is the candidate's.

        Args:
            value: what the table gives, with or without a mistake.
            env: what the table gave so far, the parameters before the step among it.
        """
        shown = self.shown
        if shown.shape != value.shape:
            return False
        if self.before:
            before = env[self.before]
            if before.shape != value.shape:
                return False
            size = max(peak(value - before), self.distance(before) * 1e-3)
            if self.carried:
                size += self.carried * peak(before)
        else:
            size = peak(value)
        allowed = self.coarse * size + self.floor
        if not math.isfinite(allowed):  # an overflow is near to nothing
            return False
        # one element tells most of them apart, at a tenth of the price
        if value.size and abs(self.sample - value.item(self.middle)) > allowed:
            return False
        return peak(shown - value) <= allowed

    def distance(self, before: Array) -> float:
        """How far the candidate's update goes."""
        if self.moved[0] is not before:
            self.moved = before, peak(self.shown - before)
        return self.moved[1]


def peak(a: Array) -> float:
    """The greatest magnitude; NaN where there is one."""
    return float(np.maximum.reduce(np.abs(a), axis=None)) if a.size else 0.0


def same(a: Array, b: Array) -> bool:
    """Equal to rounding."""
    if a.shape != b.shape:
        return False
    scale = max(peak(a), peak(b))
    return bool((np.abs(a - b) <= 1e-11 * scale).all())
