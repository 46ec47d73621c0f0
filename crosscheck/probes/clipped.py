"""Gradients that do not grow however large they should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.probes.bench import Key, gradients, run_once, step_place, suited
from crosscheck.probes.enlarged import enlarged, large_everything, large_inputs, large_targets
from crosscheck.probes.result import FOUND, OK, ProbeResult

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]

SCALES = (1e3, 2.7e3)
GROWTH = 1.5  # how much the true gradient has to grow between the two, so that standing still means something
EQUAL = {"float64": 1e-6, "float32": 1e-3}  # relative; what is recovered from an update has lost a few digits
MEASURES: dict[str, Callable[[Array], float]] = {
    "largest element": lambda g: float(np.max(np.abs(g))),
    "norm": lambda g: float(np.linalg.norm(g)),
}


def gradient_clipped(adapter: Adapter, case: Case) -> ProbeResult:
    """Three sizes of one problem: does the largest element, or the norm, stop growing?

    At ordinary size it has to be smaller, and right up to a factor: a limit changes nothing there, other mistakes do,
    and with some of them a gradient does not see what was made larger.
    """
    me = "gradient-clipped"
    case = suited(adapter, case)
    found = gradients(run_once(adapter, case))
    true = values(case)
    wrong = {k for k, g in found.items() if not is_proportional(g[0], true[k[1]], EQUAL[case.dtype])}
    ordinary = {
        key: m for key, m in measured(found).items() if key[:2] not in wrong and not (key[1] == "all" and wrong)
    }
    looked = 0
    for cases, runs in enlarged(adapter, case, (large_targets, large_inputs, large_everything), SCALES):
        looked += 1
        seen = [measured(gradients(run)) for run in runs]
        truth = [measured(true_gradients(c, seen[0])) for c in cases]
        limits = {key: standing_still(ordinary, seen, truth, key, EQUAL[case.dtype]) for key in seen[0]}
        standing = {key: limit for key, limit in limits.items() if limit is not None}
        if standing:
            # where the norm stands still, so does the largest element: the roundest number is the one somebody wrote
            key = min(standing, key=lambda key: len(f"{standing[key]:.5g}"))
            return result(me, adapter, key, standing[key], truth[1][key])
    return ProbeResult(me, OK, f"every gradient grows with the data, in {looked} ways of making it larger")


def is_proportional(g: Array, true: Array, equal: float) -> bool:
    """Whether a gradient is a multiple of the true one."""
    with np.errstate(over="ignore", invalid="ignore"):
        c = float(np.sum(g * true) / max(np.sum(true * true), np.finfo(np.float64).tiny))
        return bool(np.linalg.norm(g - c * true) <= equal * np.linalg.norm(g))


def measured(found: dict[Key, Any]) -> dict[tuple[str, str, str], float]:
    """(group, array, measure) -> its value; the array "all" is every gradient of the group together."""
    result: dict[tuple[str, str, str], float] = {}
    for group in ("shown", "applied"):
        arrays = {name: g[0] for (where, name), g in found.items() if where == group}
        if not arrays:
            continue
        everything = np.concatenate([a.ravel() for a in arrays.values()])
        for measure, function in MEASURES.items():
            with np.errstate(over="ignore", invalid="ignore"):
                result |= {(group, name, measure): function(a) for name, a in arrays.items() if a.size > 1}
                result[group, "all", measure] = function(everything)
    return result


def true_gradients(case: Case, like: dict[tuple[str, str, str], float]) -> dict[Key, Any]:
    """The same arrays, as they should be."""
    true = values(case)
    keys = {(group, name) for group, name, _ in like}
    shown = {(g, n): (true[n], None) for g, n in keys if n in true}
    rest = {(g, n): (true[n], None) for g, m in keys if m == "all" for n in true
            if n.startswith(("dW", "db")) and "@" not in n}  # fmt: skip
    return {**rest, **shown}


def standing_still(
    ordinary: dict[tuple[str, str, str], float],
    seen: list[dict[tuple[str, str, str], float]],
    truth: list[dict[tuple[str, str, str], float]],
    key: tuple[str, str, str],
    equal: float,
) -> float | None:
    """The limit, where a measure is the same at both large sizes, smaller at ordinary size, and should have grown."""
    if any(key not in found for found in (ordinary, *seen, *truth)):
        return None
    small, (a, b), (t, u) = ordinary[key], [s[key] for s in seen], [t[key] for t in truth]
    if not np.all(np.isfinite([small, a, b, t, u])) or a == 0:
        return None
    stands = abs(a - b) <= equal * a and small < a * (1 - 10 * equal)
    return a if stands and u > GROWTH * t and t > a else None


def result(me: str, adapter: Adapter, key: tuple[str, str, str], limit: float, true: float) -> ProbeResult:
    """What was found."""
    group, name, measure = key
    which = "all gradients together" if name == "all" else name
    text = (
        f"the {measure} of {which} ({group}) stays at {limit:.6g} where it should be {true:.3g}, and does not "
        "grow with the data: the gradient is clipped"
    )
    evidence = {"array": name, "group": group, "measure": measure, "limit": limit, "should_be": true}
    return ProbeResult(me, FOUND, text, step_place(adapter), evidence)
