"""What can be said of an array that nothing in the catalogue explains: every ratio and regularity found in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.mistakes.site import constants
from crosscheck.record import given_before, names_of, parse_name
from crosscheck.search import Evidence, peak
from crosscheck.steps import start

if TYPE_CHECKING:
    from crosscheck.case import Case

CLOSE = 1e-6


def patterns(evidence: Evidence) -> tuple[str, list[str]]:
    """The first array that differs, in dataflow order, and what is regular about it.

    Args:
        evidence: what a candidate showed on a case.

    Returns:
        The array's name ("" where all agree coarsely), and sentences, the most telling first.
    """
    case = evidence.case
    right, shown = values(case), evidence.shown
    for name in names_of(case):
        if name in shown and shown[name].shape == np.shape(right[name]) and not same_to(shown[name], right[name]):
            return name, of_array(case, name, shown[name], np.asarray(right[name]), right)
    return "", []


def same_to(a: Array, b: Array, tolerance: float = CLOSE) -> bool:
    """Equal to a share of the greatest magnitude."""
    return bool(np.max(np.abs(a - b), initial=0.0) <= tolerance * max(peak(a), peak(b)))


def of_array(case: Case, name: str, mine: Array, right: Array, known: Mapping[str, Array]) -> list[str]:
    """Every regularity of one array."""
    given = given_before(name)
    if given is not None:  # of an update, what it did to the parameter
        before = start(case)[given]
        mine, right = before - mine, before - right
    tests: tuple[Callable[[], str | None], ...] = (
        lambda: nothing(mine),
        lambda: scaled(case, mine, right),
        lambda: transposed(mine, right),
        lambda: offset(mine, right),
        lambda: signs(mine, right),
        lambda: reordered(mine, right),
        lambda: lines(mine, right),
        lambda: half_of_the_units(case, name, mine, right, known),
        lambda: multiple_of_another(case, mine - right, known),
        lambda: line_by_line(mine, right),
        lambda: low_rank(mine - right),
    )
    found = (test() for test in tests)
    return [sentence for sentence in found if sentence]


def nothing(mine: Array) -> str | None:
    """All zeros."""
    return "it is zero in every element" if peak(mine) == 0 else None


def scaled(case: Case, mine: Array, right: Array) -> str | None:
    """A constant times what it should be."""
    size = float(np.sum(right * right))
    if size == 0 or peak(mine) == 0:
        return None
    c = float(np.sum(mine * right)) / size
    if not same_to(mine, c * right) or abs(c - 1) < CLOSE:
        return None
    name = next((n for n, value in constants(case).items() if abs(c - value) < CLOSE * abs(value)), "")
    return f"it is {c:.6g} times what it should be" + (f", which is {name} here" if name else "")


def transposed(mine: Array, right: Array) -> str | None:
    """A square matrix turned over."""
    square = mine.ndim == 2 and mine.shape[0] == mine.shape[1] > 1
    return "it is the transpose of what it should be" if square and same_to(mine.T, right) else None


def offset(mine: Array, right: Array) -> str | None:
    """The same number added everywhere."""
    d = mine - right
    if d.size < 2 or peak(d - d.flat[0]) > CLOSE * peak(d):
        return None
    return f"the same number, {d.flat[0]:.6g}, is added to every element"


def signs(mine: Array, right: Array) -> str | None:
    """Right but for signs."""
    if not same_to(np.abs(mine), np.abs(right)):
        return None
    n = int(np.count_nonzero(np.sign(mine) != np.sign(right)))
    return f"only the sign of {n} of {mine.size} elements is wrong"


def reordered(mine: Array, right: Array) -> str | None:
    """The right numbers in the wrong places."""
    if mine.size < 2 or not same_to(np.sort(mine, axis=None), np.sort(right, axis=None)):
        return None
    return "it holds the right numbers in the wrong places"


def lines(mine: Array, right: Array) -> str | None:
    """Wrong in some rows or columns alone."""
    if mine.ndim != 2:
        return None
    wrong = np.abs(mine - right) > CLOSE * max(peak(mine), peak(right))
    for axis, word in ((1, "row"), (0, "column")):
        which = np.flatnonzero(wrong.any(axis=axis))
        if 0 < len(which) <= (wrong.shape[1 - axis] - 1) // 2:
            which_ones = f"{word}{'s' if len(which) > 1 else ''} {', '.join(map(str, which))}"
            return f"only {which_ones} (of the canonical form) differ"
    return None


def half_of_the_units(case: Case, name: str, mine: Array, right: Array, known: Mapping[str, Array]) -> str | None:
    """Wrong only where the layer's pre-activation is negative, or only where it is positive."""
    n = parse_name(name)
    if n.quantity not in ("A", "dZ", "output"):
        return None
    z = known[f"Z{n.layer or case.n_layers}" + (f"@{n.step}" if n.step > 1 else "")]
    wrong = np.abs(mine - right) > CLOSE * max(peak(mine), peak(right))
    for side, where in (("negative", z < 0), ("positive", z > 0)):
        if wrong.any() and not wrong[~where].any() and where.any() and not where.all():
            return f"it differs only where the pre-activation is {side}"
    return None


def multiple_of_another(case: Case, d: Array, known: Mapping[str, Array]) -> str | None:
    """What is too much, or missing, is a multiple of another quantity."""
    for name, other in {**start(case), **known}.items():
        if np.shape(other) != d.shape or peak(other) == 0 or peak(d) == 0 or d.size < 2:
            continue
        c = float(np.sum(d * other) / np.sum(other * other))
        if c and same_to(d, c * other):
            return f"it is what it should be {'plus' if c > 0 else 'minus'} {abs(c):.6g} times {name}"
    return None


def line_by_line(mine: Array, right: Array) -> str | None:
    """Every row, or every column, is off by a constant of its own."""
    if mine.ndim != 2 or min(mine.shape) < 2 or peak(mine) == 0:
        return None
    for axis, word in ((1, "row"), (0, "column")):
        size = np.sum(right * right, axis=axis, keepdims=True)
        if np.any(size == 0):
            continue
        c = np.sum(mine * right, axis=axis, keepdims=True) / size
        if same_to(mine, c * right) and not same_to(c, np.full_like(c, c.flat[0])):  # one constant is said before
            return f"each {word} is off by a constant of its own ({c.min():.4g} to {c.max():.4g})"
    return None


def low_rank(d: Array) -> str | None:
    """The difference is an outer product."""
    if d.ndim != 2 or min(d.shape) < 3 or peak(d) == 0:
        return None
    s = np.linalg.svd(d, compute_uv=False)
    return "the difference is an outer product (rank one)" if s[1] < CLOSE * s[0] else None
