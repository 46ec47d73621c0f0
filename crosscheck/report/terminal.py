"""A Report as lines: the same in a terminal, a pytest failure and a CI log.

At most 80 columns where nobody asks for more; only a case's id may be longer: it is there to be copied, never broken.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.record import parse_name
from crosscheck.report.drawing import drawing
from crosscheck.report.explanation import EXPLAINS, explanation_lines, found_by_probes, named, probe_lines
from crosscheck.report.look import BAD, DOUBT, GOOD, MUTED, STRONG, STYLE, Line, Look, line, paragraph, plain
from crosscheck.report.names import listed
from crosscheck.report.next_step import next_step
from crosscheck.report.numbers import number
from crosscheck.report.place import RUN, causes, findings_of, shown_case, sources
from crosscheck.report.set_aside import set_aside
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from crosscheck.report.report import Report

MARK = {AGREES: "ok", DIFFERS: "DIFFERS", NOT_JUDGED: "not judged"}
MARK_STYLE = {AGREES: GOOD, DIFFERS: BAD, NOT_JUDGED: DOUBT}
ROWS = 6  # lines of the table that can be read at a glance


def render(report: Report, verbose: bool = False) -> str:
    """The report as plain text: 80 columns, no colour, nothing of ours that is not ASCII."""
    return plain(compose(report, Look(verbose=verbose)))


def compose(report: Report, look: Look) -> list[Line]:
    """Verdict, network, cause, what follows, the findings, remarks, what was not shown.

    At a glance: what agrees is one line a quantity, or a list of names beside what differs; a hint is its beginning.
    """
    case = shown_case(report)
    sections = [
        headline(report, look),
        picture(report, case, look),
        explanation_lines(report, look),
        probe_lines(report, look),
        first_difference(report, case, look),
        findings(report, case, look),
        notes(report, look),
    ]
    lines: list[Line] = []
    for section in filter(None, sections):
        lines += [(), *section] if lines else section
    return lines


def one_line(report: Report) -> str:
    """The verdict, and the mistake or the first difference."""
    if report.explanations:
        words = " and ".join(named(c) for c in causes(report))
    elif report.factor is not None:
        words = str(report.factor["name"])
    else:
        cause = report.first_cause
        found = [str(p["id"]) for p in report.probes if p["status"] == "found"]
        if report.passed or (cause is None and not found):
            return report.verdict
        words = f"{cause.name} {sentence(cause)}" if cause is not None else " and ".join(found)
    return " ".join(Look(signs=True).text(" ".join(f"{report.verdict}: {words}".split())).split())


def headline(report: Report, look: Look) -> list[Line]:
    """The verdict with the case, the counts, and what is missing for `agrees`."""
    verdict, cases = report.verdict.upper(), ", ".join(report.cases)
    if report.passed and gradients_only(report):
        verdict += " (gradients only)"
    if len(report.cases) > 1:
        off = {f.case for f in report.findings if f.status == DIFFERS} if report.verdict != AGREES else set()
        some = f"{len(off)} of " if 0 < len(off) < len(report.cases) else ""
        cases = f"in {some}{len(report.cases)} cases{beside(report, off) if some else ''}"
        if report.verdict == DIFFERS and not off:
            cases = "though every number agrees: see what was found"
        if only_in_one_call(report):
            cases += ", of two updates in one call each; with one update a call, all agrees"
    style = STYLE[report.verdict]
    if len(verdict) + len(cases) < look.width - 1:
        lines: list[Line] = [((verdict, style), (f"  {cases}" if cases else "", ""))]
    else:
        lines = [((verdict, style),), ((cases, ""),)]
    if any(f.stage != RUN for f in report.findings):
        words = counts(report)
        lines += paragraph(
            look, f"of their second updates: {words.partition(';')[0]}" if only_in_one_call(report) else words
        )
    if report.verdict == FACTOR and report.factor is not None:
        lines += factor(report, look)
    if report.verdict == NOT_JUDGED:
        lines += unjudged_lines(report, look)
    return lines


def only_in_one_call(report: Report) -> bool:
    """Whether it differs in calls that make two updates, and only there: what is judged is the second of them."""
    return any(p.get("evidence", {}).get("one_update_agrees") for p in report.probes)


def gradients_only(report: Report) -> bool:
    """Whether no update was judged, nor a later step, which starts from one."""
    return not any(f.step > 1 or (f.stage == "update" and f.status == AGREES) for f in report.findings)


def beside(report: Report, off: Set[str]) -> str:
    """What of the cases in which nothing differs could not be judged, and so is not right by that."""
    most = {case: [f for f in report.findings if f.case == case and f.stage != RUN] for case in report.cases}
    unknown = [
        case for case, found in most.items()
        if case not in off and 2 * sum(f.status == NOT_JUDGED for f in found) > len(found)
    ]  # fmt: skip
    if not unknown:
        return ""
    rest = len(report.cases) - len(off)
    which = "the other" if rest == 1 else "the others" if rest == len(unknown) else f"{len(unknown)} of the others"
    return f"; {which} could not be judged"


def counts(report: Report) -> str:
    """How many arrays agree, differ, were not judged; and how many the candidate does not show."""
    arrays = [f for f in report.findings if f.stage != RUN]
    count = {s: sum(f.status == s for f in arrays) for s in MARK}
    follow = sum(f.follows for f in arrays)
    parts = [f"{count[AGREES]} agree"]
    if count[DIFFERS] and report.verdict == AGREES:  # nothing but values of the loss
        parts.append(f"{count[DIFFERS]} {'values' if count[DIFFERS] > 1 else 'value'} of the loss off")
    elif count[DIFFERS]:
        parts.append(f"{count[DIFFERS]} differ" + (f" ({follow} follow)" if follow else ""))
    if count[NOT_JUDGED]:
        parts.append(f"{count[NOT_JUDGED]} not judged")
    failed = {f.case for f in report.findings if f.stage == RUN and f.status == DIFFERS and f.index is None}
    failed -= {f.case for f in arrays}
    if failed and len(report.cases) > 1:
        parts.append(f"{len(failed)} of the cases failed")
    hidden = len(report.not_exposed)
    if hidden and len(report.cases) == 1:
        parts.append(f"{hidden} not shown")
        return f"{', '.join(parts)}, of {len(arrays) + hidden} arrays"
    missing = f"; {hidden} {'quantities' if hidden > 1 else 'quantity'} not shown" if hidden else ""
    return f"{', '.join(parts)}, of {len(arrays)} arrays{missing}"


def factor(report: Report, look: Look) -> list[Line]:
    """Which factor, and the two ways out."""
    assert report.factor is not None
    name, exact = report.factor["name"], report.exact_for
    lines = paragraph(
        look,
        f"every gradient is {name} times that of the declared loss"
        + (f"; the gradients are exact for {' and '.join(exact)}" if exact else ""),
        style=DOUBT,
    )
    if exact:
        lines += paragraph(look, f'declare loss = "{exact[0]}", or divide the gradients by {name}', "to agree:")
    return lines


def unjudged_lines(report: Report, look: Look) -> list[Line]:
    """Of which parameters nothing is known."""
    missing = unjudged(report)
    if not missing:
        return []
    words = f"neither gradient nor update was judged of {' '.join(missing)}: nothing is said about these"
    return paragraph(look, words, style=DOUBT)


def unjudged(report: Report) -> list[str]:
    """The parameters of which neither gradient nor update has been found to agree."""
    status = {f.name: f.status for f in report.findings}
    judged: dict[str, bool] = {}
    calls = {f.name for f in report.findings if f.stage == RUN}  # not about a quantity: "step" raised, say
    for text in [*status, *report.not_exposed]:
        if text in calls:
            continue
        n = parse_name(text)
        if n.parameter and not n.quantity.startswith("v"):
            key = f"{n.parameter}{n.layer}"
            judged[key] = judged.get(key, False) or status.get(text) == AGREES
    return sorted((k for k, done in judged.items() if not done), key=lambda k: (int(k[1:]), k))


def picture(report: Report, case: str, look: Look) -> list[Line]:
    """The network; of several cases, with the one that it is drawn from."""
    lines = drawing(report, case, look)
    if lines and len(report.cases) > 1:
        what = "case" if report.first_cause is not None else "one case:"
        return [((f"{what} ", MUTED), (case, "")), *lines]
    return lines


def first_difference(report: Report, case: str, look: Look) -> list[Line]:
    """The first array that is wrong in itself, in words and numbers."""
    f = next(iter(sources(report, case)), None)
    if f is None or report.verdict != DIFFERS:
        return []
    if f.stage == RUN:
        return paragraph(look, f"{f.name} {sentence(f)}", "what is wrong:", STRONG, BAD)
    if report.explanations and f.index is not None and not look.verbose:  # the table has the rest
        return paragraph(look, f"{place(f)} is {f.candidate:.9g}, expected {f.expected:.9g}", "first difference:")
    lines = paragraph(look, f"{f.name} {sentence(f)}", "first difference:")
    if f.index is not None:
        at = place(f)
        lines += [
            line(look, f"  {at}  yours     {f.candidate:.17g}"),
            line(look, f"  {'':{len(at)}}  expected  {f.expected:.17g}"),
        ]
        if not f.n_nonfinite:
            ratio = f"{number(f.ratio)} times the bound"
            lines.append(line(look, f"  error {f.error:.3g}, allowed {f.bound:.3g}: {ratio}"))
    known = report.explanations or report.proven or any(p["id"] in EXPLAINS for p in found_by_probes(report))
    return lines + ([] if known else advice(report, f, case, look))


def advice(report: Report, f: Finding, case: str, look: Look) -> list[Line]:
    """Where to look, as no mistake is named."""
    network = report.networks.get(case)
    words = next_step(f, findings_of(report, case), network) if network is not None else ""
    return paragraph(look, words, "hint:") if words else []


def sentence(f: Finding) -> str:
    """What is wrong, so that it can follow the name: "has shape ...", or ": 3 of 4 elements ..."."""
    if f.place:
        return f"{f.why}, at {f.place}"
    return f.why if f.index is None else f"({f.why})"


def findings(report: Report, case: str, look: Look) -> list[Line]:
    """The table of findings: of the case that is shown where something differs, else of all."""
    if look.verbose:
        return everything(report, look)
    here = findings_of(report, case)
    arrays = [f for f in here if f.stage != RUN]
    if not arrays and has_difference(here):  # the call failed: what other cases show is beside the point
        return []
    if has_difference(arrays) and report.verdict != AGREES:  # a loss that is off is a remark: see below
        return differences(report, case, arrays, look)
    judged = [f for f in report.findings if f.stage != RUN]
    agree = [f for f in judged if f.status == AGREES]
    lines = summary(agree) if agree else []
    left = [f for f in judged if f.status == NOT_JUDGED]
    if len(report.cases) == 1:
        return lines + folded(left, look)
    said = set_aside(left, agree, len(report.cases))
    return lines + [piece for words in said for piece in paragraph(look, words, style=MUTED)]


def everything(report: Report, look: Look) -> list[Line]:
    """Every array of every case."""
    lines: list[Line] = []
    for case, found in groupby(report.findings, key=lambda f: f.case):
        head: list[Line] = [((f"in {case}", STRONG),)] if len(report.cases) > 1 else []
        lines += [*([()] if lines else []), *head, *table(list(found), look)]
    return lines


def has_difference(found: Sequence[Finding]) -> bool:
    """Whether anything in them differs."""
    return any(f.status == DIFFERS for f in found)


def differences(report: Report, case: str, arrays: Sequence[Finding], look: Look) -> list[Line]:
    """What is wrong in itself as a table; what follows from it, what agrees and what was not judged as names."""
    own = [f for f in sources(report, case) if f.stage != RUN]
    lines = table(own[:ROWS], look) if own else []
    if len(own) > ROWS:
        lines += paragraph(look, f"{listed([f.name for f in own[ROWS:]])} (-v shows them)", "and so differ:")
    follow = [f.name for f in arrays if f.status == DIFFERS and f not in own]
    it = "the mistake" if report.explanations else "it"
    lines += paragraph(look, f"follow from {it}: {listed(follow)}", style=MUTED) if follow else []
    lines += folded([f for f in arrays if f.status != DIFFERS], look)
    elsewhere = [f for f in report.findings if f.case != case and f.stage != RUN and f.status == NOT_JUDGED]
    said = set_aside(elsewhere, (), len(report.cases))
    return lines + [piece for words in said for piece in paragraph(look, words, style=MUTED)]


def folded(found: Sequence[Finding], look: Look) -> list[Line]:
    """Names under what is said of them."""
    said: dict[str, list[str]] = {}
    for f in found:
        said.setdefault(f"not judged, {f.why}" if f.status == NOT_JUDGED else "agree", []).append(f.name)
    return [piece for why, names in said.items() for piece in paragraph(look, f"{why}: {listed(names)}", style=MUTED)]


def table(rows: Sequence[Finding], look: Look) -> list[Line]:
    """One line an array."""
    width = max([len(f.name) for f in rows] + [8])
    head = f"{'quantity':{width}}  {'':10}  {'error':>8}  {'bound':>8}  {'err/bound':>9}  worst at"
    return [line(look, head, STRONG), *(piece for f in rows for piece in row(f, width, look))]


def row(f: Finding, width: int, look: Look) -> list[Line]:
    """An array's line; what has no numbers to show says why instead, on as many lines as that takes."""
    mark, style = ("follows", MUTED) if f.follows else (MARK[f.status], MARK_STYLE[f.status])
    start, rest = f"{f.name:{width}}  {mark:10}  ", MUTED if f.follows else ""
    if f.status == NOT_JUDGED or f.index is None or f.n_nonfinite:
        where = f", first at {place(f)}" if f.n_nonfinite else ""
        first, *more = wrap(look.text(f.why + where), look.width - len(start)) or [""]
        return [
            ((f"{f.name:{width}}  ", rest), (f"{mark:10}  ", style), (first, rest)),
            *(((" " * len(start) + words, rest),) for words in more),
        ]
    numbered = f"{numbers(f)}  {brackets(f) if f.ratio else ''}".rstrip()
    out = f"  {f.n_out} of {f.n_elements}" if f.n_out else ""
    fits = len(start + numbered + out) <= look.width
    return [((f"{f.name:{width}}  ", rest), (f"{mark:10}  ", style), (numbered + out * fits, rest))]


def summary(rows: Sequence[Finding]) -> list[Line]:
    """One line a quantity: the worst of its arrays over all layers, steps and cases."""
    groups: dict[str, list[Finding]] = {}
    for f in rows:
        groups.setdefault(parse_name(f.name).quantity, []).append(f)
    head = f"{'quantity':8}  {'arrays':>6}  {'error':>8}  {'bound':>8}  {'err/bound':>9}  worst at"
    lines: list[Line] = [((head, STRONG),)]
    for quantity, members in groups.items():
        worst = max(members, key=lambda f: f.ratio)
        start = f"{quantity:8}  {len(members):6}  "
        lines.append(((f"{start}{numbers(worst)}  {place(worst) if worst.ratio else ''}".rstrip(), ""),))
    return lines


def notes(report: Report, look: Look) -> list[Line]:
    """Remarks, and what the candidate did not show."""
    lines = [piece for r in report.remarks for piece in paragraph(look, f"remark ({r.kind}): {r.text}")]
    if report.not_exposed and not only_in_one_call(report):
        names = " ".join(report.not_exposed) if look.verbose else listed(report.not_exposed)
        lines += paragraph(look, f"not shown: {names}", style=MUTED)
    return lines


def numbers(f: Finding) -> str:
    """Error, bound and ratio, in columns."""
    return f"{number(f.error):>8}  {number(f.bound):>8}  {number(f.ratio):>9}"


def place(f: Finding) -> str:
    """The worst element, such as dW2[3, 6]; a scalar is its name."""
    return f.name + brackets(f)


def brackets(f: Finding) -> str:
    """Its index in the candidate's own orientation."""
    return f"[{', '.join(map(str, f.index))}]" if f.index else ""
