"""What a network with mistakes in it shows: everything, its gradients, or only its updated parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.conventions import Conventions, parameters_to_candidate, samples_to_candidate
from crosscheck.defects import plan_with
from crosscheck.errors import UsageError
from crosscheck.mutants.mutation import Mutation, planted
from crosscheck.record import parse_name
from crosscheck.search import Evidence
from crosscheck.steps import Formula, Step

VISIBILITIES = ("full", "gradients", "parameters")
ROUNDINGS = 2.0  # of each step's result: no candidate's arithmetic is the table's own


@cache
def is_shown(visibility: str, name: str) -> bool:
    """Whether a quantity can be seen."""
    if visibility == "full":
        return True
    n = parse_name(name)
    return n.quantity in (("dW", "db") if visibility == "gradients" else ("W'", "b'"))


def run(case: Case, mutations: Sequence[Mutation]) -> dict[str, NDArray[Any]]:
    """Every array of a run, each step rounded a little differently from the table; UsageError where it cannot run."""
    steps = [Step(s.name, s.kind, s.layer, s.step, shaken(s)) for s in plan_with(case, planted(mutations, case))]
    try:
        with np.errstate(all="ignore"):
            return values(case, steps)
    except ValueError as error:
        raise UsageError(f"cannot be run: {error}") from error


def shaken(step: Step) -> Formula:
    """The formula with its last digits changed, always in the same way."""

    def formula(v: Any) -> Any:
        value = np.asarray(step.formula(v))
        return value * jitter(step.name, value.shape)

    return formula


@cache
def jitter(name: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """1 ± a few roundings."""
    stream = RandomState(crc32(f"{name} {shape}".encode()))
    return np.asarray(1 + ROUNDINGS * 2**-53 * stream.uniform(-1, 1, shape))


def show(case: Case, mutations: Sequence[Mutation], visibility: str) -> dict[str, NDArray[Any]]:
    """What can be seen of a run."""
    return {name: a for name, a in run(case, mutations).items() if is_shown(visibility, name)}


def evidence(case: Case, mutations: Sequence[Mutation], visibility: str) -> Evidence | None:
    """The same as evidence; None where the mistaken code cannot run."""
    try:
        return Evidence(case, show(case, mutations, visibility))
    except UsageError:
        return None


def runner(mutations: Sequence[Mutation], visibility: str) -> Callable[[Case], Evidence | None]:
    """Runs the mistaken network on any case."""
    return lambda case: evidence(case, mutations, visibility)


def as_stored(c: Conventions, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Canonical arrays as a candidate of these conventions stores them."""
    stored: dict[str, NDArray[Any]] = {}
    for text, a in arrays.items():
        base = parse_name(text).parameter
        if base == "W":
            stored[text] = parameters_to_candidate(c, [a], None)[0][0]
        elif base == "b":
            stored[text] = bias(c, a)
        else:
            stored[text] = samples_to_candidate(c, a) if a.ndim == 2 else a
    return stored


def bias(c: Conventions, a: NDArray[Any]) -> NDArray[Any]:
    """One bias in the candidate's orientation."""
    return parameters_to_candidate(c, [np.zeros((a.size, 1))], [a])[1][0]
