"""Layers of one width: where a network raises in most cases, it may run there, and its mistake may have a name.

Indices that are swapped, or a matrix that is not transposed, fit when all widths are equal, as they are in many a demo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crosscheck.finding import AGREES, DIFFERS, Finding, Remark
from crosscheck.judge_run import RUN
from crosscheck.standard_cases import as_declared

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.report.report import Report
    from crosscheck.run_adapter import Run

EQUAL = ((5, 7), (4, 3), (3, 5))  # widths, and N


def on_equal_widths(
    report: Report, d: Declaration, run: Callable[[Case], Sequence[Run]], told: Callable[[Sequence[Run]], Report]
) -> Report:
    """The report of a network that raises in most cases, with what is wrong with it where all widths are equal."""
    failed = {f.case: f for f in report.findings if f.stage == RUN and f.status == DIFFERS and f.index is None}
    if report.verdict != DIFFERS or not failed or 2 * len(failed) < len(report.cases):
        return report
    if report.explanations:
        return with_failures(report, failed)
    runs = [r for case in square_cases(d) for r in run(case)]
    if not runs or any(r.failure is not None for r in runs):
        return report
    second = told(runs)
    if second.verdict == AGREES:
        declared = ", ".join([repr("n")] * (d.depths[0] + 1))
        text = f"with layers of one width it is right: if it is made for no others, declare sizes = ({declared})"
        return replace(report, remarks=(*report.remarks, Remark("equal-widths", text)))
    text = f"with layers of different widths, {what(failed)}; with equal widths it runs, as shown here"
    return replace(second, remarks=(*second.remarks, Remark("equal-widths", text)))


def with_failures(report: Report, failed: Mapping[str, Finding]) -> Report:
    """The report with a remark on the cases in which nothing is shown, where the others are explained."""
    text = f"{len(failed)} of the {len(report.cases)} cases are not in the table: there {what(failed)}"
    return replace(report, remarks=(*report.remarks, Remark("raised", text)))


def what(failed: Mapping[str, Finding]) -> str:
    """What was raised first, and where."""
    first = next(iter(failed.values()))
    return f"{first.name} {first.why}" + (f", at {first.place}" if first.place else "")


def square_cases(d: Declaration) -> list[Case]:
    """Cases of equal widths; none where widths are fixed, but for a single output."""
    if d.sizes is not None and any(isinstance(n, int) for n in d.sizes[:-1]):
        return []
    return [square(d, n, n_samples, seed) for seed, (n, n_samples) in enumerate(EQUAL)]


def square(d: Declaration, n: int, n_samples: int, seed: int) -> Case:
    """One of them."""
    n_layers = d.depths[0]
    fixed = d.sizes[-1] if d.sizes is not None else n
    n_out = 1 if d.one_output else fixed if isinstance(fixed, int) else n
    n_samples = d.batch or (1 if d.one_at_a_time else n_samples)
    return as_declared(
        d, (*[n] * n_layers, n_out), n_samples, activations=d.activations_for(n_layers), loss=d.losses[0],
        inputs="random", dtype="float64", seed=seed, lr=d.lr or 0.125, steps=3 if d.settings["momentum"] else 1,
    )  # fmt: skip
