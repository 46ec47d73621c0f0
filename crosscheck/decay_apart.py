"""A gradient shown without the penalty's term, which the code adds in its update: a way to write it, and no mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from crosscheck.compare import compare, run_reference
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.judge_run import Judged, judge_run
from crosscheck.record import parse_name
from crosscheck.steps import Names, decay, penalised, start

if TYPE_CHECKING:
    from crosscheck.ball import Array
    from crosscheck.run_adapter import Run

REMARK = "penalty-in-update"
TEXT = "{}: shown without the term of the penalty, which the update adds: judged with it"


def with_penalty(judged: list[Judged]) -> list[Judged]:
    """What was judged, the gradients shown with the penalty's term where it is in every update and in no gradient.

    The updates decide: where they are right, the term is there. Where one run says otherwise, nothing is changed.
    """
    if not any(off_gradients(j) for j in judged):
        return judged
    found = [completed(j) if j.run.case.l2 and j.run.failure is None else j for j in judged]
    return judged if any(j is None for j in found) else [j for j in found if j is not None]


def gradients_aside(judged: list[Judged]) -> list[Judged] | None:
    """The runs without those gradients, where they are right but for the term, and the updates have a mistake.

    What is applied is then no more than seen in the updates. None where there is no such gradient, or one is wrong.
    """
    found = [aside(j) if off_gradients(j) else j for j in judged]
    kept = [j for j in found if j is not None]
    return kept if len(kept) == len(judged) and any(a is not b for a, b in zip(kept, judged, strict=True)) else None


def aside(j: Judged) -> Judged | None:
    """One run likewise."""
    off = {f.name for f in off_gradients(j)}
    added = with_term(j.run)
    if added is None:
        return None
    findings = compare(added, j.run.case, reference=run_reference(j.run.case)).findings
    # what follows from an update that is wrong is right in itself
    if any(f.name in off and f.status == DIFFERS and not f.follows for f in findings):
        return None
    run = replace(
        j.run,
        shown={name: a for name, a in j.run.shown.items() if name not in off},
        canonical={name: a for name, a in j.run.canonical.items() if name not in off},
        remarks=(*j.run.remarks, Remark(REMARK, TEXT.format(", ".join(off)))),
    )
    return judge_run(run)


def off_gradients(j: Judged) -> list[Finding]:
    """The gradients of penalised parameters that differ."""
    of = [f"d{p}" for p in penalised(j.run.case)] if j.run.case.l2 and not j.run.case.maximize else []
    return [f for f in j.findings if f.status == DIFFERS and f.index is not None and parse_name(f.name).quantity in of]


def completed(j: Judged) -> Judged | None:
    """A run judged again with λW added to its gradients; None where more than that is off, or a W' is not shown."""
    off = {f.name for f in off_gradients(j)}
    if any(f.status == DIFFERS and f.name not in off for f in j.findings if f.stage != "loss"):
        return None
    added = with_term(j.run)
    if added is None:
        return None
    findings = {f.name: f for f in compare(added, j.run.case, reference=run_reference(j.run.case)).findings}
    changed = {name: f for name, f in findings.items() if name in off}
    if any(f.status not in (AGREES, NOT_JUDGED) for f in changed.values()):
        return None
    return replace(
        j,
        findings=tuple(replace(changed[f.name], case=f.case) if f.name in changed else f for f in j.findings),
        remarks=(
            *(r for r in j.remarks if r.kind != "shown-gradient"),
            *([Remark(REMARK, TEXT.format(", ".join(changed)))] if changed else []),
        ),
    )


def with_term(run: Run) -> Mapping[str, Array] | None:
    """All that is shown, in canonical form, λθ added to each gradient; None where a θ of before is not shown."""
    arrays = dict(run.canonical)
    known = {**start(run.case), **run.canonical}
    for name, array in run.canonical.items():
        n = parse_name(name)
        if n.layer is None or n.quantity not in ("dW", "db") or n.parameter not in penalised(run.case):
            continue
        names = Names(run.case, n.step)
        before = known.get(names.before(n.parameter, n.layer))
        if before is None or names.after(n.parameter, n.layer) not in known:
            return None
        arrays[name] = (array + decay(run.case) * before).astype(array.dtype)
    return arrays
