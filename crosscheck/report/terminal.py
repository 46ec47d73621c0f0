"""A Report as text of at most 80 columns, without colour: the same in a terminal, a pytest failure and a CI log.

Only a case's id may be longer: it is there to be copied, and is never broken.
"""

from __future__ import annotations

import math
from textwrap import fill, wrap
from typing import TYPE_CHECKING

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.record import parse_name
from crosscheck.report.explanation import explanation_lines, probe_lines

if TYPE_CHECKING:
    from crosscheck.report.report import Report

WIDTH = 80
MARK = {AGREES: "ok", DIFFERS: "DIFFERS", NOT_JUDGED: "not judged"}


def render(report: Report, verbose: bool = False) -> str:
    """Verdict, first cause, the findings, remarks, what was not shown.

    Arrays that agree are folded unless verbose: where everything agrees into one line a quantity, else into a list.
    """
    lines = headline(report)
    lines += explanation_lines(report)
    found = probe_lines(report)
    lines += ["", *found] if found else []
    cause = report.first_cause
    if cause is not None and report.verdict == DIFFERS:
        lines += ["", *explain(cause)]
        if len(report.cases) > 1:
            lines.append(f"  in case {cause.case}")
    if report.findings:
        lines += ["", *findings(report, verbose)]
    notes = [f"remark ({r.kind}): {r.text}" for r in report.remarks]
    if report.not_exposed:
        notes.append(f"not shown: {' '.join(report.not_exposed)}")
    if notes:
        lines += ["", *(paragraph(note) for note in notes)]
    return "\n".join(lines)


def headline(report: Report) -> list[str]:
    """The verdict with the case, the counts, and what is missing for `agrees`."""
    count = {s: sum(f.status == s for f in report.findings) for s in MARK}
    follow = sum(f.follows for f in report.findings)
    parts = [f"{count[AGREES]} agree"]
    if count[DIFFERS]:
        parts.append(f"{count[DIFFERS]} differ" + (f" ({follow} only follow)" if follow else ""))
    if count[NOT_JUDGED]:
        parts.append(f"{count[NOT_JUDGED]} not judged")
    verdict, cases = report.verdict.upper(), ", ".join(report.cases)
    if len(report.cases) > 1:
        cases = f"in {len(report.cases)} cases"
    lines = [f"{verdict}  {cases}"] if len(verdict) + len(cases) < WIDTH - 1 else [verdict, cases]
    lines.append(f"{', '.join(parts)}, of {len(report.findings) + len(report.not_exposed)} arrays")
    if report.factor is not None:
        exact = f"; the gradients are exact for {' and '.join(report.exact_for)}" if report.exact_for else ""
        lines.append(paragraph(f"every gradient is {report.factor['name']} times that of the declared loss{exact}"))
    if report.verdict == NOT_JUDGED:
        what = " ".join(unjudged(report))
        lines.append(paragraph(f"neither gradient nor update was judged of {what}: nothing is said about these"))
    return lines


def unjudged(report: Report) -> list[str]:
    """The parameters of which neither gradient nor update has been found to agree."""
    status = {f.name: f.status for f in report.findings}
    judged: dict[str, bool] = {}
    calls = {f.name for f in report.findings if f.stage == "run"}  # not about a quantity: "step" raised, say
    for text in [*status, *report.not_exposed]:
        if text in calls:
            continue
        n = parse_name(text)
        if n.parameter and not n.quantity.startswith("v"):
            key = f"{n.parameter}{n.layer}"
            judged[key] = judged.get(key, False) or status.get(text) == AGREES
    return sorted((k for k, done in judged.items() if not done), key=lambda k: (int(k[1:]), k))


def explain(f: Finding) -> list[str]:
    """The first array that is wrong in itself, in words and numbers."""
    lines = [paragraph(f"first difference: {f.name} {sentence(f)}")]
    if f.index is not None:
        at = place(f)
        lines.append(f"  {at}  yours     {f.candidate:.17g}")
        lines.append(f"  {'':{len(at)}}  expected  {f.expected:.17g}")
        if not f.n_nonfinite:
            lines.append(f"  error {f.error:.3g}, allowed {f.bound:.3g}: {number(f.ratio)} times the bound")
    return lines


def sentence(f: Finding) -> str:
    """What is wrong, so that it can follow the name: "has shape ...", or ": 3 of 4 elements ..."."""
    if f.place:
        return f"{f.why}, at {f.place}"
    return f.why if f.index is None else f"({f.why})"


def findings(report: Report, verbose: bool) -> list[str]:
    """The table of findings."""
    everything = of_one_case(report)
    off = [f for f in everything if f.status != AGREES]
    if verbose:
        return table(everything)
    if not off:
        return summary(everything)
    different = [f for f in off if f.status == DIFFERS]
    folded: dict[str, list[str]] = {}
    for f in everything:
        if f.status != DIFFERS:
            folded.setdefault(f"not judged, {f.why}" if f.status == NOT_JUDGED else "agree", []).append(f.name)
    lines = table(different) if different else []
    return lines + [paragraph(f"{why}: {' '.join(names)}") for why, names in folded.items()]


def of_one_case(report: Report) -> tuple[Finding, ...]:
    """Of several cases, the findings of the first in which something differs; all where nothing does."""
    cause = next((f for f in report.findings if f.status == DIFFERS), None)
    if cause is not None and len(report.cases) > 1:
        cause = report.first_cause or cause
        return tuple(f for f in report.findings if f.case == cause.case)
    return tuple(f for f in report.findings if len(report.cases) == 1 or f.status == AGREES) or report.findings


def table(rows: list[Finding] | tuple[Finding, ...]) -> list[str]:
    """One line an array."""
    width = max([len(f.name) for f in rows] + [8])
    lines = [f"{'quantity':{width}}  {'':10}  {'error':>8}  {'bound':>8}  {'err/bound':>9}  worst at"]
    return lines + [line for f in rows for line in row(f, width)]


def row(f: Finding, width: int) -> list[str]:
    """An array's line; what has no numbers to show says why instead, on as many lines as that takes."""
    start = f"{f.name:{width}}  {'follows' if f.follows else MARK[f.status]:10}  "
    if f.status == NOT_JUDGED or f.index is None or f.n_nonfinite:
        where = f", first at {place(f)}" if f.n_nonfinite else ""
        return wrap(f.why + where, WIDTH, initial_indent=start, subsequent_indent=" " * len(start))
    line = f"{start}{numbers(f)}  {brackets(f) if f.ratio else ''}".rstrip()
    out = f"  {f.n_out} of {f.n_elements}" if f.n_out else ""
    return [line + out if len(line + out) <= WIDTH else line]


def summary(rows: tuple[Finding, ...]) -> list[str]:
    """One line a quantity: the worst of its arrays over all layers and steps."""
    groups: dict[str, list[Finding]] = {}
    for f in rows:
        groups.setdefault(parse_name(f.name).quantity, []).append(f)
    lines = [f"{'quantity':8}  {'arrays':>6}  {'error':>8}  {'bound':>8}  {'err/bound':>9}  worst at"]
    for quantity, members in groups.items():
        worst = max(members, key=lambda f: f.ratio)
        start = f"{quantity:8}  {len(members):6}  "
        lines.append(f"{start}{numbers(worst)}  {place(worst) if worst.ratio else ''}".rstrip())
    return lines


def numbers(f: Finding) -> str:
    """Error, bound and ratio, in columns."""
    return f"{number(f.error):>8}  {number(f.bound):>8}  {number(f.ratio):>9}"


def number(value: float) -> str:
    """A number in at most eight characters."""
    return "-" if math.isnan(value) else f"{value:.2g}"


def place(f: Finding) -> str:
    """The worst element, such as dW2[3, 6]; a scalar is its name."""
    return f.name + brackets(f)


def brackets(f: Finding) -> str:
    """Its index in the candidate's own orientation."""
    return f"[{', '.join(map(str, f.index))}]" if f.index else ""


def paragraph(text: str) -> str:
    """Wrapped, and indented from the second line on."""
    return fill(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
