"""The same step twice from the same start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from crosscheck.probes.bench import apart, names, run_once, slack, step_place, suited
from crosscheck.probes.drawn import drawn_at
from crosscheck.probes.left_behind import left_behind
from crosscheck.probes.result import FOUND, OK, ProbeResult

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case


REPEATS = 4


def nondeterministic(adapter: Adapter, case: Case) -> ProbeResult:
    """Fresh builds on the same data: with the same seed of the global generators, and with another."""
    me = "nondeterministic"
    case = suited(adapter, case)
    allowed = slack(case)
    run_once(adapter, case)  # what another network may have left is for `results-depend-on-earlier-calls` to find
    first = run_once(adapter, case)
    litter(case)
    again = apart(first, run_once(adapter, case), allowed)
    reseeded = apart(first, run_once(adapter, case, seed=1), allowed)
    for _ in range(REPEATS if reseeded and not again else 0):  # is it the seed, or did the first two agree by chance?
        again = again or apart(first, run_once(adapter, case), allowed)
    differing = {**reseeded, **again}
    worst = max(differing.values(), default=0.0)
    evidence = {"differ": list(differing), "worst_over_bound": worst, "with_the_same_seed": list(again)}
    if worst > 1 and again and left_behind(adapter, lambda: run_once(adapter, case)):
        text = "fresh builds differ by what earlier calls have left behind, see `results-depend-on-earlier-calls`"
        return ProbeResult(me, OK, text, evidence=evidence)
    if worst > 1:
        by = (
            "with the same seed of the generators (does it depend on the order of a set, on addresses, or on arrays "
            "that are never filled?)"
            if again
            else "as soon as the global generators are seeded otherwise"
        )
        text = (
            f"the same step from the same start gives other numbers {by}: {names(differing)} differ by {worst:.2g} "
            "times what rounding explains"
        )
        drawn = "" if again else drawn_at(lambda: run_once(adapter, case), adapter.build)
        place = drawn or step_place(adapter)
        return ProbeResult(me, FOUND, text, place, evidence)
    if differing:
        text = (
            f"{names(differing)} are not the same bit by bit, but within their bounds ({worst:.2g} of them): sums are "
            "taken in another order"
        )
        return ProbeResult(me, OK, text, evidence=evidence)
    return ProbeResult(me, OK, "three fresh builds give the same numbers, bit by bit", evidence=evidence)


def litter(case: Case) -> None:
    """Leave something conspicuous in memory that is about to be handed out again, for arrays that are never filled."""
    shapes = {a.shape for a in (case.x, case.y, *case.weights, *(case.biases or ()))}
    shapes |= {(case.n_samples, n) for n in case.sizes}
    kept = [np.full(shape, 1e30, dtype=case.dtype) for shape in shapes for _ in range(8)]
    kept.clear()
