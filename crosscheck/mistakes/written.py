"""A derivative written out in powers of z and of the activation's own function: slips that no list of them can hold.

The label of such a mistake is its formula, σ + zσ - σ² - zσ² for s (1 + z)(1 - s), and is read again where it is
planted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Array, centre
from crosscheck.mistakes.output import has_derivative
from crosscheck.mistakes.site import Variant, by_hand, labelled, replaced
from crosscheck.smoothness import activation
from crosscheck.vocabulary import KINKED, Spec, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.ball import Value
    from crosscheck.case import Case
    from crosscheck.mistakes.site import Site
    from crosscheck.steps import Env

WRITTEN = "derivative-formula"
GELU = np.sqrt(2 / np.pi), 0.044715
POWERS = ("", "{}", "{}²", "{}³")
SIDES = ("[z > 0]", "[z ≤ 0]")
FINEST = 1000  # of the fractions that people write: halves, thirds, three decimals
EXACT = 1e-7  # of a coefficient that was fitted, so that it is taken for such a fraction
TERM = re.compile(r"(?:(?P<number>\d+(?:/[1-9]\d*|\.\d+)?) ?)?(?P<alpha>α²?)? ?(?P<rest>.*)")


def basis(spec: Spec, z: Array) -> list[Array]:
    """Functions of z in which the derivatives that people write can be written: zᵃ uᵇ with the activation's own u."""
    name, _ = name_and_parameter(spec)
    if name in KINKED:
        sides = [(z > 0).astype(np.float64), (z <= 0).astype(np.float64)]
        found = [side * p for side in sides for p in (np.ones_like(z), z)]
        return found + ([sides[1] * np.exp(np.minimum(z, 0))] if name == "elu" else [])
    c, cubic = GELU
    u = np.tanh(c * (z + cubic * z**3)) if name == "gelu_tanh" else np.asarray(
        activation("tanh" if name == "tanh" else "sigmoid", z)
    )  # fmt: skip
    return [z**a * u**b for a in range(4 if name == "gelu_tanh" else 3) for b in range(4)]


def names_of(spec: Spec) -> list[str]:
    """What these functions are called; none for gelu, whose constants are in no short formula."""
    name, _ = name_and_parameter(spec)
    if name in KINKED:
        return [power + side for side in SIDES for power in ("", "z")] + ["eᶻ[z ≤ 0]"] * (name == "elu")
    if name == "gelu_tanh":
        return []
    u = "t" if name == "tanh" else "σ"
    return [POWERS[a].format("z") + POWERS[b].format(u) for a in range(3) for b in range(4)]


def label_of(coefficients: Sequence[float], spec: Spec) -> str:
    """The formula with coefficients that people write: fractions, α; "" where they are none."""
    names, (_, p) = names_of(spec), name_and_parameter(spec)
    largest = max((abs(c) for c in coefficients), default=0.0)
    if not names or not largest:
        return ""
    terms = []
    for c, name in zip(coefficients, names, strict=True):
        if abs(c) <= EXACT * largest:
            continue
        text = number(abs(c), p)
        if not text:
            return ""
        plain = text == "1" and name
        terms.append(("-" if c < 0 else "+", name if plain else f"{text} {name}".strip()))
    first, *rest = terms
    return ("-" if first[0] == "-" else "") + first[1] + "".join(f" {sign} {term}" for sign, term in rest)


def number(c: float, p: float) -> str:
    """3, 1/2, 0.01, α, 2 α, α²: the shortest that it is; "" where it is none."""
    ways = [("", 1.0)] + ([("α", p), ("α²", p * p)] if p not in (0.0, 1.0) else [])
    found = []
    for symbol, size in ways:
        q = Fraction(c / size).limit_denominator(FINEST)
        if q and abs(float(q) * size - c) <= EXACT * c and (FINEST % q.denominator == 0 or q.denominator in (3, 6)):
            text = str(q) if q.denominator in (1, 2, 3, 4, 6, 8) else repr(float(q))
            found.append((q.numerator + q.denominator, f"{text} {symbol}".strip() if text != "1" else symbol or "1"))
    return min(found)[1] if found else ""


def read(label: str, spec: Spec) -> list[float] | None:
    """The coefficients of a formula; None where it is none of these."""
    names, (_, p) = names_of(spec), name_and_parameter(spec)
    found = [0.0] * len(names)
    for piece in re.sub(r" ([+-]) ", r"|\1", label).split("|"):
        sign, text = (-1.0, piece[1:]) if piece.startswith("-") else (1.0, piece.removeprefix("+"))
        match = TERM.fullmatch(text)
        if match is None or match["rest"] not in names or not text:
            return None
        size = {"α": p, "α²": p * p, None: 1.0}[match["alpha"]]
        found[names.index(match["rest"])] += sign * size * float(Fraction(match["number"] or "1"))
    return found


def function(coefficients: Sequence[float], spec: Spec, z: Array) -> NDArray[np.float64]:
    """The derivative with these coefficients."""
    return np.asarray(sum(k * phi for k, phi in zip(coefficients, basis(spec, z), strict=True)), dtype=np.float64)


def written(case: Case, layer: int, label: str) -> Variant | None:
    """dZ = dA ∘ the formula that the label is; None where it is none of this layer's activation."""
    if not has_derivative(case, layer):
        return None
    spec = case.activations[layer - 1]
    coefficients = read(label, spec)
    if coefficients is None:
        return None

    def formula(s: Site, v: Env) -> Value:
        z = v[s.name("Z")]
        with np.errstate(all="ignore"):
            return op.mul(v[s.name("dA")], by_hand(z, function(coefficients, spec, centre(z))))

    return labelled(label, delta=replaced(formula))
