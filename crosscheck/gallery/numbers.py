"""What a mistake does to the numbers of a fixed small network: the first array that changes, and the updates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.catalogue import text
from crosscheck.defects import Planted, by_id, plan_with
from crosscheck.worked_example import OUTPUTS, SETTINGS, first_difference

# Tried in this order, sizes and samples first. The second has a place for everything that hides behind equal widths.
NETWORKS = (((3, 4, 4, 2), 6), ((4, 4, 4, 4), 4), ((3, 4, 1), 6))
HIDDEN = ("tanh", "relu")
INPUTS = ("random", "zeros", "large")


@dataclass(frozen=True)
class Numbers:
    """One mistake in one case.

    Attributes:
        case: the network and its data.
        layer: where the mistake is made; 0 where it is acted out (scenes.py). variant: its form.
        name: the first array that differs. right, mistaken: that array, as a matrix.
        updates: what the last step changes each parameter by: name -> (right, mistaken).
    """

    case: Case
    layer: int
    variant: str
    name: str
    right: Array
    mistaken: Array
    updates: dict[str, tuple[Array, Array]]


@cache
def numbers(mistake_id: str) -> Numbers | None:
    """The mistake in the first of the fixed networks in which it moves a parameter; None where it shows in none.

    What is handed down from the first layer is dX, which moves nothing: a layer further up tells more.
    """
    return next((n for case in cases() for n in shown_in(case, mistake_id) if moved(n)), None)


def moved(n: Numbers) -> bool:
    """Whether a parameter ends up elsewhere."""
    return any(not np.array_equal(right, mistaken) for right, mistaken in n.updates.values())


def cases() -> Iterator[Case]:
    """Networks of signed random numbers, the plainest first."""
    for inputs, (sizes, n), settings in product(INPUTS, NETWORKS, SETTINGS):
        for hidden, (output, loss) in product(HIDDEN, OUTPUTS):
            if output != "softmax" or sizes[-1] > 1:
                activations = (*[hidden] * (len(sizes) - 2), output)
                yield Case.draw(sizes, n, activations=activations, loss=loss, inputs=inputs, **settings)


def shown_in(case: Case, mistake_id: str) -> Iterator[Numbers]:
    """The mistake in the form that its text asks for, or in each, where it changes a number of the case."""
    form = text(mistake_id).example
    for layer in range(1, case.n_layers + 1):
        for variant in by_id()[mistake_id].variants(case, layer):
            planted = Planted(mistake_id, layer, variant.label)
            if form not in ("", variant.label):
                continue
            found = first_difference(case, planted)
            if found is not None:
                right, mistaken = matrix(found.right), matrix(found.mistaken)
                yield Numbers(case, layer, variant.label, found.name, right, mistaken, updates(case, planted))


def updates(case: Case, planted: Planted) -> dict[str, tuple[Array, Array]]:
    """What the last step changes each parameter by, without and with the mistake."""
    sides: list[Any] = [values(case), values(case, plan_with(case, [planted]))]
    last, before = suffix(case.steps), suffix(case.steps - 1)
    names = [f"{kind}{i}" for i in range(1, case.n_layers + 1) for kind in ("W" + "b" * (case.biases is not None))]
    found = {}
    for name in names:
        right, mistaken = (side[f"{name}'{last}"] - start(case, side, name, before) for side in sides)
        found[name] = (right, mistaken)
    return found


def start(case: Case, side: Any, name: str, before: str | None) -> Array:
    """A parameter as the last step finds it."""
    if before is not None:
        return np.asarray(side[f"{name}'{before}"])
    parameters = case.weights if name[0] == "W" else case.biases
    assert parameters is not None
    return np.asarray(parameters[int(name[1:]) - 1])


def suffix(step: int) -> str | None:
    """How names say which step they are of; None for the beginning."""
    return None if step == 0 else "" if step == 1 else f"@{step}"


def matrix(a: Array) -> Array:
    """A bias or a scalar as a row."""
    return np.atleast_2d(np.asarray(a, dtype=float))
