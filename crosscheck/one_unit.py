"""A hidden layer of one unit: what goes wrong there alone is said to be so, and how to leave such layers out.

Code that tells a bias from weights by a shape of (1, n), or squeezes an axis away, is right for whoever has more units.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crosscheck.extreme import counts
from crosscheck.finding import AGREES, DIFFERS, Remark
from crosscheck.standard_cases import as_declared, distinct

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.report.report import Report
    from crosscheck.run_adapter import Run


def more_units(
    report: Report,
    cases: Sequence[Case],
    d: Declaration,
    run: Callable[[Case], Sequence[Run]],
    told: Callable[[Sequence[Run]], Report],
) -> Report:
    """The report of a network that differs only where a hidden layer has one unit, with a remark that says so."""
    off = {f.case for f in report.findings if counts(f)}
    narrow = [c for c in cases if c.id in off]
    if report.verdict != DIFFERS or report.explanations or not narrow or len(narrow) == len(cases):
        return report
    if any(1 not in c.sizes[1:-1] for c in narrow) or d.sizes is not None:
        return report
    second = told([r for c in cases for r in run(wider(c, d) if c in narrow else c)])
    if second.verdict != AGREES:
        return report
    words = ("n", *"hgfedcba"[: cases[0].n_layers - 1], "k")
    text = (
        "it differs only where a hidden layer has one unit; with more units all agrees. If it is not made for one, "
        f"declare sizes = {words}: words stand for more than one unit"
    )
    return replace(report, remarks=(*report.remarks, Remark("one-hidden-unit", text)))


def wider(case: Case, d: Declaration) -> Case:
    """The same with more units where there is one, drawn anew."""
    hidden: list[int] = []
    for n in case.sizes[1:-1]:
        hidden.append(n if n > 1 else distinct(4, {*case.sizes, *hidden, case.n_samples}))
    sizes = (case.sizes[0], *hidden, case.sizes[-1])
    return as_declared(
        d, sizes, case.n_samples, activations=case.activations, loss=case.loss, inputs=case.inputs,
        dtype=case.dtype, seed=case.seed or 0, lr=case.lr, steps=case.steps,
    )  # fmt: skip
