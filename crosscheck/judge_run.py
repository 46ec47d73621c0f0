"""One Run judged: the comparison, and everything about the run itself that is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.compare import compare, run_reference
from crosscheck.errors import UsageError
from crosscheck.finding import DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.judge import rms
from crosscheck.late_division import in_scale
from crosscheck.record import Record, names_of, parse_name
from crosscheck.vocabulary import KINKED, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.run_adapter import Run

RUN = "run"  # the stage of findings about a call, and not about a quantity
_AT_ZERO = 1e-6  # of an array's root mean square: far above rounding, far below a derivative counted once


@dataclass(frozen=True)
class Judged:
    """A Run and what was found."""

    run: Run
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
    not_exposed: tuple[str, ...]


def judge_run(run: Run, reference: Record | None = None) -> Judged:
    """Findings of one Run, in dataflow order; those about the run itself come last."""
    run = in_scale(run)
    case = run.case
    findings: list[Finding] = []
    remarks: list[Remark] = list(run.remarks)
    not_exposed = names_of(case)
    if run.shown:
        truth = run_reference(case) if reference is None else reference
        report = compare(run.shown, case, run.conventions, truth)
        apart = applied_apart(run, report.findings, truth)
        findings = [apart.get(f.name, f) for f in report.findings if not fed_by_harness(run, f.name)]
        remarks += [*report.remarks, *shown_and_applied(report.findings, findings)]
        if not any(f.status == DIFFERS for f in findings):
            remarks += at_exact_zero(run, truth)
        not_exposed = report.not_exposed
    findings += [broken(case.id, name, why) for name, why in run.broken.items()]
    findings += run_findings(run)
    if run.staged:
        findings = [replace(f, why=f"{f.why} (fed the reference's upstream gradient)".strip()) if f.why else f
                    for f in findings]  # fmt: skip
    return Judged(run, tuple(findings), tuple(remarks), not_exposed)


def fed_by_harness(run: Run, name: str) -> bool:
    """Whether a quantity was the harness's own: the upstream gradient that a staged candidate is given."""
    return run.staged and parse_name(name).quantity == "d_output"


def applied_apart(run: Run, findings: Sequence[Finding], truth: Record) -> dict[str, Finding]:
    """Updates that do not belong to the gradient shown, held against the true gradient at their own parameters.

    A shown gradient and the applied update are judged apart: either may be wrong alone.
    """
    doubtful = {
        f.name for f in findings
        if f.status == DIFFERS and not f.follows and f.index is not None and parse_name(f.name).quantity in ("W'", "b'")
    }  # fmt: skip
    if not doubtful or not any(parse_name(n).quantity in ("dW", "db") for n in run.shown):
        return {}
    kept = {name: a for name, a in run.shown.items() if parse_name(name).quantity in ("W'", "b'")}
    alone = compare(kept, run.case, run.conventions, truth).findings
    return {f.name: f for f in alone if f.name in doubtful and f.status != NOT_JUDGED}


def shown_and_applied(before: Sequence[Finding], after: Sequence[Finding]) -> list[Remark]:
    """A remark where judging apart has changed a finding."""
    now = {f.name: f.status for f in after}
    changed = [f.name for f in before if f.status == DIFFERS and now.get(f.name, DIFFERS) != DIFFERS]
    if not changed:
        return []
    text = f"{', '.join(changed)}: the update is right, but not by the gradient that is shown"
    return [Remark("shown-gradient", text)]


def at_exact_zero(run: Run, truth: Record) -> list[Remark]:
    """A derivative other than the reference's at a pre-activation of exactly zero: a convention."""
    case = run.case
    kinked = [
        name for i, spec in enumerate(case.activations, 1)
        if (name := name_and_parameter(spec)[0]) in KINKED and np.any(truth[f"Z{i}"] == 0)
    ]  # fmt: skip
    if not kinked:
        return []
    for name in names_of(case):
        shown = run.canonical.get(name)
        if shown is None or parse_name(name).stage not in ("backward", "update"):
            continue
        expected = truth[name].astype(np.float64)
        if np.max(np.abs(shown.astype(np.float64) - expected), initial=0.0) > _AT_ZERO * rms(expected):
            text = f"the derivative of {kinked[0]} at exactly 0 is not the reference's (seen in {name})"
            return [Remark("relu-gradient-at-zero", text)]
    return []


def broken(case_id: str, name: str, why: str) -> Finding:
    """What is no array of numbers of this network."""
    try:
        n = parse_name(name)
    except UsageError:
        return Finding(case_id, name, None, RUN, 1, DIFFERS, why=why)
    return Finding(case_id, name, n.layer, n.stage, n.step, DIFFERS, why=why)


def run_findings(run: Run) -> list[Finding]:
    """A call that failed, and inputs that were written to."""
    found = []
    if run.failure is not None:
        f = run.failure
        found.append(Finding(run.case.id, f.call, None, RUN, f.step, DIFFERS, why=f.what, place=f.place))
    for name, place in run.mutated.items():
        why = "was written to by the candidate: the caller's data are not what they were"
        found.append(Finding(run.case.id, name, None, RUN, 1, DIFFERS, why=why, place=place))
    if not run.shown and not run.broken and run.failure is None:
        why = "showed nothing: expected at least W and b after the update"
        found.append(Finding(run.case.id, "read", None, RUN, 1, DIFFERS, why=why))
    return found
