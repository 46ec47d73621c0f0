"""Numbers and findings in the words of the page."""

from __future__ import annotations

import math

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.report.html.held import held

MARKS = {AGREES: "✓", DIFFERS: "✗", NOT_JUDGED: "?", "follows": "↳", "not shown": "·"}


def number(x: float) -> str:
    """Three digits: 0.123, 1.5e+12, ∞."""
    if math.isnan(x):
        return "–"
    return ("∞" if x > 0 else "−∞") if math.isinf(x) else f"{x:.3g}"


def short(x: float) -> str:
    """Two digits, for a narrow place."""
    if math.isnan(x):
        return ""
    if math.isinf(x):
        return "∞"
    if x < 0.01:
        return "<.01" if x > 0 else "0"
    if x < 1:
        return f"{x:.2f}" if x < 0.995 else "<1"
    return f"{x:.2g}" if x < 100 else f"{x:.0f}" if x < 1e4 else f"1e{math.floor(math.log10(x)):d}"


def signed(x: float) -> str:
    """With the sign of mathematics."""
    return number(x + 0.0).replace("-", "−")


def exact(x: float) -> str:
    """All digits of a float64."""
    return f"{x:.17g}"


def side_by_side(yours: float, *others: float) -> tuple[str, ...]:
    """As many digits as tell yours from the others: seven, or all of a float64."""
    few = f"{yours:.7g}", *(f"{x:.7g}" for x in others)
    return few if few[0] not in few[1:] or yours in others else tuple(exact(x) for x in (yours, *others))


def state_of(f: Finding | None) -> str:
    """agrees, differs, follows, not judged or not shown."""
    if f is None:
        return "not shown"
    return "follows" if f.follows else f.status


def sentence(f: Finding | None) -> str:
    """What was found of an array, to follow its name."""
    if f is None:
        return "is not shown by the network"
    if f.index is None or f.n_nonfinite:
        return f.why or f.status
    worst = f"worst error is {number(held(f).ratio)} times the bound"
    if f.follows:
        return f"differs only because of an earlier difference; {worst}"
    if f.status == DIFFERS:
        return f"differs: {f.why}; {worst}"
    return f"agrees; {worst}" if f.status == AGREES else f"not judged: {f.why}"


def at(name: str, index: tuple[int, ...] | None) -> str:
    """dW2[3, 6]; a scalar is its name."""
    return f"{name}[{', '.join(map(str, index))}]" if index else name
