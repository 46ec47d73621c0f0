"""Gradients that a candidate hides, recovered from its update: (before - after) / lr, with what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Ball, rounded, rounding
from crosscheck.record import suffix

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run


def recovered_gradients(run: Run) -> dict[str, Ball]:
    """dW1, db1 ... dW1@2 ... of every update whose parameters before and after are known.

    With momentum only the first step's: the first velocity is the gradient itself (torch), (1-μ) times it (ema), and
    1+μ times it is applied with nesterov. The optimizer's weight decay is taken off; an L2 term of the loss stays in,
    as in `dW`.

    The radius is (e_W + e_W') / η: before is exact (handed over, or shown), after carries the rounding of the update,
    u (|W'| + 2η|d|), which division by η magnifies. The gradient's own rounding is not in it.
    """
    case, r = run.case, rounding(run.case.dtype)
    steps = (1,) if case.momentum else range(1, case.steps + 1)
    found: dict[str, Ball] = {}
    if case.lr == 0:
        return found
    for k in steps:
        for i in range(1, case.n_layers + 1):
            for p in ("W", "b") if case.biases is not None else ("W",):
                before, after = parameter(run, p, i, k - 1), parameter(run, p, i, k)
                if before is None or after is None or before.shape != after.shape:
                    continue
                with np.errstate(all="ignore"):
                    d = (before - after) / case.lr
                    e = r.u * (np.abs(before) + 2 * np.abs(after) + 4 * case.lr * np.abs(d)) / case.lr
                    g = d / applied_share(case) - case.weight_decay * before
                found[f"d{p}{i}{suffix(k)}"] = rounded(g, np.asarray(e / applied_share(case)), r)
    return found


def applied_share(case: Case) -> float:
    """What the first update applies, as a multiple of its gradient."""
    if case.momentum_form == "ema" and case.momentum:
        return 1 - case.momentum
    return 1 + case.momentum if case.nesterov else 1.0


def parameter(run: Run, p: str, layer: int, step: int) -> NDArray[Any] | None:
    """W or b after a step, the Case's own before the first; None where it was not shown."""
    if step == 0:
        given = run.case.weights if p == "W" else run.case.biases
        return None if given is None else given[layer - 1].astype(np.float64)
    shown = run.canonical.get(f"{p}{layer}'{suffix(step)}")
    return None if shown is None else np.asarray(shown, dtype=np.float64)
