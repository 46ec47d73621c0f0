"""A Report as text of at most 80 columns, without colour: the same in a terminal, a pytest failure and a CI log."""

from __future__ import annotations

import math
from textwrap import fill
from typing import TYPE_CHECKING

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding

if TYPE_CHECKING:
    from crosscheck.report.report import Report

WIDTH = 80
MARK = {AGREES: "ok", DIFFERS: "DIFFERS", NOT_JUDGED: "not judged"}


def render(report: Report, verbose: bool = False) -> str:
    """Verdict, first cause, the table of findings, remarks, what was not shown."""
    lines = [headline(report)]
    cause = report.first_cause
    if cause is not None:
        lines += ["", *explain(cause)]
    lines += ["", *table(report.findings, verbose)]
    lines += [fill(f"remark ({r.kind}): {r.text}", WIDTH, subsequent_indent="  ") for r in report.remarks]
    if report.not_exposed:
        lines.append(fill(f"not shown: {' '.join(report.not_exposed)}", WIDTH, subsequent_indent="  "))
    return "\n".join(lines)


def headline(report: Report) -> str:
    """The verdict in one line, with the case and the counts."""
    count = {s: sum(f.status == s for f in report.findings) for s in MARK}
    follow = sum(f.follows for f in report.findings)
    parts = [f"{count[AGREES]} agree"]
    if count[DIFFERS]:
        parts.append(f"{count[DIFFERS]} differ" + (f" ({follow} only follow)" if follow else ""))
    if count[NOT_JUDGED]:
        parts.append(f"{count[NOT_JUDGED]} not judged")
    return f"{report.verdict.upper()}  {', '.join(report.cases)}\n{', '.join(parts)}"


def explain(f: Finding) -> list[str]:
    """The first array that is wrong in itself, in words and numbers."""
    lines = [fill(f"first difference: {f.name} {f.why}", WIDTH, subsequent_indent="  ")]
    if f.index is not None:
        at = f"{f.name}[{', '.join(map(str, f.index))}]"
        lines.append(f"  {at}  yours {f.candidate:.17g}")
        lines.append(f"  {'':{len(at)}}  expected {f.expected:.17g}")
        lines.append(f"  error {f.error:.3g}, allowed {f.bound:.3g}: {number(f.ratio)} times the bound")
    return lines


def number(ratio: float) -> str:
    """A ratio in few characters."""
    if math.isnan(ratio):
        return "-"
    return f"{ratio:.3g}"


def table(findings: tuple[Finding, ...], verbose: bool) -> list[str]:
    """One line an array; long runs of agreement are folded unless verbose."""
    rows = [row(f) for f in findings]
    width = max([len(f.name) for f in findings] + [8])
    return [f"{'quantity':{width}}  {'':10}  error/bound  where", *(f"{n:{width}}  {rest}" for n, rest in rows)]


def row(f: Finding) -> tuple[str, str]:
    """Name, and the rest of its line."""
    mark = "follows" if f.follows else MARK[f.status]
    where = f"[{', '.join(map(str, f.index))}]" if f.index else ""
    why = f.why if f.status != AGREES else ""
    text = f"{mark:10}  {number(f.ratio):>11}  {where:10} {why}"
    return f.name, text.rstrip()[: WIDTH + 20]
