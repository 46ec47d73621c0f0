"""From findings to one verdict."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.case import Case
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.record import parse_name

FACTOR = "agrees up to a factor"  # between the two: `crosscheck.check` looks for it where something differs


def verdict(findings: Sequence[Finding], case: Case) -> str:
    """`differs` outranks `not judged`; `agrees` needs every parameter's gradient or update to have been judged.

    A loss *value* that is off while everything else holds is a remark, not a difference; what is no number is.
    """
    if any(f.status == DIFFERS for f in findings if f.stage != "loss" or f.index is None):
        return DIFFERS
    return AGREES if not unjudged_parameters(findings, case) else NOT_JUDGED


def unjudged_parameters(findings: Sequence[Finding], case: Case) -> list[str]:
    """The parameters of which neither the gradient nor an update was judged."""
    judged = set()
    for f in findings:
        n = parse_name(f.name)
        if f.status == AGREES and n.parameter and not n.quantity.startswith("v"):
            judged.add(f"{n.parameter}{n.layer}")
    wanted = [f"{p}{i}" for i in range(1, case.n_layers + 1) for p in (("W", "b") if case.biases else ("W",))]
    return [p for p in wanted if p not in judged]
