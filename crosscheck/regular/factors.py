"""Gradients that are a multiple of what they should be, another one in each layer: which size of the network it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.regular.seen import CLOSE, Seen, near

if TYPE_CHECKING:
    from crosscheck.case import Case

Size: TypeAlias = "Callable[[Case, int], float]"

ATOMS: Mapping[str, tuple[str, Size]] = {
    "n_in": ("the number of its inputs", lambda case, i: case.sizes[i - 1]),
    "n_out": ("the number of its units", lambda case, i: case.sizes[i]),
    "N": ("the number of samples", lambda case, i: case.n_samples),
    "K": ("the number of outputs", lambda case, i: case.n_outputs),
    "n_0": ("the number of the network's inputs", lambda case, i: case.sizes[0]),
    "L": ("the number of layers", lambda case, i: case.n_layers),
}


@dataclass(frozen=True)
class Observed:
    """One factor that was seen: in which case, at which layer, how large."""

    case: Case
    layer: int
    value: float


def factors_of_the_sizes(cases: Sequence[Seen]) -> str | None:
    """What the gradients of W, of b or of both are multiplied by, in terms of the sizes of the layer."""
    for kinds in ("Wb", "W", "b"):
        # of the data's part; or of the whole, where the penalty's term is divided with it
        found = observed(cases, kinds) or observed(cases, kinds, whole=True)
        rest = [p for p in "Wb" if p not in kinds]
        if found is None or all(abs(o.value - 1) <= CLOSE for o in found):
            continue
        if any(name[0] in rest for s in cases for name in s.wrong):
            continue
        return words(kinds, found)
    return None


def observed(cases: Sequence[Seen], kinds: str, whole: bool = False) -> list[Observed] | None:
    """Every factor; None where a gradient is no multiple of what it should be, or W's is not b's."""
    found: list[Observed] = []
    for s in cases:
        by_layer: dict[int, float] = {}
        for name, data in s.gradients.items():
            penalty = s.penalty(name) if whole else 0.0
            g, right = data + penalty, s.right_gradients[name] + penalty
            size = float(np.sum(right * right))
            if name[0] not in kinds or size == 0:
                continue
            c = float(np.sum(g * right)) / size
            layer = int(name[1:])
            if not near(g, c * right) or abs(by_layer.setdefault(layer, c) - c) > CLOSE * abs(c):
                return None
        found += [Observed(s.case, layer, c) for layer, c in by_layer.items()]
    return found or None


def words(kinds: str, found: Sequence[Observed]) -> str | None:
    """The simplest expression that holds in every layer and case; None where there is none, or too many would do."""
    mine = [o for o in found if abs(o.value - 1) > CLOSE]
    if len({round(o.value, 7) for o in mine}) < 2:  # one number has many names
        return None
    groups: dict[str, Sequence[Observed]] = {"every layer": found}
    groups["every layer but the last"] = [o for o in found if o.layer < o.case.n_layers]
    groups["the last layer"] = [o for o in found if o.layer == o.case.n_layers]
    groups["layer 1"] = [o for o in found if o.layer == 1]
    for where, group in groups.items():
        if not set(mine) <= set(group):
            continue
        for label, (meaning, size) in expressions().items():
            if all(abs(o.value - size(o.case, o.layer)) <= 10 * CLOSE * abs(o.value) for o in group):
                return sentence(kinds, where, label, meaning, group)
    return of_its_own(kinds, groups)


def of_its_own(kinds: str, groups: Mapping[str, Sequence[Observed]]) -> str | None:
    """A fixed number, such as a nominal batch size, by which the code divides where it should divide by N."""
    for where, group in groups.items():
        divisors = [o.case.n_samples / o.value for o in group if o.value]
        if len(divisors) < len(group) or len({o.case.n_samples for o in group}) < 2:
            continue
        if set(groups["every layer"]) - set(group) and any(
            abs(o.value - 1) > CLOSE for o in groups["every layer"] if o not in group
        ):
            continue
        c = divisors[0]
        if all(abs(d - c) <= 10 * CLOSE * abs(c) for d in divisors):
            label = f"N/{c:.6g}"
            meaning = f"divided by {c:.6g}, a number of the code's own, where it should be divided by N"
            return sentence(kinds, where, label, meaning, group)
    return None


def sentence(kinds: str, where: str, label: str, meaning: str, group: Sequence[Observed]) -> str:
    """Which factor it is, with the numbers of the first case."""
    case = group[0].case
    numbers = ", ".join(f"{o.value:.6g} in layer {o.layer}" for o in group if o.case is case)
    what = {"Wb": "dW and db", "W": "dW", "b": "db"}[kinds]
    right = {"W": "db", "b": "dW"}.get(kinds, "")
    others = f"; {right} {'is' if right else ''} right" if right else ""
    n = len({o.case.id for o in group})
    many = f", in all {n} cases" if n > 1 else ""
    return f"{what} of {where} is {label} times what it should be, {meaning}: {numbers} of {case.id}{many}{others}"


def expressions() -> dict[str, tuple[str, Size]]:
    """Label -> what it means and its value, the simplest first; n_in and n_out are each layer's own."""
    found: dict[str, tuple[str, Size]] = {}
    found |= ATOMS
    found |= {f"1/{label}": (f"one over {meaning}", inverse(size)) for label, (meaning, size) in ATOMS.items()}
    for one, (first, a) in ATOMS.items():
        for other, (second, b) in ATOMS.items():
            if one != other:
                found[f"{one}/{other}"] = (f"{first} over {second}", times(a, inverse(b)))
    for one, (first, a) in ATOMS.items():
        for other, (second, b) in ATOMS.items():
            if one < other:
                found[f"{one}·{other}"] = (f"{first} times {second}", times(a, b))
                found[f"1/({one}·{other})"] = (f"one over {first} times {second}", inverse(times(a, b)))
    return found


def inverse(size: Size) -> Size:
    """One over it."""
    return lambda case, i: 1 / size(case, i)


def times(a: Size, b: Size) -> Size:
    """The product."""
    return lambda case, i: a(case, i) * b(case, i)
