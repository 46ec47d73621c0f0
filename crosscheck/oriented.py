"""The catalogue's formulas as they read in somebody's own orientation.

The texts are written for samples in rows and W of shape (out, in). Whoever stores W as (in, out) and reads there that
dA should be dZ W would do just the wrong thing. Every product of two matrices is turned by rule: each factor is
replaced by the transpose of what is stored where it is stored the other way round, and the product as a whole is
transposed where its result is stored so. Everything else in the formulas is elementwise, and reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from crosscheck.catalogue import text

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.conventions import Conventions

_PLAIN = (
    r"(?P<name{0}>d?[AZW](?:_L|[ᵢⱼₖ₋₊₀-₉]*)′?|(?=\[[bw])\[[^\]]*\])"
    r"(?P<index{0}>(?<!\])\[[^\]]*\])?(?P<top{0}>ᵀ?)(?P<note{0}> \(step [^)]*\))?"
)
_TEX = (
    r"(?P<name{0}>d?[AZW](?:_\{{[^}}]*\}}|_\w)?'?|(?=\[[bw])\[[^\]]*\])(?P<index{0}>)"
    r"(?P<top{0}>(?:\^\\top)?)(?P<note{0}>\^\{{\(\w+\)(?:\\top)?\}})?"
)
_PAIR = re.compile(_PLAIN.format(1) + " " + _PLAIN.format(2))
_PAIR_TEX = re.compile(_TEX.format(1) + r"(?P<gap> |\\, ?)" + _TEX.format(2))
_ONE = re.compile(r"(?P<name>d?[AZW](?:_L|[ᵢⱼₖ₋₊₀-₉]*)′?)(?P<index>\[[^\]]*\])")
_LAMBDA = {"plain": ("λ", "(λ/N)"), "tex": (r"\lambda", r"\frac{\lambda}{N}")}
_BIAS = re.compile(r"\bd?bᵢ")
_ONLY_BIASES = re.compile(r"\bbias(es)? only")
AT_ONCE = "over samples and classes at once"
_AT_ONCE_TEX = r"\sum_m e^{z_{mk}}", r"\sum_{m,j} e^{z_{mj}}"
_TIMES = re.compile(r"(dW and db|dW|db) × ([-0-9NKnᵢ₋₁·/()]+)")
# what stands for a weight in each formula, and for a bias in its place
_BIASES = (
    (re.compile(r"(d[ZA][ᵢⱼ]\[n\])ᵀ [AZ][ᵢⱼ₋₁₂]*\[n\]"), r"\1"),
    (re.compile(r"(d[ZA][ᵢⱼ])ᵀ [AZ][ᵢⱼ₋₁₂]*"), r"Σₙ \1"),
    (re.compile(r"W"), "b"),
    (re.compile(r"(b[ᵢⱼ]′?)\[:, j\]"), r"\1[j]"),
)
_BIASES_TEX = (
    (re.compile(r"(d[ZA]_\{i,n\})\^\\top [AZ]_\{[^}]*\}"), r"\1"),
    (re.compile(r"(d[ZA]_i)\^\\top [AZ]_(?:\{[^}]*\}|\w)"), r"\\sum_n \1"),
    (re.compile(r"W"), "b"),
    (re.compile(r"b_\{i,kj\}"), "b_{i,j}"),
)


@dataclass(frozen=True)
class Formulas:
    """As it is, and as it should be, in plain text and in LaTeX."""

    is_: str
    should: str
    is_tex: str
    should_tex: str

    def as_dict(self) -> dict[str, str]:
        """As in the JSON."""
        return {"is": self.is_, "should": self.should, "is_tex": self.is_tex, "should_tex": self.should_tex}


@dataclass(frozen=True)
class Factor:
    """One matrix of a product: its name, the slice that is taken, whether it is transposed, what is said of it."""

    name: str
    index: str
    transposed: bool
    note: str = ""

    @property
    def is_weight(self) -> bool:
        """Whether it is a weight matrix, and not one whose rows or columns are samples."""
        return "W" in self.name or self.name.startswith("[")


def formulas_of(mistake_id: str, conventions: Conventions, case: Case, label: str = "") -> Formulas:
    """The formulas of a mistake in somebody's conventions.

    Args:
        mistake_id: its name in the catalogue.
        conventions: how arrays are stored.
        case: where it was found, for what λ is divided by.
        label: the form of the mistake: of the biases only, of dW times something.
    """
    per_sample = case.l2 != 0 and case.l2_scale == "per_sample"
    in_out, thresholds = conventions.weight == "in_out", conventions.bias_sign == -1
    return oriented(mistake_id, label, turned_samples(conventions), in_out, per_sample, thresholds)


def oriented(
    mistake_id: str,
    label: str = "",
    columns: bool = False,
    in_out: bool = False,
    per_sample: bool = False,
    thresholds: bool = False,
) -> Formulas:
    """The same for what is stored.

    Args:
        mistake_id: its name in the catalogue.
        label: the form of the mistake.
        columns: samples are columns.
        in_out: W is (in, out).
        per_sample: the L2 term is divided by N.
        thresholds: what is stored for b is θ = −b.
    """
    t = text(mistake_id)
    found = Formulas(t.is_, t.should, t.is_tex, t.should_tex)
    times = _TIMES.fullmatch(label)
    if times is not None:
        found = multiplied(times[1], times[2])
    elif AT_ONCE in label:
        found = each(found, lambda f: f.replace("Σₘ exp(z_mk)", "Σₘⱼ exp(z_mj)"), lambda f: f.replace(*_AT_ONCE_TEX))
    elif _ONLY_BIASES.search(label):
        found = each(found, lambda plain: changed(plain, _BIASES), lambda tex: changed(tex, _BIASES_TEX))
    if per_sample:
        found = each(found, lambda plain: plain.replace(*_LAMBDA["plain"]), lambda tex: tex.replace(*_LAMBDA["tex"]))
    found = each(found, lambda plain: turned(plain, columns, in_out), lambda tex: turned_tex(tex, columns, in_out))
    if thresholds and _BIAS.search(found.should):
        return replace(found, should=f"{found.should}, for b = −θ", should_tex=found.should_tex + r",\quad b = -\theta")
    return found


def of_our_making(cause: Mapping[str, Any]) -> Formulas:
    """The formulas of a cause as its report has them, if it is we who write them so; else those of the catalogue.

    A report may come from a process in which somebody's code ran: no LaTeX is taken from there.
    """
    for settings in product((False, True), repeat=4):
        found = oriented(cause["id"], cause["variant"], *settings)
        if found.as_dict().items() <= cause.items():
            return found
    return oriented(cause["id"])


def each(f: Formulas, plain: Callable[[str], str], tex: Callable[[str], str]) -> Formulas:
    """Both plain formulas, and both in LaTeX, changed."""
    return Formulas(plain(f.is_), plain(f.should), tex(f.is_tex), tex(f.should_tex))


def multiplied(what: str, factor: str) -> Formulas:
    """A gradient times a constant: dW, db, or both of them."""
    c = "−" if factor == "-1" else f"({factor}) " if "/" in factor else f"{factor} "
    c_tex = (
        "-" if factor == "-1" else c.strip().replace("ᵢ₋₁", "_{i-1}").replace("ᵢ", "_i").replace("·", r"\cdot ") + r"\,"
    )
    left, right, left_tex, right_tex = "dWᵢ", "dZᵢᵀ Aᵢ₋₁", "dW_i", r"dZ_i^\top A_{i-1}"
    if what == "db":
        left, right, left_tex, right_tex = "dbᵢ", "Σₙ dZᵢ", "db_i", r"\sum_n dZ_i"
    too, too_tex = (", and dbᵢ likewise", r",\ db_i\ \mathrm{likewise}") if "and" in what else ("", "")
    return Formulas(
        f"{left} = {c}{right}{too}", f"{left} = {right}",
        f"{left_tex} = {c_tex}{right_tex}{too_tex}", f"{left_tex} = {right_tex}",
    )  # fmt: skip


def changed(formula: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """A formula after each of the rules."""
    for pattern, made in rules:
        formula = pattern.sub(made, formula)
    return formula


def turned_samples(c: Conventions) -> bool:
    """Whether samples are columns; a vector is what fits the weights: W x, or x W."""
    return c.samples in ("columns", "column") or (c.samples == "vector" and c.weight == "out_in")


def turned(formula: str, columns: bool, in_out: bool) -> str:
    """A plain formula of the canonical form with its products, and its slices, in another orientation."""
    if not columns and not in_out:
        return formula
    pieces, at = [], 0
    for match in _PAIR.finditer(formula):
        first, second = factors(match)
        pieces += [sliced(formula[at : match.start()], columns, in_out)]
        pieces += [" ".join(map(plain, turned_product(first, second, columns, in_out)))]
        at = match.end()
    return "".join([*pieces, sliced(formula[at:], columns, in_out)])


def turned_tex(formula: str, columns: bool, in_out: bool) -> str:
    """The same of LaTeX, whose slices are subscripts and read the same."""

    def replaced(match: re.Match[str]) -> str:
        first, second = turned_product(*factors(match), columns, in_out)
        return tex(first) + match["gap"] + tex(second)

    return _PAIR_TEX.sub(replaced, formula) if columns or in_out else formula


def factors(match: re.Match[str]) -> tuple[Factor, Factor]:
    """The two matrices of a product that was found."""
    return factor(match, 1), factor(match, 2)


def factor(match: re.Match[str], i: int) -> Factor:
    """One of them."""
    note = match[f"note{i}"] or ""
    transposed = bool(match[f"top{i}"]) or r"\top" in note
    return Factor(match[f"name{i}"], match[f"index{i}"] or "", transposed, note.replace(r"\top", ""))


def products(formula: str, is_tex: bool = False) -> list[tuple[Factor, Factor]]:
    """Every product of two matrices in a formula."""
    return [factors(match) for match in (_PAIR_TEX if is_tex else _PAIR).finditer(formula)]


def turned_product(first: Factor, second: Factor, columns: bool, in_out: bool) -> tuple[Factor, Factor]:
    """A product of the canonical form in another orientation: of what is stored, giving what is stored.

    It has a row for each sample where its first factor has, else it is a matrix of the shape of W.
    """
    of_samples = not first.is_weight and not first.transposed
    one, other = (stored(f, in_out if f.is_weight else columns) for f in (first, second))
    if columns if of_samples else in_out:
        return replace(other, transposed=not other.transposed), replace(one, transposed=not one.transposed)
    return one, other


def stored(f: Factor, flipped: bool) -> Factor:
    """A factor in terms of what is stored: its transpose where that is stored."""
    if not flipped:
        return f
    name = f.name.replace(", ", "; ") if f.name.startswith("[") else f.name
    return replace(f, name=name, index=other_way(f.index), transposed=not f.transposed)


def sliced(formula: str, columns: bool, in_out: bool) -> str:
    """Slices outside of products: a row where there was a column."""

    def replaced(match: re.Match[str]) -> str:
        flipped = in_out if "W" in match["name"] else columns
        return match["name"] + (other_way(match["index"]) if flipped else match["index"])

    return _ONE.sub(replaced, formula)


def other_way(index: str) -> str:
    """[n] <-> [:, n], [n, k] <-> [k, n]."""
    inner = index[1:-1].split(", ")
    if not index or inner == [""]:
        return index
    if len(inner) == 1:
        return f"[:, {inner[0]}]"
    return f"[{inner[1]}]" if inner[0] == ":" else f"[{inner[1]}, {inner[0]}]"


def plain(f: Factor) -> str:
    """As it is written."""
    return f"{f.name}{f.index}{'ᵀ' * f.transposed}{f.note}"


def tex(f: Factor) -> str:
    """In LaTeX; a step and a transposition share one superscript."""
    if f.note and f.transposed:
        return f"{f.name}{f.note.removesuffix('}')}\\top}}"
    return f"{f.name}{f.note}" + "^\\top" * f.transposed
