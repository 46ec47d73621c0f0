"""Carries the steps' bounds through a run: globally from the data, locally from the candidate's own inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Ball, Rounding, Value, exact, rounding
from crosscheck.finite import all_finite
from crosscheck.nearby import Seen
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
    seen: Seen | None = None,
) -> dict[str, Ball]:
    """Carry the bounds from the Case's data to the end.

    Where a reference run is given, each ball is centred at its value, so that the radius bounds |candidate -
    reference|: the arithmetic is then the sum of both (see `Rounding`), at every stage. `given` are balls of x, y or
    parameters that the two do not share exactly, such as those that an earlier step left. `seen` takes down the
    reference's products (`nearby.py`).

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
                value = np.asarray(reference[step.name], dtype=np.float64)
                if seen is not None:
                    seen.take(ball, value)
                ball = Ball(value, ball.e, r)
            env[step.name] = balls[step.name] = ball
    return balls


def local_balls(
    case: Case,
    candidate: Mapping[str, NDArray[Any]],
    steps: Sequence[Step] | None = None,
    arithmetic: Rounding | None = None,
    given: Mapping[str, Ball] | None = None,
    seen: Seen | None = None,
) -> dict[str, Ball]:
    """Each formula evaluated on the candidate's own inputs to it, as far as it shows them.

    What the candidate does not show is carried on from what it does show. An array of the wrong shape, or that is not
    finite, is not taken over: what follows is judged on the formula's own value. With `seen`, what the reference has
    of the same products spares their computation.
    """
    r = arithmetic or rounding(case.dtype)
    env: dict[str, Value] = {name: exact(a, r) for name, a in start(case).items()}
    env.update(given or {})
    balls: dict[str, Ball] = {}
    with np.errstate(over="ignore", invalid="ignore"):
        for step in plan(case) if steps is None else steps:
            ball = as_ball(step.formula(env), r)
            balls[step.name] = ball
            env[step.name] = ball
            if seen is not None:
                ball.nearby = seen.nearby(ball)
            shown = candidate.get(step.name)
            if shown is not None and shown.shape == ball.shape and all_finite(shown):
                env[step.name] = exact(shown, r) if seen is None else seen.beside(step.name, shown, r)
    return balls


def both_balls(
    case: Case, reference: Mapping[str, NDArray[Any]], candidate: Mapping[str, NDArray[Any]]
) -> tuple[dict[str, Ball], dict[str, Ball]]:
    """Local and global balls at the price of little more than one of them, for a reference that is known to be one."""
    if precision_of(reference) != "float64":
        return local_balls(case, candidate), global_balls(case, reference)
    r = rounding(case.dtype)
    given = {name: exact(a, r) for name, a in start(case).items()}
    for ball in given.values():
        ball.magnitude.shared = True
    seen = Seen(reference)
    world = global_balls(case, reference, given=given, seen=seen)
    return local_balls(case, candidate, given=given, seen=seen), world


def precision_of(reference: Mapping[str, NDArray[Any]]) -> str:
    """The coarsest dtype among a run's arrays: what the centres are rounded to."""
    return min({a.dtype for a in reference.values()}, key=lambda d: d.itemsize, default=np.dtype("float64")).name


def as_ball(value: Value, r: Rounding) -> Ball:
    """A ball of a formula's result; exact where it only hands on what is given."""
    return value if isinstance(value, Ball) else exact(value, r)


__all__ = ["Env", "as_ball", "both_balls", "global_balls", "local_balls", "values"]
