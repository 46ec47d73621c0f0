"""Where a mistake is made, and how one is written down: a function from formula to formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.ball import Array, Ball, Value
from crosscheck.steps import Env, Formula, Names
from crosscheck.vocabulary import LOSSES, Spec

if TYPE_CHECKING:
    from crosscheck.case import Case


@dataclass(frozen=True)
class Site:
    """One step of one layer in one training step of a Case: the place where a formula may be replaced."""

    case: Case
    n: Names
    layer: int

    @property
    def step(self) -> int:
        """Which training step, from 1."""
        return self.n.step

    @property
    def spec(self) -> Spec:
        """The layer's activation."""
        return self.case.activations[self.layer - 1]

    @property
    def last(self) -> bool:
        """Whether this is the output layer."""
        return self.layer == self.case.n_layers

    @property
    def family(self) -> str:
        """squares, bce or cross_entropy."""
        return LOSSES[self.case.loss].family

    @property
    def c(self) -> float:
        """The constant in front of the loss's sum."""
        return LOSSES[self.case.loss].coefficient(self.case.n_samples, self.case.n_outputs)

    def name(self, quantity: str, layer: int | None = None) -> str:
        """The name under which this training step reads x, A, dA, W, b, or Z, dZ, dW, db of a layer."""
        i = self.layer if layer is None else layer
        if quantity == "A":
            return self.n.A(i)
        if quantity == "dA":
            return self.n.dA(i)
        if quantity in ("W", "b", "vW", "vb"):
            return self.n.before(quantity, i)
        return self.n.of(quantity, i)


Change: TypeAlias = Callable[[Site, Formula], Formula]


@dataclass(frozen=True)
class Variant:
    """One way of making a mistake: for each kind of step that it touches, what becomes of the formula."""

    label: str
    changes: Mapping[str, Change]
    from_step: int = 1  # the first training step in which it can show


@dataclass(frozen=True)
class Defect:
    """A known mistake.

    Attributes:
        id: its name in the catalogue.
        family: forward, output, hidden, parameters, regulariser, update or state.
        variants: those that can be made at a layer of a case; none where the mistake cannot be made there at all
            (a transposed product needs a square matrix, say).
        generic: 0 for a mistake that says what was done, 1 and 2 for one that only says what came out of it (a
            constant factor): the specific is named before the generic.
        everywhere: whether it is made at all layers at once, or not at all: what they share.
    """

    id: str
    family: str
    variants: Callable[[Case, int], Sequence[Variant]]
    generic: int = 0
    everywhere: bool = False


def one(**changes: Change) -> tuple[Variant, ...]:
    """A single variant without a label; kinds are written with _ for -."""
    return (Variant("", {kind.replace("_", "-"): change for kind, change in changes.items()}),)


def labelled(label: str, **changes: Change) -> Variant:
    """A variant with a label."""
    return Variant(label, {kind.replace("_", "-"): change for kind, change in changes.items()})


def replaced(formula: Callable[[Site, Env], Value]) -> Change:
    """A change that ignores what the formula was."""
    return lambda site, _: lambda v: formula(site, v)


def wrapped(after: Callable[[Site, Env, Value], Value]) -> Change:
    """A change of what the formula gives."""
    return lambda site, formula: lambda v: after(site, v, formula(v))


def by_hand(like: Value, value: Array) -> Value:
    """A value written out by hand, as a ball where balls flow: its own rounding is small against any mistake's size."""
    if not isinstance(like, Ball):
        return value
    scale = np.abs(value) + float(np.max(np.abs(value), initial=0.0))
    return Ball(value, scale * 64 * like.r.u + float(np.max(like.radius, initial=0.0)) * 16, like.r)


def constants(case: Case) -> dict[str, float]:
    """Named constants that gradients are off by; coprime sizes give each of them one name, the simplest first.

    All that are not 1 here: with K = 1 several names mean one number, so that what is found in another case holds here.
    """
    n, k = float(case.n_samples), float(case.n_outputs)
    named = {
        "2": 2, "1/2": 0.5, "N": n, "1/N": 1 / n, "2N": 2 * n, "N/2": n / 2, "2/N": 2 / n, "1/(2N)": 0.5 / n,
        "K": k, "1/K": 1 / k, "N·K": n * k, "1/(N·K)": 1 / (n * k), "N·K/2": n * k / 2, "2/(N·K)": 2 / (n * k),
        "2K": 2 * k, "K/2": k / 2, "2/K": 2 / k, "1/(2K)": 0.5 / k, "2N·K": 2 * n * k, "1/(2N·K)": 0.5 / (n * k),
        "N/K": n / k, "K/N": k / n,
    }  # fmt: skip
    return {label: c for label, c in named.items() if c != 1}


def part(a: Value, index: slice | tuple[slice, ...]) -> Value:
    """A slice of an array, or of a ball."""
    return Ball(a.v[index], None if a.e is None else a.e[index], a.r) if isinstance(a, Ball) else a[index]


def width(case: Case, layer: int) -> int:
    """The number of units of a layer; layer 0 is the input."""
    return case.sizes[layer]
