"""Where in a report's network something is wrong: the case to look at, and what each layer shows there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from crosscheck.finding import DIFFERS, NOT_JUDGED, Finding
from crosscheck.record import parse_name

if TYPE_CHECKING:
    from crosscheck.report.report import Report

RUN = "run"  # the stage of a finding that is about a call, not about a quantity
_STEPS = re.compile(r"_k\d+(?=_)")


def shown_case(report: Report) -> str:
    """The case that a report shows: where the mistake or the first difference is, else where most was judged."""
    ids = list(dict.fromkeys([*report.cases, *(f.case for f in report.findings)]))
    off = {f.case for f in report.findings if f.status == DIFFERS}
    if report.explanations:
        # the search may have looked at the first step alone: the same case, of one step
        found = _STEPS.sub("", str(report.explanations[0]["case"]))
        for case in ids:
            if case in off and _STEPS.sub("", case) == found:
                return case
    cause = report.first_cause
    if cause is not None:
        return cause.case
    unjudged = Counter(f.case for f in report.findings if f.status == NOT_JUDGED)
    return min(ids, key=lambda case: unjudged[case], default="")


def findings_of(report: Report, case: str) -> tuple[Finding, ...]:
    """The findings of one case, one an array: it may have been run twice, whole and stage by stage."""
    first: dict[str, Finding] = {}
    for f in report.findings:
        if f.case == case and (f.name not in first or (f.status == DIFFERS and first[f.name].status != DIFFERS)):
            first[f.name] = f
    return tuple(first.values())


def causes(report: Report) -> Sequence[Mapping[str, Any]]:
    """The mistakes of the first explanation: {"id", "layers", "statement"}."""
    return report.explanations[0]["defects"] if report.explanations else ()


def layers_of(found: Sequence[Mapping[str, Any]]) -> set[int]:
    """The layers where they are made."""
    return {int(i) for cause in found for i in cause["layers"]}


def layer_of(f: Finding, n_layers: int) -> int | None:
    """Where an array belongs: 0 is the input, the last layer has the output, and the loss comes after it.

    None for a finding about a call.
    """
    if f.stage == RUN:
        return None
    if f.layer is not None:
        return f.layer
    return {"dX": 0, "output": n_layers}.get(parse_name(f.name).quantity, n_layers + 1)


def on_the_way_back(found: Iterable[Finding]) -> list[Finding]:
    """The same findings, the updates of each step from the last layer down: in the order of the gradients in them.

    Where no gradient is shown, the topmost parameter that is wrong is the first trace of what is wrong.
    """
    result: list[Finding] = []
    for (_, _, updated), group in groupby(found, key=lambda f: (f.case, f.step, f.stage == "update")):
        members = list(group)
        if updated:
            members.sort(key=lambda f: -(f.layer or 0))
        result += members
    return result


def sources(report: Report, case: str) -> list[Finding]:
    """What is wrong in itself in a case, in dataflow order; a loss value comes last, for nothing is computed from it.

    Where the mistake is known and shows in its own layers, what differs elsewhere follows from it; an array of the way
    forward stays the first difference, for it cannot follow from one of the way back.
    """
    own = [f for f in findings_of(report, case) if f.status == DIFFERS and not f.follows]
    own = sorted(on_the_way_back(own), key=lambda f: f.stage == "loss")
    wrong = layers_of(causes(report))
    network = report.networks.get(case)
    if not wrong or network is None:
        return own
    here = [f for f in own if layer_of(f, network.n_layers) in wrong]
    if here and own[0].stage == "forward" and here[0].stage != "forward":
        return [own[0], *here]
    return here or own[:1]
