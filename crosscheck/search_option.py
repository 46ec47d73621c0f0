"""The mistakes that a search may plant, at one layer or at several at once, and which of them begin at a step."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.defects import Planted, by_id, options, order_of, variant_of, variants
from crosscheck.mistakes.one_weight import WIDEST
from crosscheck.mistakes.site import Variant
from crosscheck.steps import Step

if TYPE_CHECKING:
    from crosscheck.case import Case

Form: TypeAlias = tuple[str, str]  # a mistake's id, and in which form it is made

SAME_AGAIN = 0.3  # the same mistake at another layer costs less than another mistake
EVERYWHERE = 0.02  # the same mistake at all layers, or all hidden ones, is one mistake
ONE_FOR_ALL = (
    "update-factor",
    "gradient-times-width",
    "parameter-factor",
)  # generic, and one line of a loop over the layers all the same
LOOKS_AHEAD = {
    "gradient-of-another-layer", "velocity-from-wrong-array", "gradient-packed-in-another-order", "velocity-shared",
}  # fmt: skip
ONE_WEIGHT = "one-weight-slip"
OVERWRITTEN = "preactivation-overwritten"
GENERIC = 0.2  # what only says what came out of it costs a little more than what says what was done


@dataclass(frozen=True, eq=False)
class Option:
    """A mistake that may be planted, at one layer or at several at once, and what it changes there."""

    planted: tuple[Planted, ...]
    variants: Mapping[int, Variant]  # by layer
    order: int
    generic: int

    @cached_property
    def form(self) -> Form:
        """Which mistake, in which form, wherever."""
        return self.planted[0].id, self.planted[0].label

    @cached_property
    def alone(self) -> float:
        """Its price where nothing like it is known."""
        return 1.0 + GENERIC * self.generic + EVERYWHERE * (len(self.planted) > 1)

    def price(self, known: Set[Form]) -> float:
        """What it costs as one more mistake: less where it is an old acquaintance, more where it is generic."""
        return SAME_AGAIN if self.form in known else self.alone

    @cached_property
    def looks_ahead(self) -> bool:
        """Whether it may read what the table comes to later: the gradients of layers below."""
        return self.planted[0].id in LOOKS_AHEAD

    @cached_property
    def single(self) -> bool:
        """Whether it changes one formula of one layer, so that its value there says everything about it."""
        return len(self.variants) == 1 and all(len(v.changes) == 1 for v in self.variants.values())

    def changes(self, step: Step) -> bool:
        """Whether it changes this step's formula."""
        variant = self.variants.get(step.layer)
        return variant is not None and step.step >= variant.from_step and step.kind in variant.changes


def option_of(case: Case, planted: Planted) -> Option | None:
    """A known mistake in a form that no list of the catalogue has; None where one has it, or it cannot be made here."""
    listed = planted.layer > case.n_layers or planted.label in variants(planted.id, case, planted.layer)
    variant = None if listed else variant_of(case, planted)
    if variant is None:
        return None
    return Option((planted,), {planted.layer: variant}, order_of(planted.id), by_id()[planted.id].generic)


class Beginning:
    """The options whose first change is at one step: which of them can be paid for."""

    def __init__(self, options: Sequence[Option]) -> None:
        """In the order in which they are tried."""
        self.options = tuple(options)
        self.orders = sorted(o.order for o in options)
        self.last = self.orders[-1] if self.orders else -1
        self.prices = sorted({o.alone for o in options})
        self.within = [[i for i, o in enumerate(options) if o.alone <= price] for price in self.prices]
        self.of_form: dict[Form, list[int]] = {}
        self.of_planted: dict[Planted, list[int]] = {}
        for i, option in enumerate(options):
            self.of_form.setdefault(option.form, []).append(i)
            for planted in option.planted:
                self.of_planted.setdefault(planted, []).append(i)

    def affordable(
        self, here: int, taken: Iterable[Planted], rest: float, known: Set[Form]
    ) -> tuple[list[Option], int]:
        """Those that come after `here` in the catalogue, are not taken, and cost at most `rest`; how many cost more.

        Those of a form that is `known` cost SAME_AGAIN.
        """
        level = bisect_right(self.prices, rest)
        indices: Iterable[int] = self.within[level - 1] if level else ()
        if known and rest >= SAME_AGAIN:
            more = {i for form in known for i in self.of_form.get(form, ())}
            if more:
                indices = sorted(more.union(indices))
        blocked = {i for planted in taken for i in self.of_planted.get(planted, ())}
        options = self.options
        found = [o for i in indices if (o := options[i]).order > here and i not in blocked]
        open_ones = len(options) - bisect_right(self.orders, here)
        return found, open_ones - sum(options[i].order > here for i in blocked) - len(found)


def beginnings(steps: Sequence[Step], every: Iterable[Option]) -> list[Beginning]:
    """For each step, in the order of the search, the options that change it first."""
    starting: list[list[Option]] = [[] for _ in steps]
    places: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for i, step in enumerate(steps):
        places.setdefault((step.kind, step.layer), []).append((i, step.step))
    for option in every:
        changed = (
            i
            for layer, variant in option.variants.items()
            for kind in variant.changes
            for i, number in places.get((kind, layer), ())
            if number >= variant.from_step
        )
        first = min(changed, default=None)
        if first is not None:
            starting[first].append(option)
    return [Beginning(options) for options in starting]


def unseen(planted: Planted, variant: Variant, shown: Set[str]) -> bool:
    """Whether a mistake is nobody's business where an array is not shown.

    Such is what the first layer hands down; and a pre-activation that is overwritten, whose derivative is then taken
    at the activation, as it is said where Z is not seen.
    """
    if planted.layer == 1 and variant.changes.keys() == {"propagated"}:
        return not any(n.startswith("dX") for n in shown)
    return planted.id == OVERWRITTEN and not any(n.split("@")[0] == f"Z{planted.layer}" for n in shown)


def place_of(planted: Planted) -> str:
    """Where a slip in one line is made: "W1[1, 2]" of the form "W[1, 2]: the error of unit 0" at layer 1."""
    return f"{planted.label[0]}{planted.layer}{planted.label[1:].partition(':')[0]}"


def alone_in(case: Case, shown: Mapping[str, Array]) -> frozenset[str]:
    """The places, "W1[1, 2]" or "b1[0]", that are the only ones of their array to differ from a right first step.

    Only there is a slip in one line of many looked for, which has so many forms; of networks that are small enough.
    """
    if max(case.sizes) > WIDEST:
        return frozenset()
    found: list[str] = []
    truth = values(case)
    for i in range(1, case.n_layers + 1):
        for p, given in (("W", case.weights), ("b", case.biases or ())):
            gradient, updated = f"d{p}{i}", f"{p}{i}'"
            name = gradient if gradient in shown else updated
            if name not in shown or not given or shown[name].shape != truth[name].shape:
                continue
            size = truth[name] if name == gradient else truth[name] - given[i - 1]
            off = np.argwhere(np.abs(shown[name] - truth[name]) > 1e-8 * np.max(np.abs(size), initial=0.0))
            found += [f"{p}{i}{[int(k) for k in off[0]]}"] if len(off) == 1 else []
    return frozenset(found)


def all_options(case: Case, shown: Set[str] | None = None, alone: frozenset[str] = frozenset()) -> list[Option]:
    """Every mistake at every layer by itself; and at all of them, or all hidden ones, as where the code is one loop.

    Where it is said what is shown, without those that are `unseen`, and of single weights only those that are `alone`.
    """
    found: dict[tuple[str, str], dict[int, Variant]] = {}
    for layer in range(1, case.n_layers + 1):
        for planted, variant in options(case, layer):
            if shown is not None and unseen(planted, variant, shown):
                continue
            if shown is not None and planted.id == ONE_WEIGHT and place_of(planted) not in alone:
                continue
            found.setdefault((planted.id, planted.label), {})[layer] = variant
    result: list[Option] = []
    for (name, label), by_layer in found.items():
        hidden = tuple(i for i in by_layer if i < case.n_layers)
        sets: dict[tuple[int, ...], None] = {(i,): None for i in by_layer}
        if by_id()[name].generic < 2 or name in ONE_FOR_ALL:
            sets |= dict.fromkeys(s for s in (hidden, tuple(by_layer)) if len(s) > 1)
        if by_id()[name].everywhere:
            sets = {tuple(by_layer): None}
        for layers in sets:
            planted_there = tuple(Planted(name, i, label) for i in layers)
            variants = {i: by_layer[i] for i in layers}
            result.append(Option(planted_there, variants, order_of(name), by_id()[name].generic))
    return result
