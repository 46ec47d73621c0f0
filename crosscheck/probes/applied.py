"""A gradient that is shown, and another one that is applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import rounding
from crosscheck.judge import rms
from crosscheck.probes.bench import excess, gradients, names, run_once, slack, step_place, suited
from crosscheck.probes.precision import is_representable
from crosscheck.probes.result import FOUND, OK, NotRunError, ProbeResult
from crosscheck.steps import decay, penalised

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Array: TypeAlias = NDArray[Any]


def gradient_not_applied(adapter: Adapter, case: Case) -> ProbeResult:
    """DW as shown, against (W - W') / η; with a momentum that of the first step, the weight decay taken off.

    Parameters that are kept in a lower precision than they were handed over in are no other gradient.
    """
    me = "gradient-not-applied"
    case = suited(adapter, case)
    run = run_once(adapter, case)
    found, allowed = gradients(run), slack(case)
    both = [name for group, name in found if group == "shown" and ("applied", name) in found]
    if not both:
        raise NotRunError("the network does not show both its gradients and its updated parameters")
    out: dict[str, str] = {}
    coarser = grain(run) / rounding(case.dtype).u
    for name in both:
        shown, (applied, e) = found["shown", name][0], found["applied", name]
        candidates = {"": applied, **without_penalty(case, name, applied)}
        spare = allowed[name] + 4 * coarser * e
        ratios = {what: excess(shown, g, spare, case.dtype) for what, g in candidates.items()}
        if min(ratios.values()) > 1:
            out[name] = relation(shown, applied)
    if not out:
        return ProbeResult(me, OK, f"what is shown is what is applied: {names(both)}", evidence={"arrays": both})
    text = f"{names(f'{name} {what}' for name, what in out.items())}: the gradient shown is not the one applied"
    return ProbeResult(me, FOUND, text, step_place(adapter), {"arrays": out, "of": both})


def grain(run: Run) -> float:
    """The roundoff with which parameters may have been kept: float16's where every one of an array is such a number."""
    after = [a for name, a in run.canonical.items() if name.startswith(("W", "b"))]
    return rounding("float16" if any(is_representable(a, "float16") for a in after) else "float32").u


def without_penalty(case: Case, name: str, applied: Array) -> dict[str, Array]:
    """The applied gradient without the L2 term: whether dW is shown with or without it is judged elsewhere."""
    letter, layer = name[1], int(name[2:])
    if not case.l2 or letter not in penalised(case):
        return {}
    parameter = (case.weights if letter == "W" else case.biases or ())[layer - 1]
    return {"without the L2 term": applied - decay(case) * parameter}


def relation(shown: Array, applied: Array) -> str:
    """How the applied gradient relates to the one shown."""
    size = rms(shown)
    if size == 0:
        return "is shown as zero"
    c = float(np.sum(shown * applied) / np.sum(shown * shown))
    if rms(applied) <= 1e-12 * size:
        return "is not applied at all"
    if rms(applied - c * shown) <= 1e-6 * size:
        return f"is applied times {c:.6g}"
    return f"is applied with a difference of {rms(applied - shown) / size:.2g} of its size"
