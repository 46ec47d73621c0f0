"""What can be said of an array that nothing in the catalogue explains: every ratio and regularity found in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.mistakes.site import constants
from crosscheck.record import Name, given_before, names_of, parse_name
from crosscheck.search import Evidence, peak
from crosscheck.steps import decay, start

if TYPE_CHECKING:
    from crosscheck.case import Case

CLOSE = 1e-6


@dataclass(frozen=True)
class Regularity:
    """One regularity of an array.

    Attributes:
        kind: what was found, without the numbers of one case.
        sentence: the same in words.
        whole: whether it says all that is wrong with the array.
    """

    kind: str
    sentence: str
    whole: bool = False


def patterns(evidence: Evidence, others: Sequence[Evidence] = ()) -> tuple[str, list[str]]:
    """The first array that differs, in dataflow order, and what is regular about it.

    Args:
        evidence: what a candidate showed on a case.
        others: what it showed on others: what does not hold there, where it could be seen, is left out.

    Returns:
        The array's name ("" where all agree coarsely), and sentences, the most telling first.
    """
    case = evidence.case
    right, shown = values(case), evidence.shown
    for name in looked_at(case):
        if name in shown and shown[name].shape == np.shape(right[name]) and not same_to(shown[name], right[name]):
            found = of_array(case, name, shown[name], np.asarray(right[name]), right)
            return name, [r.sentence for r in found if all(stands(r, name, other) for other in others)]
    return "", []


def stands(r: Regularity, name: str, other: Evidence) -> bool:
    """Whether a regularity holds in another case, or could not be seen there."""
    if name not in names_of(other.case) or name not in other.shown or other.case.inputs not in ("random", "data"):
        return True
    right, mine = values(other.case), other.shown[name]
    if mine.shape != np.shape(right[name]) or same_to(mine, right[name]) or not can_be_seen(r, mine.shape, other.case):
        return True
    return any(r.kind == there.kind for there in of_array(other.case, name, mine, np.asarray(right[name]), right))


def can_be_seen(r: Regularity, shape: tuple[int, ...], case: Case) -> bool:
    """Whether an array of this shape, in this case, could show it."""
    if r.kind == "transposed":
        return len(shape) == 2 and shape[0] == shape[1] > 1
    if r.kind == "rank one":
        return min(shape, default=0) >= 3
    if r.kind in ("row", "column", "each row", "each column"):
        return min(shape, default=0) >= 3
    if r.kind.startswith("multiple of "):
        other = {**start(case), **values(case)}.get(r.kind.removeprefix("multiple of "))
        return other is not None and np.shape(other) == shape
    return int(np.prod(shape)) > 1


def looked_at(case: Case) -> list[str]:
    """Every name in dataflow order, the updates of a step from the last layer down, as the gradients in them are."""
    found: list[str] = []
    for (_, updated), group in groupby(map(parse_name, names_of(case)), key=lambda n: (n.step, n.updated)):
        members = list(group)
        if updated:
            members.sort(key=lambda n: -(n.layer or 0))
        found += [n.text for n in members]
    return found


def same_to(a: Array, b: Array, tolerance: float = CLOSE) -> bool:
    """Equal to a share of the greatest magnitude."""
    return bool(np.max(np.abs(a - b), initial=0.0) <= tolerance * max(peak(a), peak(b)))


def of_array(case: Case, name: str, mine: Array, right: Array, known: Mapping[str, Array]) -> list[Regularity]:
    """Every regularity of one array; one that says it all stands alone."""
    given = given_before(name)
    if given is not None:  # of an update, what it did to the parameter
        before = start(case)[given]
        mine, right = before - mine, before - right
    tests: tuple[Callable[[], Regularity | None], ...] = (
        lambda: nothing(mine),
        lambda: scaled(case, mine, right),
        lambda: transposed(mine, right),
        lambda: offset(mine, right),
        lambda: signs(mine, right),
        lambda: reordered(mine, right),
        lambda: lines(name, mine, right),
        lambda: half_of_the_units(case, name, mine, right, known),
        lambda: multiple_of_another(case, name, mine - right, known),
        lambda: line_by_line(name, mine, right),
        lambda: low_rank(mine - right) if lines(name, mine, right) is None else None,
    )
    found: list[Regularity] = []
    for test in tests:
        r = test()
        if r is not None:
            found.append(r)
            if r.whole:
                break
    return found


def nothing(mine: Array) -> Regularity | None:
    """All zeros."""
    return Regularity("zero", "it is zero in every element", whole=True) if peak(mine) == 0 else None


def scaled(case: Case, mine: Array, right: Array) -> Regularity | None:
    """A constant times what it should be."""
    size = float(np.sum(right * right))
    if size == 0 or peak(mine) == 0:
        return None
    c = float(np.sum(mine * right)) / size
    if not same_to(mine, c * right) or abs(c - 1) < CLOSE:
        return None
    name = next((n for n, value in constants(case).items() if abs(c - value) < CLOSE * abs(value)), "")
    here = f", which is {name} here" if name else ""
    return Regularity("scaled", f"it is {c:.6g} times what it should be{here}", whole=True)


def transposed(mine: Array, right: Array) -> Regularity | None:
    """A square matrix turned over."""
    square = mine.ndim == 2 and mine.shape[0] == mine.shape[1] > 1
    if not square or not same_to(mine.T, right):
        return None
    return Regularity("transposed", "it is the transpose of what it should be", whole=True)


def offset(mine: Array, right: Array) -> Regularity | None:
    """The same number added everywhere."""
    d = mine - right
    if d.size < 2 or peak(d - d.flat[0]) > CLOSE * peak(d):
        return None
    return Regularity("offset", f"the same number, {d.flat[0]:.6g}, is added to every element", whole=True)


def signs(mine: Array, right: Array) -> Regularity | None:
    """Right but for signs."""
    if not same_to(np.abs(mine), np.abs(right)):
        return None
    n = int(np.count_nonzero(np.sign(mine) != np.sign(right)))
    return Regularity("signs", f"only the sign of {n} of {mine.size} elements is wrong", whole=True)


def reordered(mine: Array, right: Array) -> Regularity | None:
    """The right numbers in the wrong places."""
    if mine.size < 2 or not same_to(np.sort(mine, axis=None), np.sort(right, axis=None)):
        return None
    return Regularity("places", "it holds the right numbers in the wrong places")


def called(name: str, word: str) -> str:
    """What a row or column of an array in canonical form is, in words that no orientation contradicts."""
    if "W" in name:
        return {"row": "the weights that lead into unit", "column": "the weights that come from input"}[word]
    return {"row": "sample", "column": "unit"}[word]


def lines(name: str, mine: Array, right: Array) -> Regularity | None:
    """Wrong in some rows or columns alone."""
    if mine.ndim != 2:
        return None
    wrong = np.abs(mine - right) > CLOSE * max(peak(mine), peak(right))
    for axis, word in ((1, "row"), (0, "column")):
        which = np.flatnonzero(wrong.any(axis=axis))
        if 0 < len(which) <= (wrong.shape[1 - axis] - 1) // 2:
            many = "s" if len(which) > 1 else ""
            what = called(name, word)
            differ = "differ" if many or what.startswith("the weights") else "differs"
            return Regularity(word, f"only {what}{many} {', '.join(map(str, which))} {differ}, counted from 0")
    return None


def half_of_the_units(
    case: Case, name: str, mine: Array, right: Array, known: Mapping[str, Array]
) -> Regularity | None:
    """Wrong only where the layer's pre-activation is negative, or only where it is positive."""
    n = parse_name(name)
    if n.quantity not in ("A", "dZ", "output"):
        return None
    z = known[f"Z{n.layer or case.n_layers}" + (f"@{n.step}" if n.step > 1 else "")]
    wrong = np.abs(mine - right) > CLOSE * max(peak(mine), peak(right))
    for side, where in (("negative", z < 0), ("positive", z > 0)):
        if wrong.any() and not wrong[~where].any() and where.any() and not where.all():
            return Regularity(side, f"it differs only where the pre-activation is {side}")
    return None


def multiple_of_another(case: Case, array: str, d: Array, known: Mapping[str, Array]) -> Regularity | None:
    """What is too much, or missing, is a multiple of another quantity."""
    for name, other in {**start(case), **known}.items():
        if np.shape(other) != d.shape or peak(other) == 0 or peak(d) == 0 or d.size < 2:
            continue
        c = float(np.sum(d * other) / np.sum(other * other))
        if c and same_to(d, c * other):
            words = f"it is what it should be {'plus' if c > 0 else 'minus'} {abs(c):.6g} times {name}"
            return Regularity(f"multiple of {name}", words + meaning(case, parse_name(array), name, c))
    return None


def meaning(case: Case, array: Name, other: str, c: float) -> str:
    """What it says of an update that another layer's gradient is in it."""
    if other in start(case):
        return share_of_decay(case, array, other, c)
    n = parse_name(other)
    if not array.updated or n.quantity not in ("dW", "db") or n.layer == array.layer:
        return ""
    amount = ""
    if case.momentum and abs(c - case.momentum * case.lr) < CLOSE * abs(c):
        amount = f", and {abs(c):.6g} is the momentum times the learning rate"
    p = n.parameter
    return (
        f", the gradient of another layer of the same shape{amount}: {p}{n.layer} and {p}{array.layer} share what the "
        "optimizer keeps, such as one velocity in a dictionary whose key is the shape"
    )


def share_of_decay(case: Case, array: Name, parameter: str, c: float) -> str:
    """What it says of an update, or a gradient, that a multiple of its own parameter is missing, or too much."""
    declared = decay(case) if case.l2 else case.weight_decay
    if not declared or array.parameter != parameter[0] or str(array.layer) != parameter[1:]:
        return ""
    unit = (case.lr if array.updated else 1.0) * declared
    part = Fraction(c / unit).limit_denominator(60)
    if part == 0 or abs(float(part) - c / unit) > CLOSE * abs(c / unit):
        return ""
    one = "η·λ" if array.updated else "λ"
    one += "/N" if case.l2 and case.l2_scale == "per_sample" else ""
    amount = {Fraction(1): "the decay", Fraction(1, 2): "half of the decay"}.get(abs(part), f"{abs(part)} of the decay")
    return f": {amount}, {one} = {unit:.6g}, is {'missing' if c < 0 else 'too much'}"


def line_by_line(name: str, mine: Array, right: Array) -> Regularity | None:
    """Every row, or every column, is off by a constant of its own."""
    if mine.ndim != 2 or min(mine.shape) < 2 or peak(mine) == 0:
        return None
    for axis, word in ((1, "row"), (0, "column")):
        size = np.sum(right * right, axis=axis, keepdims=True)
        if np.any(size == 0):
            continue
        c = np.sum(mine * right, axis=axis, keepdims=True) / size
        if same_to(mine, c * right) and not same_to(c, np.full_like(c, c.flat[0])):  # one constant is said before
            what = called(name, word).replace("unit", "each unit").replace("input", "each input")
            each = f"each {what}" if what == "sample" else what
            are = "are" if what.startswith("the weights") else "is"
            words = f"{each} {are} multiplied by a factor of {'their' if are == 'are' else 'its'} own "
            words += f"({c.min():.4g} to {c.max():.4g})"
            return Regularity(f"each {word}", words)
    return None


def low_rank(d: Array) -> Regularity | None:
    """The difference is an outer product."""
    if d.ndim != 2 or min(d.shape) < 3 or peak(d) == 0:
        return None
    s = np.linalg.svd(d, compute_uv=False)
    return Regularity("rank one", "the difference is an outer product (rank one)") if s[1] < CLOSE * s[0] else None
