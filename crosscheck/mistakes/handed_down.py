"""Mistakes of loops written by hand: sums that are not set back to zero, a learning rate that goes down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.parameters import data, data_gradient
from crosscheck.mistakes.site import Change, Defect, Variant, by_hand, labelled, one, replaced, width, wrapped

if TYPE_CHECKING:
    from crosscheck.case import Case


def sum_runs_on(case: Case, i: int) -> Sequence[Variant]:
    """A variable that collects a sum is set to zero before the loop over the units, and not for each of them."""
    found, above, below = [], width(case, i), width(case, i - 1)
    down = wrapped(lambda s, v, d: so_far(d))
    if below > 1:
        found.append(labelled("the error", propagated=down))
    if above > 1:
        found.append(labelled("the pre-activation", pre_activation=wrapped(lambda s, v, z: so_far(z))))
    along = {"along the inputs": product_so_far("inputs"), "along the units": product_so_far("units")}
    found += [labelled(f"dW, {label}", weight_gradient=change) for label, change in along.items() if above * below > 1]
    if above * below == 1:
        return found
    # one function for all products; of a matrix with one column, a sum that begins anew in each row would be right
    whole = case.n_samples == 1
    if whole:
        along = {
            "by the inputs of each unit": product_so_far("all"),
            "by the units of each input": product_so_far("all", True),
        }
    forward = replaced(
        lambda s, v: with_bias(
            so_far(op.matmul(v[s.name("A", s.layer - 1)], op.transpose(v[s.name("W")]))), v.get(s.name("b"))
        )
    )
    found += [
        labelled(f"every product, dW {label}", pre_activation=forward, propagated=down, weight_gradient=change)
        for label, change in along.items()
    ]
    return found


def with_bias(z: Value, b: Value | None) -> Value:
    """Z, where it is still without the bias."""
    return z if b is None else op.add(z, b)


def so_far(a: Value, axis: int = 1) -> Value:
    """The sums over each unit and those before it."""
    return by_hand(a, np.cumsum(centre(a), axis=axis))


def product_so_far(over: str, by_input: bool = False) -> Change:
    """dW whose sum runs on along the inputs, along the units, or through the whole matrix in either order."""

    def through(g: Value) -> Value:
        a = centre(g).T if by_input else centre(g)
        sums = np.cumsum(a).reshape(a.shape)
        return by_hand(g, sums.T if by_input else sums)

    if over == "all":
        return data("W", lambda s, v: through(data_gradient(s, v, "W")))
    return data("W", lambda s, v: so_far(data_gradient(s, v, "W"), axis=1 if over == "inputs" else 0))


def lr_sent_down(case: Case, i: int) -> Sequence[Variant]:
    """What is handed down holds the learning rate: the delta was multiplied by it for the update."""
    if case.lr == 1:
        return ()
    return one(propagated=wrapped(lambda s, v, d: op.scale(s.case.lr, d, roundings=3)))


DEFECTS = (
    Defect("sum-runs-on", "hidden", sum_runs_on),
    Defect("lr-sent-down", "hidden", lr_sent_down),
)
