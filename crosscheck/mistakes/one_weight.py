"""Small networks with every weight in a variable of its own: one line of many, copied, and one number not changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.forward import elementwise
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, width, wrapped
from crosscheck.smoothness import derivative
from crosscheck.steps import Env

if TYPE_CHECKING:
    from crosscheck.case import Case

WIDEST, MOST = 4, 20  # units of a layer, and weights of a network, that somebody writes out one by one


def one_weight(case: Case, i: int) -> Sequence[Variant]:
    """The gradient of one weight, or of one bias, made of another unit's error or slope, or of another input."""
    weights = sum(w.size for w in case.weights)
    if max(case.sizes) > WIDEST or weights > MOST or weights < 4:
        return ()
    n_out, n_in = width(case, i), width(case, i - 1)
    hidden = i < case.n_layers and elementwise(case.activations[i - 1])
    found: list[Variant] = []

    def add(k: int, j: int | None, what: str, delta: Callable[[Site, Env], Array], column: int | None = None) -> None:
        kind = "weight-gradient" if j is not None else "bias-gradient"
        name = f"[{k}, {j}]" if j is not None else f"[{k}]"
        change = entry_of(k, j, delta, j if column is None else column)
        found.append(Variant(f"{'W' if j is not None else 'b'}{name}: {what}", {kind: change}))

    places: list[tuple[int, int | None]] = [(k, j) for k in range(n_out) for j in range(n_in)]
    places += [(k, None) for k in range(n_out)] if case.biases is not None else []
    for k, j in places:
        for other in (o for o in range(n_out) if o != k):
            add(k, j, f"the delta of unit {other}", delta_of(other))
            if hidden:
                add(k, j, f"the error of unit {other}", joined(other, k))
                add(k, j, f"the slope of unit {other}", joined(k, other))
        if hidden:
            add(k, j, "without the slope", error_of(k))
        for other in range(n_in) if j is not None else ():
            if other != j:
                add(k, j, f"input {other}", delta_of(k), other)
    return found


def delta_of(unit: int) -> Callable[[Site, Env], Array]:
    """dZ of a unit, (N,)."""
    return lambda s, v: centre(v[s.name("dZ")])[:, unit]


def error_of(unit: int) -> Callable[[Site, Env], Array]:
    """dA of a unit, (N,)."""
    return lambda s, v: centre(v[s.name("dA")])[:, unit]


def joined(error: int, slope: int) -> Callable[[Site, Env], Array]:
    """dA of one unit times the slope of another, (N,)."""
    return lambda s, v: centre(v[s.name("dA")])[:, error] * centre(derivative(s.spec, v[s.name("Z")]))[:, slope]


def entry_of(k: int, j: int | None, delta: Callable[[Site, Env], Array], column: int | None) -> Change:
    """The gradient with another number at one place; what a penalty adds there stays."""

    def formula(s: Site, v: Env, g: Value) -> Value:
        new = np.array(centre(g))
        mine, right = delta(s, v), centre(v[s.name("dZ")])[:, k]
        if j is None:
            new[k] += mine.sum() - right.sum()
        else:
            a = centre(v[s.name("A", s.layer - 1)])
            new[k, j] += mine @ a[:, column] - right @ a[:, j]
        return by_hand(g, new)

    return wrapped(formula)


DEFECTS = (Defect("one-weight-slip", "parameters", one_weight, generic=1),)
