"""What the formulas of a search give, with mistakes planted into them, and whether the candidate shows that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.ball import Array
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


class Ahead(Mapping[str, Array]):
    """An environment that computes what is not yet there, when it is asked for it by name."""

    def __init__(self, env: Env, steps: Mapping[str, Step], formula: Callable[[Step], Formula]) -> None:
        self.env, self.steps, self.formula = env, steps, formula
        self.found: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        if name in self.found:
            return self.found[name]
        if name in self.env:
            return self.env[name]
        if name not in self.steps:
            raise KeyError(name)
        self.found[name] = np.asarray(self.formula(self.steps[name])(self))
        return self.found[name]

    def __contains__(self, name: object) -> bool:
        return name in self.found or name in self.env

    def get(self, name: str, default: Array | None = None) -> Array | None:  # type: ignore[override]
        """What is there already: nothing is computed for it."""
        return self[name] if name in self else default  # noqa: SIM401 (this is `get` itself)

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self.env), **dict.fromkeys(self.found)})

    def __len__(self) -> int:
        return len(self.found.keys() | self.env.keys())


class Values:
    """The steps of one search, with whatever is planted into them."""

    def __init__(self, case: Case, steps: Sequence[Step], targets: Mapping[str, Target]) -> None:
        """`steps` in the order of the search, `targets` by name."""
        self.case, self.steps = case, steps
        self.targets = [targets.get(s.name) for s in steps]
        self.formulas: dict[tuple[int, tuple[Option, ...]], Formula] = {}

    def of(self, at: int, planted: tuple[Option, ...], env: Env) -> Known:
        """The value of step number `at`, with mistakes that change it, on what the steps before it gave."""
        formula = self.formulas.get((at, planted))
        if formula is None:
            formula = self.formulas[at, planted] = self.formula(self.steps[at], planted)
        try:
            value = np.asarray(formula(env))
        except KeyError:  # it reads what the search comes to later, a velocity of the weights in that of the bias
            value = np.asarray(formula(self.ahead(env, planted)))
        target = self.targets[at]
        return Known(value, target is None or target.near(value, env))

    def ahead(self, env: Env, planted: Sequence[Option]) -> Ahead:
        """An environment that computes what comes later, with mistakes planted."""
        return Ahead(env, self.by_name, partial(self.formula, planted=planted))

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
