"""One Report as an Article of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscheck.catalogue import text
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.oriented import of_our_making
from crosscheck.probes.result import FOUND
from crosscheck.report.explanation import SHOWN, evidence
from crosscheck.report.html.graph import Shown, graphs_of, judged_elements
from crosscheck.report.html.held import held
from crosscheck.report.html.mathml import formula
from crosscheck.report.html.model import Article, Cause, Difference, Explanation, Pasted, Table
from crosscheck.report.html.training import plots_of
from crosscheck.report.html.words import MARKS, at, exact, number, state_of
from crosscheck.report.look import Look, plain
from crosscheck.report.next_step import next_step
from crosscheck.report.place import RUN, causes, findings_of, layers_of, shown_case, sources
from crosscheck.report.terminal import counts, unjudged

if TYPE_CHECKING:
    from crosscheck.kept import Kept
    from crosscheck.report.report import Report

TONES = {AGREES: "good", NOT_JUDGED: "open"}


def article(
    report: Report, title: str, ident: str = "r1", kept: Kept | None = None, pasted: Pasted | None = None
) -> Article:
    """Everything that is known of one report.

    Args:
        report: what was found.
        title: what was checked.
        ident: prefix of every id.
        kept: the runs to show; without them there is neither dataflow nor training.
        pasted: the shrunk example.
    """
    graphs = () if kept is None else graphs_of(ident, [deciding(report, title, kept)])
    plots = () if kept is None or kept.training is None else plots_of(ident, kept.training)
    return Article(
        id=ident,
        title=title,
        verdict=report.verdict,
        tone=TONES.get(report.verdict, "bad"),
        lines=tuple(lines(report)),
        explanation=explanation(report.explanations[0]) if report.explanations else None,
        notes=tuple(notes(report)),
        difference=difference(report),
        graphs=graphs,
        why_no_graph="" if graphs else "The network showed no arrays that could be drawn.",
        plots=plots,
        tables=(findings_table(report),) if report.findings else (),
        remarks=tuple(f"{r.text} ({r.kind})" for r in report.remarks),
        not_shown=" ".join(report.not_exposed),
        pasted=pasted,
        environment=tuple(report.environment.items()),
    )


def deciding(report: Report, title: str, kept: Kept) -> Shown:
    """The run that decides, and where to look in it."""
    run = kept.deciding
    first = next(iter(sources(report, run.case.id)), None)
    return judged_elements(title, run, "" if first is None else first.name, layers_of(causes(report)))


def lines(report: Report) -> list[str]:
    """Counts, cases, the factor, and what is missing for `agrees`."""
    where = f"In {len(report.cases)} cases: " if len(report.cases) > 1 else "".join(f"{c}: " for c in report.cases)
    said = [where + counts(report)] if report.findings else []
    if report.factor is not None:
        exact_for = f"; the gradients are exact for {' and '.join(report.exact_for)}" if report.exact_for else ""
        said.append(f"Every gradient is {report.factor['name']} times that of the declared loss{exact_for}.")
    if report.verdict == NOT_JUDGED and report.findings:
        what = " ".join(unjudged(report))
        said.append(f"Neither gradient nor update was judged of {what}: nothing is said about these." if what else "")
    return [s for s in said if s]


def explanation(found: Mapping[str, Any]) -> Explanation:
    """The mistakes that were named, with their formulas."""
    mistakes = tuple(cause(d) for d in found["defects"])
    words = plain(evidence(found, len(mistakes), Look(width=10_000, signs=True))).removeprefix("evidence: ")
    return Explanation(mistakes, words, tuple(equivalents(found["equivalents"])))


def cause(d: Mapping[str, Any]) -> Cause:
    """One mistake, with its formulas in the orientation of the network."""
    t = text(d["id"])
    f = of_our_making(d)
    return Cause(d["id"], d["statement"], formula(f.is_tex, f.is_), formula(f.should_tex, f.should), t.why, t.hint)


def equivalents(found: Sequence[Sequence[Mapping[str, Any]]]) -> list[str]:
    """What would give the same numbers; the longer ones only mix what is said already."""
    fewest = min((len(other) for other in found), default=0)
    shortest = [other for other in found if len(other) == fewest]
    words = ["; and ".join(f"{c['statement'].rstrip('.')} [{c['id']}]" for c in other) for other in shortest[:SHOWN]]
    return words + ([f"and {len(shortest) - SHOWN} more"] if len(shortest) > SHOWN else [])


def notes(report: Report) -> list[str]:
    """What is known where no cause is, and what the probes found."""
    said = []
    if report.patterns and not report.explanations:
        said.append("The cause is unknown: no mistake of the catalogue, and no two of them, give these numbers.")
        said += [f"Seen: {p}" for p in report.seen]
        said += [f"Where to look: {where}" for where in [where_to_look(report)] if where]
    for p in report.probes:
        if p["status"] == FOUND:
            said.append(f"Found: {p['text']}" + (f" ({p['place']})" if p["place"] else "") + f" [{p['id']}]")
            said += [] if report.explanations else [f"Hint: {text(p['id']).hint}"]
    return said


def where_to_look(report: Report) -> str:
    """What lies between the last array that is right and the first that is not; "" where all cases tell more."""
    case = shown_case(report)
    f, network = next(iter(sources(report, case)), None), report.networks.get(case)
    if f is None or network is None or f.stage == RUN or report.proven:
        return ""
    return next_step(f, findings_of(report, case), network)


def difference(report: Report) -> Difference | None:
    """The first array that is wrong in itself, with its numbers."""
    f = next(iter(sources(report, shown_case(report))), None)
    if f is None or report.verdict != DIFFERS:
        return None
    if f.index is None:
        return Difference(f"{f.name} {f.why}" + (f", at {f.place}" if f.place else ""), ())
    facts = [("yours", exact(f.candidate)), ("expected", exact(f.expected))]
    if not f.n_nonfinite:
        facts += [("error", number(f.error)), ("allowed", number(f.bound)), ("error ÷ bound", number(f.ratio))]
    if len(report.cases) > 1:
        facts.append(("in case", f.case))
    return Difference(f"{at(f.name, f.index)}: {f.why}", tuple(facts))


def findings_table(report: Report) -> Table:
    """Every array of the case that is shown, where something differs there; else of each name the worst of all."""
    case = shown_case(report)
    here = findings_of(report, case)
    if len(report.cases) > 1 and not any(f.status == DIFFERS for f in here):
        here, case = tuple(worst_of_each(report.findings)), f"{len(report.cases)} cases, the worst of each"
    head = ("quantity", "found", "error", "bound", "error ÷ bound", "worst at", "out")
    title = f"Every array of {case}" if case else "What was found"
    return Table(title, head, tuple(finding_row(f) for f in here), tuple(map(tone, here)))


def worst_of_each(findings: Sequence[Finding]) -> list[Finding]:
    """Of several cases the worst finding of each name."""
    by_name: dict[str, Finding] = {}
    for f in findings:
        if f.name not in by_name or not held(f).ratio <= held(by_name[f.name]).ratio:
            by_name[f.name] = f
    return list(by_name.values())


def finding_row(f: Finding) -> tuple[str, ...]:
    """One line of the table."""
    state = state_of(f)
    mark = f"{MARKS[state]} {state}"
    if f.index is None or f.n_nonfinite or f.status == NOT_JUDGED:
        return (f.name, f"{mark}: {f.why}", "", "", "", at(f.name, f.index) if f.n_nonfinite else "", "")
    out = f"{f.n_out} of {f.n_elements}" if f.n_out else ""
    h = held(f)
    return (f.name, mark, number(h.error), number(h.bound), number(h.ratio), at(f.name, h.index), out)


def tone(f: Finding) -> str:
    """The class of a table's row."""
    return {"differs": "bad", "not judged": "open"}.get(state_of(f), "")
