"""Whether planted mistakes give what a candidate shows: coarsely, on any case, and in terms of the bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.bounds import global_balls
from crosscheck.causes import transferred
from crosscheck.defects import Planted, plan_with
from crosscheck.errors import UsageError
from crosscheck.later import Planned
from crosscheck.search import Evidence
from crosscheck.steps import start

if TYPE_CHECKING:
    from crosscheck.case import Case


def holds(planted: Sequence[Planted], found_on: Case, e: Evidence) -> bool:
    """Whether mistakes found on one case give what is shown on another."""
    return any(reproduced(e, there) for there in transferred(planted, found_on, e.case))


def reproduced(e: Evidence, planted: Sequence[Planted]) -> bool:
    """Whether the table of steps with mistakes planted gives everything shown, as far as coarse sieving can tell."""
    targets = e.targets
    left = len(targets)
    try:
        steps = plan_with(e.case, planted)
        env = Planned(start(e.case), steps, lambda step, env: step.formula(env))
        with np.errstate(all="ignore"):
            for step in steps:
                if not left:
                    break
                value = env[step.name] = step.formula(env)
                if step.name in targets:
                    if not targets[step.name].near(np.asarray(value), env):
                        return False
                    left -= 1
    except (UsageError, ValueError):  # a shape that does not fit: this mistake cannot have been made here
        return False
    return True


def residual_over(planted: Sequence[Planted], found_on: Case, known: Sequence[Evidence]) -> tuple[float, int]:
    """Worst error ÷ bound of everything shown against the table with the mistakes planted; and how many arrays."""
    worst, n = 0.0, 0
    for e in known:
        way = next((w for w in transferred(planted, found_on, e.case) if reproduced(e, w)), tuple(planted))
        try:
            with np.errstate(all="ignore"):
                balls = global_balls(e.case, steps=plan_with(e.case, way))
        except (UsageError, ValueError):
            continue
        for name, shown in e.shown.items():
            ball = balls[name]
            if shown.shape != ball.shape:
                return float("inf"), n
            error = np.abs(shown - ball.v)
            ratio = np.where(error <= ball.radius, 0.0, np.inf)
            with np.errstate(over="ignore"):
                np.divide(error, ball.radius, out=ratio, where=ball.radius > 0)
            worst, n = max(worst, float(np.max(ratio, initial=0.0))), n + 1
    return worst, n
