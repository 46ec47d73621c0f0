"""What could not be judged in some of the cases, in words: why, which arrays, in how many cases and of what inputs."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.finding import Finding
from crosscheck.report.names import listed

INPUTS = ("zeros", "saturated", "large", "scaled", "pixels")
TINY, ZERO = "the bound exceeds", "zero in every element"


def set_aside(left: Sequence[Finding], agree: Sequence[Finding], n_cases: int) -> list[str]:
    """A sentence for each reason.

    Args:
        left: what was not judged, of all cases.
        agree: what agrees.
        n_cases: how many cases there are.
    """
    known = {plain(f) for f in agree}
    by_why: dict[str, list[Finding]] = {}
    for f in left:
        by_why.setdefault(why(f), []).append(f)
    return [
        f"not judged {words}: {listed(list(dict.fromkeys(plain(f) for f in found)))}, in {where(found, n_cases)}"
        + ("; right in the others" if {plain(f) for f in found} <= known else "")
        for words, found in by_why.items()
    ]


def plain(f: Finding) -> str:
    """Its name without the step."""
    return f.name.partition("@")[0]


def why(f: Finding) -> str:
    """Why it was not judged, without alarm: these are numbers that carry no information."""
    if f.why.startswith(TINY):
        return "where rounding may blur what a mistake would change"
    return "where it is zero" if f.why.startswith(ZERO) else f"({f.why})"


def where(found: Sequence[Finding], n_cases: int) -> str:
    """1 of 10 cases (inputs: saturated)."""
    cases = dict.fromkeys(f.case for f in found)
    kinds = [kind for kind in INPUTS if any(kind in case.split("_") for case in cases)]
    return f"{len(cases)} of {n_cases} cases" + (f" (inputs: {', '.join(kinds)})" if kinds else "")
