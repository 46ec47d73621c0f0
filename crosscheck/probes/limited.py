"""Parameters that do not leave an interval however large the step that should take them out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.bounds import values
from crosscheck.probes.bench import step_place, suited
from crosscheck.probes.clipped import EQUAL, GROWTH
from crosscheck.probes.enlarged import enlarged, large_inputs, large_targets
from crosscheck.probes.result import FOUND, OK, ProbeResult
from crosscheck.record import given_before
from crosscheck.search import peak
from crosscheck.steps import start

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

SCALES = (1e6, 2.7e6)  # no parameter of a network that learns is as large


def parameters_clipped(adapter: Adapter, case: Case) -> ProbeResult:
    """Is the largest element of a parameter the same after two updates, of which one should have taken it further?"""
    me = "parameters-clipped"
    case = suited(adapter, case)
    for cases, runs in enlarged(adapter, case, (large_targets, large_inputs), SCALES):
        limits = held_back(runs, cases)
        if limits:
            name, (limit, true) = next(iter(limits.items()))
            text = (
                f"the largest element of {name} stays at {limit:.6g} where it should be {true:.3g}, and does not move "
                "with the gradient: the parameters are clipped after the update"
            )
            evidence = {"arrays": list(limits), "limit": limit, "should_be": true}
            return ProbeResult(me, FOUND, text, step_place(adapter), evidence)
    return ProbeResult(me, OK, "every parameter moves as far as its gradient takes it, however far")


def held_back(runs: Sequence[Run], cases: Sequence[Case]) -> dict[str, tuple[float, float]]:
    """Name of an updated parameter -> its limit, and how large it should be at the larger scale."""
    found = {}
    truth = [values(c) for c in cases]
    for name in runs[0].canonical:
        given = given_before(name)
        if given is None or any(name not in r.canonical for r in runs):
            continue
        a, b = (peak(r.canonical[name]) for r in runs)
        t, u = (peak(v[name]) for v in truth)
        equal = EQUAL[cases[0].dtype] * a
        moved = abs(a - peak(start(cases[0])[given])) > equal  # one that is never updated stands still as well
        still = np.isfinite([a, b]).all() and a > 0 and abs(a - b) <= equal
        if still and moved and several_at(a, runs, name, equal) and u > GROWTH * t and t > GROWTH * a:
            found[name] = (a, u)
    return found


def several_at(limit: float, runs: Sequence[Run], name: str, equal: float) -> bool:
    """Whether more than one element ends at the limit: a gradient that is bounded takes each to a place of its own."""
    return all(int(np.sum(np.abs(np.abs(r.canonical[name]) - limit) <= equal)) > 1 for r in runs)
