"""All gradients in one vector, packed in one order and read in another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes import ahead
from crosscheck.mistakes.momentum import parameters
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced
from crosscheck.steps import Env, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case

Order: TypeAlias = list[tuple[str, int]]  # W or b, and the layer


def orders(case: Case) -> dict[str, Order]:
    """The orders in which people put parameters one after the other."""
    layers = range(1, case.n_layers + 1)
    return {
        "W1 b1 W2 b2": [(p, i) for i in layers for p in parameters(case)],
        "W1 W2 b1 b2": [(p, i) for p in parameters(case) for i in layers],
        "b1 W1 b2 W2": [(p, i) for i in layers for p in reversed(parameters(case))],
        "W2 b2 W1 b1": [(p, i) for i in reversed(layers) for p in parameters(case)],
        "W2 W1 b2 b1": [(p, i) for p in parameters(case) for i in reversed(layers)],
    }


PAIRS = (
    ("W1 W2 b1 b2", "W1 b1 W2 b2"), ("W1 b1 W2 b2", "W1 W2 b1 b2"), ("W2 b2 W1 b1", "W1 b1 W2 b2"),
    ("b1 W1 b2 W2", "W1 b1 W2 b2"), ("W2 W1 b2 b1", "W1 W2 b1 b2"),
)  # fmt: skip


def packed_in_another_order(case: Case, i: int) -> Sequence[Variant]:
    """Each parameter is changed by what lies at its place in the vector of all gradients."""
    found = []
    kind = "velocity" if case.momentum else "update"
    for packed, read in PAIRS:
        if orders(case)[packed] == orders(case)[read] or (case.biases is None and packed == "W2 W1 b2 b1"):
            continue
        for label, in_out in (("", False), (", W of n_in rows", True)):
            changes = {f"{kind}-{p}": by_the_vector(p, packed, read, in_out) for p in parameters(case)}
            found.append(Variant(f"packed {packed}, read {read}{label}", changes))
    return found


def by_the_vector(p: str, packed: str, read: str, in_out: bool) -> Change:
    """The update, or the velocity, from the piece of the vector that is taken for the gradient."""

    def formula(s: Site, v: Env) -> Value:
        g, theta = piece(s, v, (p, s.layer), orders(s.case)[packed], orders(s.case)[read], in_out), v[s.name(p)]
        if s.case.momentum:
            return velocity(s.case, s.step, g, theta, v.get(s.name(f"v{p}")))
        return updated(s.case, theta, g, None)

    return replaced(formula)


def piece(s: Site, v: Env, of: tuple[str, int], packed: Order, read: Order, in_out: bool) -> Value:
    """What lies where a parameter's gradient is looked for."""
    gradients = {(p, i): ahead.gradient(s, v, p, i) for p, i in packed}
    vector = np.concatenate([turned(centre(gradients[q]), in_out).ravel() for q in packed])
    sizes = [centre(gradients[q]).size for q in read]
    at = sum(sizes[: read.index(of)])
    like = turned(centre(gradients[of]), in_out)
    return by_hand(gradients[of], turned(vector[at : at + like.size].reshape(like.shape), in_out))


def turned(a: Array, in_out: bool) -> Array:
    """A matrix as it is kept: (out, in) as here, or (in, out)."""
    return a.T if in_out else a


DEFECTS = (Defect("gradient-packed-in-another-order", "update", packed_in_another_order, everywhere=True),)
