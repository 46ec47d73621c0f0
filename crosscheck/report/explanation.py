"""The cause in words: what is wrong, the evidence, and a hint that leads to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from crosscheck.catalogue import text
from crosscheck.probes.result import FOUND

if TYPE_CHECKING:
    from crosscheck.report.report import Report

WIDTH = 80
SHOWN = 3  # how many equivalents are written out


def explanation_lines(report: Report) -> list[str]:
    """The named cause; or that it is unknown, where it was searched for and nothing in the catalogue gives the numbers.

    Patterns are there if it was: `compare` judges arrays, and looks for no cause.
    """
    if report.explanations:
        return explained(report.explanations[0])
    if report.patterns:
        lines = ["", paragraph("cause: unknown. No mistake of the catalogue, and no two of them, give these numbers.")]
        return lines + [paragraph(f"seen: {p}") for p in report.patterns]
    return []


def probe_lines(report: Report) -> list[str]:
    """What the probes found, each with its place in the candidate's code."""
    found = [p for p in report.probes if p["status"] == FOUND]
    return [
        paragraph(f"found: {p['text']}" + (f" ({p['place']})" if p["place"] else "") + f" [{p['id']}]") for p in found
    ]


def explained(explanation: Mapping[str, Any]) -> list[str]:
    """Causes, formulas, evidence, equals, hints."""
    causes: Sequence[Mapping[str, Any]] = explanation["defects"]
    lines = [""]
    for cause in causes:
        t = text(cause["id"])
        lines += [
            paragraph(f"cause: {cause['statement']} [{cause['id']}]"),
            f"  as it is         {t.is_}",
            f"  as it should be  {t.should}",
        ]
    lines.append(evidence(explanation, len(causes)))
    lines += equals(explanation["equivalents"])
    lines += [paragraph(f"hint: {text(cause['id']).hint}", "  ") for cause in causes]
    return lines


def evidence(explanation: Mapping[str, Any], n_causes: int) -> str:
    """What was reproduced, before and after."""
    n, after, before = explanation["n_arrays"], explanation["residual_over_bound"], explanation["residual_before"]
    planted = "that mistake" if n_causes == 1 else f"these {n_causes} mistakes"
    within = "agree to rounding" if after <= 1 else f"agree but for rounding {number(after)} times the bound"
    return paragraph(
        f"evidence: with {planted} planted in the reference, all {n} arrays {within} with yours "
        f"(worst error / bound {number(before)} before, {number(after)} after)",
    )


def equals(equivalents: Sequence[Sequence[Mapping[str, Any]]]) -> list[str]:
    """Other causes that give the same numbers in every run; the longer ones only mix what is said already."""
    fewest = min((len(other) for other in equivalents), default=0)
    equivalents = [other for other in equivalents if len(other) == fewest]
    if not equivalents:
        return []
    lines = ["the same numbers, in every run, would come from:"]
    for other in equivalents[:SHOWN]:
        words = "; and ".join(f"{c['statement'].rstrip('.')} [{c['id']}]" for c in other)
        lines.append(paragraph(f"- {words}"))
    if len(equivalents) > SHOWN:
        lines.append(f"  ... and {len(equivalents) - SHOWN} more")
    return lines


def paragraph(words: str, indent: str = "  ") -> str:
    """Wrapped to the width of a terminal."""
    return fill(words, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def number(x: float) -> str:
    """Three digits."""
    return f"{x:.3g}"
