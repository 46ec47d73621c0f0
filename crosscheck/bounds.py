"""Carries the steps' bounds through a run: globally from the data, locally from the candidate's own inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Ball, Rounding, Value, exact, rounding
from crosscheck.steps import Env, Step, plan, start

if TYPE_CHECKING:
    from crosscheck.case import Case


def values(case: Case, steps: Sequence[Step] | None = None) -> dict[str, Any]:
    """Run the table on plain float64 arrays: the named values, without bounds."""
    env: dict[str, Any] = dict(start(case))
    given = set(env)
    for step in plan(case) if steps is None else steps:
        env[step.name] = step.formula(env)
    return {name: a for name, a in env.items() if name not in given}


def global_balls(
    case: Case,
    reference: Mapping[str, NDArray[Any]] | None = None,
    steps: Sequence[Step] | None = None,
    arithmetic: Rounding | None = None,
    given: Mapping[str, Ball] | None = None,
) -> dict[str, Ball]:
    """Carry the bounds from the Case's data to the end.

    Where a reference run is given, each ball is centred at its value, so that the radius bounds |candidate -
    reference|: the arithmetic is then the sum of both (see `Rounding`), at every stage. `given` are balls of x, y or
    parameters that the two do not share exactly, such as those that an earlier step left.

    Returns:
        name -> Ball, in dataflow order.
    """
    r = arithmetic or rounding(case.dtype, "float64" if reference is None else precision_of(reference))
    env: dict[str, Value] = {name: exact(a, r) for name, a in start(case).items()}
    env.update(given or {})
    balls: dict[str, Ball] = {}
    with np.errstate(over="ignore", invalid="ignore"):
        for step in plan(case) if steps is None else steps:
            ball = as_ball(step.formula(env), r)
            if reference is not None and step.name in reference:
                ball = Ball(np.asarray(reference[step.name], dtype=np.float64), ball.e, r)
            env[step.name] = balls[step.name] = ball
    return balls


def local_balls(
    case: Case,
    candidate: Mapping[str, NDArray[Any]],
    steps: Sequence[Step] | None = None,
    arithmetic: Rounding | None = None,
) -> dict[str, Ball]:
    """Each formula evaluated on the candidate's own inputs to it, as far as it shows them.

    What the candidate does not show is carried on from what it does show. An array of the wrong shape, or that is not
    finite, is not taken over: what follows is judged on the formula's own value.
    """
    r = arithmetic or rounding(case.dtype)
    env: dict[str, Value] = {name: exact(a, r) for name, a in start(case).items()}
    balls: dict[str, Ball] = {}
    with np.errstate(over="ignore", invalid="ignore"):
        for step in plan(case) if steps is None else steps:
            ball = as_ball(step.formula(env), r)
            balls[step.name] = ball
            env[step.name] = ball
            shown = candidate.get(step.name)
            if shown is not None and shown.shape == ball.shape and np.all(np.isfinite(shown)):
                env[step.name] = exact(shown, r)
    return balls


def precision_of(reference: Mapping[str, NDArray[Any]]) -> str:
    """The coarsest dtype among a run's arrays: what the centres are rounded to."""
    return min((str(a.dtype) for a in reference.values()), key=lambda d: np.finfo(d).bits, default="float64")


def as_ball(value: Value, r: Rounding) -> Ball:
    """A ball of a formula's result; exact where it only hands on what is given."""
    return value if isinstance(value, Ball) else exact(value, r)


__all__ = ["Env", "as_ball", "global_balls", "local_balls", "values"]
