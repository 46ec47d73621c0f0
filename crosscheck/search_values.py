"""What the formulas of a search give, with mistakes planted into them, and whether the candidate shows that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.ball import Array
from crosscheck.later import Ahead
from crosscheck.mistakes.site import Site
from crosscheck.nearness import Target, same
from crosscheck.search_option import Option
from crosscheck.steps import Formula, Names, Step, plan

if TYPE_CHECKING:
    from crosscheck.case import Case

SMALL = 1e-3  # of such an element: what was cancelled to it has lost digits
Env: TypeAlias = Mapping[str, Array]


class Known:
    """The value of a step, and whether it is what the candidate shows there; True where it shows nothing."""

    __slots__ = ("fits", "middle", "value")

    def __init__(self, value: Array, fits: bool) -> None:
        self.value, self.fits = value, fits
        self.middle: float | None = None  # one of its elements, once it is asked for

    def sample(self) -> float:
        """One of its elements."""
        if self.middle is None:
            self.middle = self.value.item(self.value.size // 2)
        return self.middle

    def equals(self, other: Known) -> bool:
        """Whether two values are equal to rounding."""
        # one element tells most of them apart, at a tenth of the price
        a, b = self.sample(), other.sample()
        distance = abs(a - b)
        if distance > 1e-7 * (abs(a) + abs(b)) and (abs(a) > SMALL or abs(b) > SMALL):
            return False
        return same(self.value, other.value)


class Values:
    """The steps of one search, with whatever is planted into them."""

    def __init__(self, case: Case, steps: Sequence[Step], targets: Mapping[str, Target]) -> None:
        """`steps` in the order of the search, `targets` by name."""
        self.case, self.steps = case, steps
        self.targets = [targets.get(s.name) for s in steps]
        self.formulas: dict[tuple[int, tuple[Option, ...]], Formula] = {}

    def of(self, at: int, planted: tuple[Option, ...], env: Env, chosen: Sequence[Option] = ()) -> Known:
        """The value of step number `at`, with mistakes that change it, on what the steps before it gave.

        Where one of them reads what the search comes to later, `chosen` are all mistakes that are planted so far.
        """
        formula = self.formulas.get((at, planted))
        if formula is None:
            formula = self.formulas[at, planted] = self.formula(self.steps[at], planted)
        if len(chosen) > len(planted) and any(o.looks_ahead for o in planted):
            env = self.ahead(env, chosen)
        try:
            value = np.asarray(formula(env))
        except KeyError:  # it reads what the search comes to later, a velocity of the weights in that of the bias
            value = np.asarray(formula(self.ahead(env, planted)))
        target = self.targets[at]
        return Known(value, target is None or target.near(value, env))

    def ahead(self, env: Env, planted: Sequence[Option]) -> Ahead:
        """An environment that computes what comes later, with mistakes planted."""
        return Ahead(env, self.by_name, lambda step, env: np.asarray(self.formula(step, planted)(env)))

    def formula(self, step: Step, planted: Sequence[Option]) -> Formula:
        """A step's formula, with those of these mistakes that change it."""
        formula: Formula = step.formula
        for option in planted:
            if option.changes(step):
                site = Site(self.case, Names(self.case, step.step), step.layer)
                formula = option.variants[step.layer].changes[step.kind](site, formula)
        return formula

    @cached_property
    def by_name(self) -> dict[str, Step]:
        """name -> Step."""
        return {s.name: s for s in plan(self.case)}
