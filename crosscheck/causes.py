"""Causes: mistakes with the layers where they are made, and the same mistakes in a case of another depth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import TYPE_CHECKING

from crosscheck.defects import Planted, by_id, order_of, variant_of
from crosscheck.vocabulary import KINKED, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case

AT_ZERO = "relu-gradient-at-zero"
GUARD = "logarithm-kept-off-zero"  # no mistake: by itself, everything agrees


@dataclass(frozen=True)
class Cause:
    """One mistake, at the layers where it is made."""

    id: str
    layers: tuple[int, ...]
    label: str = ""


def causes_of(planted: Sequence[Planted]) -> tuple[Cause, ...]:
    """Planted mistakes, the same one at several layers taken together."""
    ordered = sorted(planted, key=lambda p: (order_of(p.id), p.label, p.layer))
    groups = groupby(ordered, key=lambda p: (p.id, p.label))
    return tuple(Cause(name, tuple(p.layer for p in group), label) for (name, label), group in groups)


def transferred(planted: Sequence[Planted], found_on: Case, case: Case) -> Iterable[tuple[Planted, ...]]:
    """The same mistakes in another case: at the same layers, or, where the depth is another, in the same places."""
    ways: list[list[tuple[Planted, ...]]] = []
    for cause in causes_of(planted):
        sets = [cause.layers] if found_on.n_layers == case.n_layers else places(cause, found_on, case)
        if by_id()[cause.id].everywhere:
            sets = [tuple(available(cause, case))]
        ways.append(
            [tuple(p for i in layers if variant_of(case, p := Planted(cause.id, i, cause.label))) for layers in sets]
        )
    for way in product(*ways):
        chosen = tuple(p for part in way for p in part)
        yield chosen
        if case.inputs == "zeros":
            yield (*chosen, *at_zero(case, chosen))


def at_zero(case: Case, beside: Sequence[Planted]) -> tuple[Planted, ...]:
    """The other convention for the derivative at a kink, at every layer that has one."""
    kinked = [i for i, s in enumerate(case.activations, 1) if name_and_parameter(s)[0] in KINKED]
    added = (Planted(AT_ZERO, i) for i in kinked)
    return tuple(p for p in added if p not in beside and variant_of(case, p) is not None)


def places(cause: Cause, found_on: Case, case: Case) -> list[tuple[int, ...]]:
    """The layers that correspond to a cause's, in a case of another depth; each way of seeing it."""
    # where it cannot be made at all, it was found on yet another case of the same depth
    here = available(cause, found_on) or list(range(1, found_on.n_layers + 1))
    there = available(cause, case)
    mine = set(cause.layers)
    ways: tuple[Callable[[list[int], int], list[int]], ...] = (
        lambda layers, last: layers,
        lambda layers, last: [i for i in layers if i < last],
        lambda layers, last: [i for i in layers if i == last],
        lambda layers, last: [i for i in layers if i == 1],
        lambda layers, last: [i for i in layers if i > 1],
        lambda layers, last: [i for i in layers if 1 < i < last],
        lambda layers, last: [i for i in layers if i == last - 1],
        lambda layers, last: [i for i in layers if i == 2],
    )
    found = [tuple(way(there, case.n_layers)) for way in ways if mine == set(way(here, found_on.n_layers))]
    return list(dict.fromkeys(found)) or [tuple(i for i in cause.layers if i in there)]


def available(cause: Cause, case: Case) -> list[int]:
    """The layers of a case where a mistake can be made."""
    return [i for i in range(1, case.n_layers + 1) if variant_of(case, Planted(cause.id, i, cause.label)) is not None]
