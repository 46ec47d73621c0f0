"""Carries the steps' bounds through a run: globally from the data, locally from the candidate's own inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array, Ball, Rounding, Value, exact, rounding
from crosscheck.finite import all_finite
from crosscheck.later import Planned
from crosscheck.nearby import Seen
from crosscheck.steps import Env, Names, Step, plan, start

if TYPE_CHECKING:
    from crosscheck.case import Case


def values(case: Case, steps: Sequence[Step] | None = None) -> dict[str, Any]:
    """Run the table on plain float64 arrays: the named values, without bounds."""
    env: dict[str, Any] = dict(start(case))
    given = set(env)
    if steps is not None:
        env = Planned(env, steps, lambda step, env: step.formula(env))
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
    return dict(global_walk(case, reference, steps, arithmetic, given))


def global_walk(
    case: Case,
    reference: Mapping[str, NDArray[Any]] | None = None,
    steps: Sequence[Step] | None = None,
    arithmetic: Rounding | None = None,
    given: Mapping[str, Ball] | None = None,
    seen: Seen | None = None,
) -> Iterator[tuple[str, Ball]]:
    """`global_balls`, one after the other. `seen` takes down the reference's products (`nearby.py`)."""
    r = arithmetic or rounding(case.dtype, "float64" if reference is None else precision_of(reference))
    env: dict[str, Value] = {**{name: exact(a, r) for name, a in start(case).items()}, **(given or {})}
    if steps is not None:
        env = Planned(env, steps, lambda step, env: evaluate(step, env, r))
    for step in plan(case) if steps is None else steps:
        ball = evaluate(step, env, r)
        if reference is not None and step.name in reference:
            value = np.asarray(reference[step.name], dtype=np.float64)
            if seen is not None:
                seen.take(ball, value)
            ball = Ball(value, ball.e, r)
        env[step.name] = ball
        yield step.name, ball
        if seen is not None:
            forget(step, case, env)


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
    return dict(local_walk(case, candidate, steps, arithmetic))


def local_walk(
    case: Case,
    candidate: Mapping[str, NDArray[Any]],
    steps: Sequence[Step] | None = None,
    arithmetic: Rounding | None = None,
    given: Mapping[str, Ball] | None = None,
    seen: Seen | None = None,
) -> Iterator[tuple[str, Ball]]:
    """`local_balls`, one after the other. What is `seen` of the reference's products spares their computation."""
    r = arithmetic or rounding(case.dtype)
    env: dict[str, Value] = {**{name: exact(a, r) for name, a in start(case).items()}, **(given or {})}
    for step in plan(case) if steps is None else steps:
        ball = evaluate(step, env, r)
        if seen is not None:
            ball.nearby = seen.nearby(ball)
        yield step.name, ball
        shown = in_double(candidate.get(step.name))
        if shown is not None and shown.shape == ball.shape and all_finite(shown):
            ball = exact(shown, r) if seen is None else seen.beside(step.name, shown, r)
        env[step.name] = ball
        if seen is not None:
            forget(step, case, env)


def both_walk(
    case: Case, reference: Mapping[str, NDArray[Any]], candidate: Mapping[str, NDArray[Any]], trusted: bool
) -> Iterator[tuple[str, Ball, Ball]]:
    """Local and global ball of every name, in the table's order, at the price of little more than one of them.

    The local bound makes use of the reference only where that is `trusted`: where it is known to be one.
    """
    if trusted and precision_of(reference) == "float64":
        r, seen = rounding(case.dtype), Seen(reference)
        given = {name: exact(a, r) for name, a in start(case).items()}
        for ball in given.values():
            ball.magnitude.shared = True
        world = global_walk(case, reference, given=given, seen=seen)
        local = local_walk(case, candidate, given=given, seen=seen)
    else:
        world, local = global_walk(case, reference), local_walk(case, candidate)
    for (name, far), (_, near) in zip(world, local, strict=True):
        yield name, near, far


def evaluate(step: Step, env: Env, r: Rounding) -> Ball:
    """One step's ball."""
    with np.errstate(over="ignore", invalid="ignore"):
        return as_ball(step.formula(env), r)


def in_double(shown: NDArray[Any] | None) -> Array | None:
    """In float64; what is too large for that is infinite."""
    with np.errstate(over="ignore"):
        return None if shown is None else np.asarray(shown, dtype=np.float64)


def forget(step: Step, case: Case, env: dict[str, Value]) -> None:
    """Drop what no later step of the table reads: a gradient after its update, and the last step's parameters."""
    if step.kind in ("update-W", "update-b"):
        env.pop(Names(case, step.step).of(f"d{step.kind[-1]}", step.layer), None)
        if step.step == case.steps:
            env.pop(step.name)


def precision_of(reference: Mapping[str, NDArray[Any]]) -> str:
    """The coarsest dtype among a run's arrays: what the centres are rounded to."""
    return min({a.dtype for a in reference.values()}, key=lambda d: d.itemsize, default=np.dtype("float64")).name


def as_ball(value: Value, r: Rounding) -> Ball:
    """A ball of a formula's result; exact where it only hands on what is given."""
    return value if isinstance(value, Ball) else exact(value, r)


__all__ = ["Env", "as_ball", "both_walk", "global_balls", "local_balls", "values"]
