"""The cause in words: what is wrong, the evidence, and a hint that leads to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from crosscheck.catalogue import text
from crosscheck.probes.result import FOUND
from crosscheck.report.look import BAD, MUTED, STRONG, Line, Look, line, paragraph
from crosscheck.report.numbers import number

if TYPE_CHECKING:
    from crosscheck.report.report import Report

SHOWN = 3  # how many equivalents are written out
BEGINNING = 240  # characters of a hint that can be read at a glance
_SENTENCE = re.compile(r"(?<=[.?!]) ")


def explanation_lines(report: Report, look: Look) -> list[Line]:
    """The named cause; or that it is unknown, where it was searched for and nothing in the catalogue gives the numbers.

    Patterns are there if it was: `compare` judges arrays, and looks for no cause.
    """
    if report.explanations:
        return explained(report.explanations[0], look)
    if report.patterns:
        if found_by_probes(report) and not report.proven:
            return paragraph(look, "No wrong formula gives these numbers: begin with what was found, below.")
        unknown = "unknown. No mistake of the catalogue, and no two of them, give these numbers."
        lines = paragraph(look, unknown, "cause:", STRONG, BAD)
        return lines + [piece for p in report.seen for piece in paragraph(look, p, "seen:")]
    return []


WHERE = "state-within-the-loop"
EXPLAINS = ("rows-shuffled-apart", "parameters-shared")  # whatever differs then has this for its reason


def found_by_probes(report: Report) -> list[Mapping[str, Any]]:
    """What they found."""
    return [p for p in report.probes if p["status"] == FOUND]


def probe_lines(report: Report, look: Look) -> list[Line]:
    """What the probes found, each with its place in the candidate's code; with a hint where nothing else is known."""
    lines: list[Line] = []
    for p in found_by_probes(report):
        place = f" ({p['place']})" if p["place"] else ""
        if p["id"] == WHERE and report.explanations:  # the cause is named: that is no second mistake
            lines += paragraph(look, f"{p['text']}{place}", "where it shows:")
            continue
        lines += paragraph(look, f"{p['text']}{place} [{p['id']}]", "found:", STRONG, BAD)
        if not report.explanations:
            lines += paragraph(look, hint(text(p["id"]).hint, look), "hint:")
            lines += [] if look.verbose else [line(look, f"more: crosscheck mistakes {p['id']}", MUTED)]
    return lines


def explained(explanation: Mapping[str, Any], look: Look) -> list[Line]:
    """Causes, formulas, evidence, hints, and what cannot be told apart from them."""
    causes: Sequence[Mapping[str, Any]] = explanation["defects"]
    lines: list[Line] = []
    numbers = [f" {i}" for i in range(1, len(causes) + 1)] if len(causes) > 1 else [""]
    for n, cause in zip(numbers, causes, strict=True):
        lines += paragraph(look, f"{cause['statement']} [{cause['id']}]", f"cause{n}:", STRONG, BAD)
        lines += formulas(cause, look)
    lines += evidence(explanation, len(causes), look)
    said: set[str] = set()
    for n, cause in zip(numbers, causes, strict=True):
        if cause["id"] not in said:
            lines += paragraph(look, hint(text(cause["id"]).hint, look), f"hint{n}:")
        said.add(cause["id"])
    if not look.verbose:
        ids = dict.fromkeys(cause["id"] for cause in causes)
        lines += [line(look, f"more: crosscheck mistakes {name}", MUTED) for name in ids]
    return lines + equals(explanation["equivalents"], {cause["id"] for cause in causes}, look)


def formulas(cause: Mapping[str, Any], look: Look) -> list[Line]:
    """As it is, and as it should be, in the orientation of the network."""
    both = (("as it is", cause["is"]), ("as it should be", cause["should"]))
    return [piece for name, formula in both for piece in hanging(look, f"  {name:15}  ", formula)]


def hanging(look: Look, start: str, words: str) -> list[Line]:
    """A paragraph whose lines begin where its words began."""
    lines = wrap(look.text(words), look.width, initial_indent=start, subsequent_indent=" " * len(start))
    return [((text, ""),) for text in lines]


def evidence(explanation: Mapping[str, Any], n_causes: int, look: Look) -> list[Line]:
    """What was reproduced, before and after."""
    after, before = explanation["residual_over_bound"], explanation["residual_before"]
    planted = "that mistake" if n_causes == 1 else f"these {n_causes} mistakes"
    within = "agree to rounding" if after <= 1 else f"agree but for rounding {number(after, 3)} times the bound"
    words = (
        f"with {planted} planted in the reference, all arrays {within} with yours, in every case "
        f"(worst error / bound {number(before, 3)} before, {number(after, 3)} after)"
    )
    return paragraph(look, words, "evidence:")


def hint(whole: str, look: Look) -> str:
    """All of it, or as many sentences as can be read at a glance."""
    if look.verbose:
        return whole
    first, *more = _SENTENCE.split(whole)
    for sentence in more:
        if len(first) + len(sentence) >= BEGINNING:
            return f"{first} ..."
        first += f" {sentence}"
    return first


def equals(equivalents: Sequence[Sequence[Mapping[str, Any]]], ids: set[str], look: Look) -> list[Line]:
    """Other causes that give the same numbers in every run; the longer ones only mix what is said already."""
    fewest = min((len(other) for other in equivalents), default=0)
    equivalents = [other for other in equivalents if len(other) == fewest]
    equivalents = [other for other in equivalents if {c["id"] for c in other} != ids]  # the same, told in other words
    if not equivalents:
        return []
    more = [line(look, f"  ... and {len(equivalents) - SHOWN} more", MUTED)] if len(equivalents) > SHOWN else []
    shown = equivalents[:SHOWN]
    if not look.verbose:
        likely = [other for other in shown if fewest == len(ids) == 1 and not is_generic(other[0]["id"])]
        also = [piece for other in likely for piece in alternative(other[0], look)]
        rest = [other for other in equivalents if other not in likely]
        if not rest:
            return also
        names = list(dict.fromkeys(" with ".join(named(cause) for cause in other) for other in rest))
        names = [*names[:SHOWN], *([f"{len(names) - SHOWN} more"] if len(names) > SHOWN else [])]
        words = f"the same numbers, in every run, would{' also' * bool(also)} come from: {'; '.join(names)}"
        return also + paragraph(look, words, style=MUTED)
    lines = [line(look, "the same numbers, in every run, would come from:")]
    for other in shown:
        words = "; and ".join(f"{c['statement'].rstrip('.')} [{c['id']}]" for c in other)
        lines += paragraph(look, f"- {words}")
    return lines + more


def is_generic(mistake_id: str) -> bool:
    """Whether it only says what came out, and not what was done: a factor, another formula."""
    from crosscheck.defects import by_id

    return mistake_id in by_id() and by_id()[mistake_id].generic > 0


def alternative(cause: Mapping[str, Any], look: Look) -> list[Line]:
    """Another mistake that gives the same numbers in every run."""
    words = f"{cause['statement']} [{cause['id']}]"
    return [*paragraph(look, words, "or, with the same numbers:"), *formulas(cause, look)]


def named(cause: Mapping[str, Any]) -> str:
    """A mistake's id with its layers: bias-gradient-mean (layers 1, 2)."""
    layers = ", ".join(map(str, cause["layers"]))
    return f"{cause['id']} (layer{'s' if len(cause['layers']) > 1 else ''} {layers})" if layers else str(cause["id"])
