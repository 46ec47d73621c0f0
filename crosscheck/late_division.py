"""Deltas that are shown without the constant of the loss: dZ = a − y, and dW = dZ aᵀ / N.

Where the division stands is a matter of taste, not of the gradient. Such dZ and dA are divided by the constant before
they are judged, so that they are held against dL/dZ and dL/dA like everybody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.finding import Remark
from crosscheck.mistakes.site import constants
from crosscheck.record import parse_name
from crosscheck.smoothness import derivative
from crosscheck.steps import penalised
from crosscheck.vocabulary import name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Arrays = Mapping[str, NDArray[Any]]
DELTAS = ("d_output", "dZ", "dA", "dX")
CLOSE = {"float64": 1e-8, "float32": 1e-4}  # of the largest element: above rounding, below what a mistake leaves alike


def in_scale(run: Run) -> Run:
    """A run with its deltas divided by the constant that dW and db are divided by; and a remark that says so."""
    label = None if run.staged or run.divided else carried(run.canonical, run.case)
    return run if label is None else divided(run, label)


def scale_of(runs: Iterable[Run]) -> str:
    """The constant in which runs agree; "" for none. It holds for those too in which it cannot be seen."""
    labels = {run.divided for run in runs if run.divided}
    return labels.pop() if len(labels) == 1 else ""


def overflows(run: Run) -> bool:
    """Whether something that it shows is no number, and nothing is divided for that reason."""
    return not run.divided and not all(bool(np.isfinite(a).all()) for a in run.canonical.values())


def is_delta(name: str) -> bool:
    """Whether it is the gradient by a pre-activation, an activation or the input."""
    return parse_name(name).quantity in DELTAS


def divided(run: Run, label: str) -> Run:
    """The deltas divided by a named constant."""
    s = constants(run.case).get(label, 1.0)

    def over(arrays: Arrays) -> dict[str, NDArray[Any]]:
        return {n: np.asarray(a / a.dtype.type(s)) if is_delta(n) else a for n, a in arrays.items()}

    kinds = dict.fromkeys(parse_name(n).quantity for n in run.shown if is_delta(n))
    text = f"{' and '.join(kinds)} are {label} times the gradient, and dW and db are divided by it: judged divided too"
    return replace(
        run, shown=over(run.shown), canonical=over(run.canonical), divided=label,
        remarks=(*run.remarks, Remark("late-division", text)),
    )  # fmt: skip


def carried(canonical: Arrays, case: Case) -> str | None:
    """The name of the constant that the deltas of the first step have and the gradients made of them have not.

    None where the deltas are right as they are, where most gradients are made of them without a constant, and where
    nothing is shown that could tell.
    """
    if not any(map(is_delta, canonical)):
        return None
    with np.errstate(all="ignore"):
        truth = values(case)
        top = next((n for n in truth if n in canonical and is_delta(n)), None)
        if top is None or alike(canonical[top], truth[top], case):
            return None
        ratios = list(own_ratios(canonical, truth, case))
    near = CLOSE[case.dtype]
    named = {"": 1.0, **constants(case)}
    labels = [next((n for n, c in named.items() if np.isclose(r, c, rtol=near, atol=0)), None) for r in ratios]
    # a gradient that is itself wrong has another ratio, or none
    label, times = Counter(labels).most_common(1)[0] if labels else (None, 0)
    if label and 2 * times > len(labels):
        return label
    return handed_down_so(canonical, truth, top, case)


def handed_down_so(canonical: Arrays, truth: Arrays, top: str, case: Case) -> str | None:
    """The constant of the topmost delta that is shown, where all gradients above it are right as they are.

    A mistake further down may leave no other trace of where the division stands. Where the gradients below are larger
    by the same constant, it is one of what is handed down.
    """
    n = parse_name(top)
    layer = {"d_output": case.n_layers, "dX": 0}.get(n.quantity, n.layer or 0)
    label = next((label for label, c in constants(case).items() if alike(canonical[top], c * truth[top], case)), None)
    if label is None:
        return None
    shown = [m for m in canonical if "@" not in m and parse_name(m).quantity in ("dW", "db")]
    above = [m for m in shown if (parse_name(m).layer or 0) > layer]
    below = [m for m in shown if m not in above]
    right = all(alike(canonical[m], truth[m], case) for m in above)
    larger = any(alike(canonical[m], constants(case)[label] * truth[m], case) for m in below)
    return label if above and right and not larger else None


def own_ratios(canonical: Arrays, truth: Arrays, case: Case) -> Iterator[float]:
    """How many times larger than it is shown a layer's gradient would be, were it made of the delta that is shown."""
    for i in range(1, case.n_layers + 1):
        delta = own_delta(canonical, truth, case, i)
        if delta is None:
            continue
        below = "x" if i == 1 else f"A{i - 1}"
        a = np.asarray(case.x if i == 1 else canonical.get(below, truth.get(below)), dtype=np.float64)
        for made, name in ((delta.sum(axis=0), f"db{i}"), (delta.T @ a, f"dW{i}")):
            shown = canonical.get(name)
            if shown is None or shown.shape != made.shape or (case.l2 and name[1] in penalised(case)):
                continue
            ratio = float(np.sum(made * shown) / np.sum(shown**2)) if shown.any() else 0.0
            if ratio > 0 and alike(made, ratio * shown, case):
                yield ratio


def own_delta(canonical: Arrays, truth: Arrays, case: Case, i: int) -> NDArray[Any] | None:
    """dZ of a layer as it is shown, or made of the dA that is shown."""
    if f"dZ{i}" in canonical:
        return np.asarray(canonical[f"dZ{i}"], dtype=np.float64)
    spec = case.activations[i - 1]
    d = canonical.get("d_output" if i == case.n_layers else f"dA{i}")
    if d is None or name_and_parameter(spec)[0] == "softmax":
        return None
    return np.asarray(d * derivative(spec, np.asarray(truth[f"Z{i}"])), dtype=np.float64)


def alike(a: NDArray[Any], b: NDArray[Any], case: Case) -> bool:
    """Whether two arrays are one but for rounding."""
    size = np.max(np.abs(b), initial=0.0)
    return a.shape == b.shape and bool(np.all(np.abs(a - b) <= CLOSE[case.dtype] * size))
