"""A training run of a candidate next to PyTorch's: the loss of both, and their drift against its bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import global_balls, values
from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.judge import VACUOUS, rms
from crosscheck.record import Record, suffix
from crosscheck.report.html.curves import LARGEST, Line, drawn
from crosscheck.report.html.model import Plot, Table
from crosscheck.report.html.words import number
from crosscheck.run_adapter import Run

ROWS = 12  # of the table of numbers


@np.errstate(all="ignore")  # a candidate may diverge; what overflows is not drawn
def plots_of(prefix: str, run: Run) -> tuple[Plot, ...]:
    """Loss and drift of one run; nothing of a run that stopped before its second step."""
    case = run.case
    shown = [k for k in range(1, case.steps + 1) if any(p + suffix(k) in run.canonical for p in updates(case))]
    if len(shown) < 2:
        return ()
    truth = run_reference(case)
    steps = list(range(1, shown[-1] + 1))
    return (loss_plot(prefix, run, truth, steps), drift_plot(prefix, run, truth, steps))


def updates(case: Case) -> list[str]:
    """W1' b1' W2' ..."""
    letters = "W" if case.biases is None else "Wb"
    return [f"{p}{i}'" for i in range(1, case.n_layers + 1) for p in letters]


def loss_plot(prefix: str, run: Run, truth: Record, steps: Sequence[int]) -> Plot:
    """The loss before each update: as it is shown, else worked out at the parameters that are."""
    names = ["loss" + suffix(k) for k in steps]
    shown = all(n in run.canonical for n in names)
    mine = [float(run.canonical[n]) for n in names] if shown else losses_at(run, steps)
    lines = [Line("yours", np.array(mine)), Line("PyTorch", np.array([float(truth[n]) for n in names]))]
    by = "as your network shows it" if shown else "worked out by crosscheck at the parameters your network shows"
    caption = f"Loss before each of {len(steps)} updates on {run.case.id}; yours {by}."
    return plot(f"{prefix}-loss", "Loss", steps, lines, "loss", log=is_wide(lines), caption=caption)


def is_wide(lines: Sequence[Line]) -> bool:
    """Whether positive values go over more than two powers of ten."""
    values = np.concatenate([line.values[np.isfinite(line.values)] for line in lines])
    return bool(values.size and values.min() > 0 and values.max() > 100 * values.min())


def losses_at(run: Run, steps: Sequence[int]) -> list[float]:
    """The loss that the formula gives at the candidate's parameters before each step; NaN where they are not known."""
    return [float("nan") if (c := case_before(run, k)) is None else float(values(c)["loss"]) for k in steps]


def case_before(run: Run, step: int) -> Case | None:
    """One step from the parameters that the candidate had before it."""
    case = run.case
    alone: dict[str, Any] = {
        "steps": 1, "momentum": 0.0, "nesterov": False, "dampening": 0.0, "momentum_form": "torch", "inputs": "data",
        "seed": None,
    }  # fmt: skip
    if step == 1:
        return case.with_(**alone)
    end, layers = suffix(step - 1), range(1, case.n_layers + 1)
    if not all(p + end in run.canonical and np.all(np.isfinite(run.canonical[p + end])) for p in updates(case)):
        return None
    weights = tuple(run.canonical[f"W{i}'{end}"].astype(case.dtype) for i in layers)
    biases = None if case.biases is None else tuple(run.canonical[f"b{i}'{end}"].astype(case.dtype) for i in layers)
    return case.with_(weights=weights, biases=biases, **alone)


def drift_plot(prefix: str, run: Run, truth: Record, steps: Sequence[int]) -> Plot:
    """The largest distance of any parameter from PyTorch's after each step, and how far rounding may take it."""
    balls = global_balls(run.case, truth)
    start = {f"{p}{i}'": a for p, group in (("W", run.case.weights), ("b", run.case.biases or ()))
             for i, a in enumerate(group, 1)}  # fmt: skip
    drift, bound, ratio = [], [], []
    for k in steps:
        names = [p for p in updates(run.case) if p + suffix(k) in run.canonical]
        unit = max((float(np.max(np.abs(truth[p + suffix(k)]))) for p in names), default=1.0)
        apart = {p: distance(run.canonical[p + suffix(k)], truth[p + suffix(k)]) for p in names}
        radii = {p: balls[p + suffix(k)].radius for p in names}
        told = all(np.max(radii[p]) <= VACUOUS * rms(truth[p + suffix(k)] - start[p]) for p in names)
        drift.append(max((float(np.max(a)) for a in apart.values()), default=np.nan) / unit)
        bound.append(max(float(np.max(r)) for r in radii.values()) / unit if told and names else np.nan)
        ratio.append(max((worst(apart[p], radii[p]) for p in names), default=np.nan))
    lines = [Line("yours from PyTorch", np.array(drift)), Line("what rounding may do", np.array(bound))]
    greatest = float(np.nanmax(ratio)) if np.any(np.isfinite(ratio)) else float("inf")
    caption = (
        f"How far your parameters are from PyTorch's after each update, as a share of the largest parameter; the "
        f"worst error ÷ bound of an element is {number(greatest)}."
    )
    if np.any(np.isnan(bound)):
        caption += " Where the bound is left out it exceeds a thousandth of what training has changed."
    return plot(f"{prefix}-drift", "Drift of the parameters", steps, lines, "relative drift",
                log=True, caption=caption, more={"worst error ÷ bound": np.array(ratio)})  # fmt: skip


def distance(a: Array, b: Array) -> Array:
    """|a - b| in double precision; what is no number is infinitely far."""
    with np.errstate(all="ignore"):
        d = np.abs(np.asarray(a, np.float64) - np.asarray(b, np.float64))
    return np.where(np.isfinite(d), d, np.inf)


def worst(apart: Array, radius: Array) -> float:
    """The worst error ÷ bound of any element."""
    with np.errstate(all="ignore"):
        return float(np.max(np.where(apart == 0, 0.0, apart / radius)))


def plot(
    ident: str, title: str, steps: Sequence[int], lines: Sequence[Line], y_label: str, *, log: bool, caption: str,
    more: Mapping[str, Array] | None = None,
) -> Plot:  # fmt: skip
    """Curves with their caption, and the numbers behind them: every step, or some spread over all."""
    if any(np.any(~(np.abs(line.values) <= LARGEST) & ~np.isnan(line.values)) for line in lines):
        caption += f" Where a line ends, its numbers exceed {LARGEST:g}."
    columns = {line.name: line.values for line in lines} | dict(more or {})
    picked = sorted({round(i) for i in np.linspace(0, len(steps) - 1, min(ROWS, len(steps)))})
    rows = tuple((str(steps[i]), *(number(float(c[i])) for c in columns.values())) for i in picked)
    numbers = Table(f"{title} in numbers", ("step", *columns), rows)
    return Plot(title, drawn(ident, steps, lines, y_label, log), caption, numbers)
