"""The table's values and bounds with every unit kept on one piece of its activation.

The ball of f'(z) at a kink holds both one-sided derivatives, so that a layer with exact zeros would be judged by next
to nothing. Once the side is chosen, the bound is as tight there as anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Ball, Rounding
from crosscheck.bounds import global_balls, values
from crosscheck.oracles.tangent import away_from_kink
from crosscheck.steps import Formula, Step, plan

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.oracles.evaluate import Pattern

Array: TypeAlias = NDArray[Any]


def values_of(case: Case, pattern: Pattern) -> dict[str, Any]:
    """The named values of a run, with the units on the pieces of a pattern."""
    return values(case, steps_on(case, pattern))


def gradient_radii(case: Case, patterns: Sequence[Pattern], r: Rounding) -> dict[str, Array]:
    """Name -> the largest bound under any of the patterns."""
    found: list[dict[str, Ball]] = [global_balls(case, steps=steps_on(case, p), arithmetic=r) for p in patterns]
    return {name: np.max([balls[name].radius for balls in found], axis=0) for name in found[0]}


def steps_on(case: Case, pattern: Pattern) -> tuple[Step, ...]:
    """The plan, its deltas reading their pre-activations from the side that the pattern says."""
    return tuple(
        replace(s, formula=on_side(s.formula, f"Z{s.layer}", pattern[s.layer]))
        if s.kind == "delta" and s.layer in pattern else s
        for s in plan(case)
    )  # fmt: skip


def on_side(formula: Formula, name: str, right: NDArray[np.bool_]) -> Formula:
    """A formula that finds one name of its environment moved off the kink."""
    return lambda env: formula({**env, name: away_from_kink(env[name], right)})
