"""Whether two networks show the same numbers: on all standard cases, each array measured by the reference's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.defects import plan_with
from crosscheck.errors import UsageError
from crosscheck.mutants.candidate import is_shown
from crosscheck.mutants.mutation import Mutation, planted
from crosscheck.mutants.networks import cases
from crosscheck.record import parse_name

Array = NDArray[np.float64]
SAME = 1e-9
ASIDE = (
    "loss",
    "d_output",
)  # matters of their own: a printed value, and a quantity that the joint gradient never forms


@cache
def reference_scales(case: Case) -> dict[str, tuple[Array, float]]:
    """What is taken off, and the size of what is left: a parameter after the update is measured by its update."""
    found: dict[str, tuple[Array, float]] = {}
    right = values(case)
    for name, a in right.items():
        n = parse_name(name)
        start = np.zeros(np.shape(a))
        if n.updated and n.parameter and not n.quantity.startswith("v"):
            assert n.layer is not None
            start = np.asarray((case.weights if n.parameter == "W" else case.biases or ())[n.layer - 1])
        found[name] = (start, float(np.max(np.abs(a - start), initial=0.0)) or 1.0)
    return found


def signature(n: int, mutations: Sequence[Mutation], visibility: str) -> Array:
    """Every number shown on the standard cases, each array in units of the reference's."""
    return signatures(cases(n), mutations, (visibility,))[visibility]


def signatures(on: Sequence[Case], mutations: Sequence[Mutation], visibilities: Sequence[str]) -> dict[str, Array]:
    """The same for several visibilities at once, since the run is one; on any cases."""
    parts: dict[str, list[Array]] = {v: [] for v in visibilities}
    for case in on:
        try:
            with np.errstate(all="ignore"):
                shown = values(case, plan_with(case, planted(mutations, case)))
        except (ValueError, UsageError):
            for listed in parts.values():
                listed.append(np.full(1, np.nan))
            continue
        for name, (start, scale) in reference_scales(case).items():
            wanted = [v for v in visibilities if is_shown(v, name)]
            if wanted and name.partition("@")[0] not in ASIDE:
                numbers = ((shown[name] - start) / scale).ravel()
                for v in wanted:
                    parts[v].append(numbers)
    return {v: np.concatenate(listed) for v, listed in parts.items()}


def same(a: Array, b: Array) -> bool:
    """Equal to many more digits than any mistake leaves alone."""
    if a.shape != b.shape:
        return False
    with np.errstate(invalid="ignore"):
        near = np.abs(a - b) <= SAME * np.maximum(1, np.maximum(np.abs(a), np.abs(b)))
    return bool(np.all(near | ~(np.isfinite(a) | np.isfinite(b))))
