"""One Report of all runs: the verdict, a factor, what explains the difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscheck.environment import environment
from crosscheck.explain import explanations, regularities
from crosscheck.extreme import counts
from crosscheck.factor import Factor, exact_for, explains, factors_per_quantity, find_factor
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.guard import is_beyond, only_a_guard, unguarded
from crosscheck.judge_run import RUN, Judged
from crosscheck.kept import keep
from crosscheck.loss_found import loss_notes
from crosscheck.loss_value import of_wrong_network
from crosscheck.record import parse_name
from crosscheck.report.network import network_of
from crosscheck.report.place import shown_case
from crosscheck.report.report import Report
from crosscheck.verdict import FACTOR, unjudged_parameters

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.run_adapter import Run


def report_on(
    judged: Sequence[Judged],
    d: Declaration,
    only: tuple[str, ...],
    remarks: Sequence[Remark],
    run_more: Callable[[Case], Run | None],
) -> Report:
    """One Report of all runs; `run_more` runs the candidate on a further case."""
    runs = [j.run for j in judged if j.run.failure is None and not j.run.broken]
    findings = tuple(f for j in judged for f in j.findings if not only or f.stage == RUN or is_wanted(f.name, only))
    verdict = plain_verdict(findings, judged, only)
    found = find_factor(runs) if verdict == DIFFERS and runs else None
    if found is not None and all(accounted_for(f, judged, found[0]) for f in findings if counts(f)):
        verdict = FACTOR
    factor, factors = (found[0], found[1]) if found is not None and verdict == FACTOR else (None, {})
    if verdict == DIFFERS:
        factors = factors_per_quantity(runs)
    exact = exact_for(runs) if len(runs) == len(judged) else ()
    # where most runs fail, that is what is wrong: of the few that do not, only a mistake with a name counts
    telling = runs if 2 * len(runs) >= len(judged) else []
    explained = () if misshapen(judged) else explanations(runs, verdict, run_more)
    guard = only_a_guard(explained, findings)
    if guard:
        verdict, explained, findings = AGREES, (), unguarded(findings, guard)
    patterns, proven = regularities(telling, run_more) if verdict == DIFFERS and not explained else ((), "")
    report = Report(
        verdict=verdict,
        findings=findings,
        remarks=merged(
            [
                *remarks,
                *(r if verdict == AGREES else of_wrong_network(r) for j in judged for r in j.remarks),
                *loss_notes(runs, d, exact),
                *([Remark("guard", guard)] if guard else []),
            ]
        ),
        not_exposed=never_shown(judged, only),
        cases=tuple(dict.fromkeys(j.run.case.id for j in judged)),
        environment=environment(),
        factor=None if factor is None else as_dict(factor),
        factors={name: as_dict(f) for name, f in factors.items()},
        exact_for=exact,
        explanations=explained,
        patterns=patterns,
        proven=proven,
        networks={j.run.case.id: network_of(j.run.case) for j in judged},
    )
    return replace(report, kept=keep(judged, shown_case(report)))


def misshapen(judged: Sequence[Judged]) -> bool:
    """Whether a parameter has another shape than its layer, or a gradient where no parameter is shown beside it.

    That is then what is wrong, and nothing else is looked for: a search among formulas could only miss it.
    """
    for j in judged:
        off = {f.name for f in j.findings if f.why.startswith("has shape")}
        parameters = {n for n in off if parse_name(n).quantity in ("W'", "b'")}
        gradients = {n for n in off if parse_name(n).quantity in ("dW", "db")}
        if parameters or any(n[1:] + "'" not in j.run.shown for n in gradients if "@" not in n):
            return True
    return False


def plain_verdict(findings: Sequence[Finding], judged: Sequence[Judged], only: tuple[str, ...]) -> str:
    """`differs`, `agrees` or `not judged`, before a factor is thought of."""
    # of selected quantities, those that are right in themselves are right
    if any(counts(f) and not (only and f.follows) for f in findings):
        return DIFFERS
    if only:
        return AGREES if any(f.status == AGREES for f in findings) else NOT_JUDGED
    by_depth: dict[int, list[Judged]] = {}
    for j in judged:
        by_depth.setdefault(j.run.case.n_layers, []).append(j)
    # every parameter in some case: of each depth, since a layer of one is not that of another
    missing = [
        p for group in by_depth.values()
        for p in unjudged_parameters([f for j in group for f in j.findings if f.stage != RUN], group[0].run.case)
    ]  # fmt: skip
    return NOT_JUDGED if missing else AGREES


def accounted_for(f: Finding, judged: Sequence[Judged], factor: Factor) -> bool:
    """Whether a difference is the factor's, or only follows from it."""
    if is_beyond(f):
        return False
    if f.follows:
        return True
    quantity = parse_name(f.name).quantity
    if quantity in ("dW", "db", "W'", "b'"):  # verified in `find_factor`, in every run
        return True
    return any(explains(j.run, f.name, factor.of(j.run.case)) for j in judged if j.run.case.id == f.case)


def merged(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """One remark of each kind: the first, and in how many more runs."""
    by_kind: dict[str, list[str]] = {}
    for r in remarks:
        by_kind.setdefault(r.kind, []).append(r.text)
    return tuple(
        Remark(kind, texts[0] + (f" (and in {len(texts) - 1} more)" if len(texts) > 1 else ""))
        for kind, texts in by_kind.items()
    )


def never_shown(judged: Sequence[Judged], only: tuple[str, ...]) -> tuple[str, ...]:
    """Quantities of the first step that no run showed."""
    shown = {f.name for j in judged for f in j.findings}
    names = dict.fromkeys(n for j in judged for n in j.not_exposed if "@" not in n and n not in shown)
    return tuple(n for n in names if not only or is_wanted(n, only))


def is_wanted(name: str, only: tuple[str, ...]) -> bool:
    """Whether a name is among the quantities asked for; "W1" and "W" mean the parameter after the update."""
    n = parse_name(name)
    full = name.partition("@")[0]
    return any(o in (n.quantity, n.quantity.rstrip("'"), full, full.rstrip("'")) for o in only)


def as_dict(f: Factor) -> dict[str, Any]:
    """As in the JSON."""
    return {"value": f.value, "name": f.name}
