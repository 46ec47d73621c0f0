"""Velocities that do not start as zeros: a first step that is off by anything, and then as the rule has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.recovered import parameter
from crosscheck.regular.seen import CLOSE, Seen

if TYPE_CHECKING:
    from crosscheck.case import Case

ROUGH = 10 * CLOSE  # a velocity is a difference of parameters, divided by the learning rate


def velocities_start_wrong(cases: Sequence[Seen]) -> str | None:
    """What the velocities hold before the first step, where every later step follows from it by the declared rule."""
    started: dict[str, tuple[Seen, Array]] = {}
    for s in cases:
        found = before_the_first(s)
        if found is None:
            return None
        started |= {name: (s, v) for name, v in found.items() if name not in started}
    if not started:
        return None
    (s, v), name = next(iter(started.values())), next(iter(started))
    kinds = [p for p in "Wb" if any(n[0] == p for n in started)]
    number = f"{np.ravel(v)[0]:.6g}"
    return (
        f"the velocities of {' and '.join(kinds)} do not start as zeros: the first step is off, and every later step "
        f"is what the declared momentum makes of it, in all cases of several steps. That of {name} starts with "
        f"{number} in {s.case.id}. Are they copies of the parameters, made before those of the case were put in "
        "place? Or random, or left over from a run before?"
    )


def before_the_first(s: Seen) -> dict[str, Array] | None:
    """W1, b1 ... -> v of before the first step, where it is not zero; None where that does not explain the run."""
    case = s.case
    if case.dtype != "float64" or not case.momentum or case.nesterov or not case.lr:
        return None
    thetas = [of_step(s, k) for k in range(case.steps + 1)]
    if any(set(t) != set(s.parameters) for t in thetas):
        return None
    steps = [{n: (before[n] - after[n]) / case.lr for n in before} for before, after in pairwise(thetas)]
    found: dict[str, Array] = {}
    past: Mapping[str, Array] = {}
    for k, (theta, v) in enumerate(zip(thetas, steps, strict=False)):
        right = next_velocities(case, theta, past, first=k == 0)
        if right is None:
            return None
        for name, expected in right.items():
            size = max(np.max(np.abs(expected), initial=0.0), np.max(np.abs(v[name]), initial=0.0))
            # parameters are shown with the rounding of their own size
            noise = 1e-15 * np.max(np.abs(theta[name]), initial=0.0) / case.lr
            if np.max(np.abs(v[name] - expected), initial=0.0) <= ROUGH * size + noise:
                continue
            if k:
                return None
            found[name] = (v[name] - expected) / case.momentum
        past = v
    return found if case.steps > 1 or not found else {}


def of_step(s: Seen, k: int) -> dict[str, Array]:
    """The parameters after a step, as far as they are shown."""
    found = {name: parameter(s.run, name[0], int(name[1:]), k) for name in s.parameters}
    return {name: np.asarray(a, dtype=np.float64) for name, a in found.items() if a is not None and finite([a])}


def finite(arrays: Iterable[Array]) -> bool:
    """Whether they are numbers throughout."""
    return all(bool(np.all(np.isfinite(a))) for a in arrays)


def next_velocities(
    case: Case, theta: Mapping[str, Array], past: Mapping[str, Array], first: bool
) -> dict[str, Array] | None:
    """The velocities that a step from these parameters should have, after these; None where they overflow."""
    i = range(1, case.n_layers + 1)
    weights = tuple(theta[f"W{k}"] for k in i)
    biases = tuple(theta[f"b{k}"] for k in i) if case.biases is not None else None
    with np.errstate(all="ignore"):
        right = values(case.with_(weights=weights, biases=biases, steps=1))
        found = {
            name: np.asarray(right[f"v{name}'"])
            if first
            else case.momentum * past[name]
            + later_share(case) * applied(case, np.asarray(right[f"d{name}"]), theta[name])
            for name in theta
        }
    return found if finite(found.values()) else None


def later_share(case: Case) -> float:
    """The part of a gradient that enters the velocity after the first step."""
    return 1 - (case.momentum if case.momentum_form == "ema" else case.dampening)


def applied(case: Case, gradient: Array, theta: Array) -> Array:
    """The gradient with the optimizer's decay, in its direction."""
    return (-gradient if case.maximize else gradient) + case.weight_decay * theta
