"""Biases folded into the matrices, and the column of ones put to the other end of the activations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.hidden import FIRST, LAST, folded
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, labelled, part, replaced
from crosscheck.steps import Env, regularised

if TYPE_CHECKING:
    from crosscheck.case import Case

EVERYTHING = slice(None)


def ones_at_the_wrong_end(case: Case, i: int) -> Sequence[Variant]:
    """[b w₁ … wₙ] meets [a₁ … aₙ 1], or [w₁ … wₙ b] meets [1 a₁ … aₙ]: forward, and in dW and db.

    What is sent down goes through the weights, or through what has met the activations on the way forward.
    """
    if case.biases is None:
        return ()
    found = []
    for order in (FIRST, LAST):
        there = {
            "pre_activation": forward(order), "weight_gradient": gradient("W", order),
            "bias_gradient": gradient("b", order),
        }  # fmt: skip
        found.append(labelled(order, **there))
        found.append(labelled(f"{order}, on the way back too", **there, propagated=sent_down(order)))
    return found


def met(s: Site, v: Env, order: str) -> tuple[Value, Value]:
    """[W b] in the columns of [a 1] that they meet: n weights for the activations, and one for the constant."""
    w = centre(v[s.name("W")])
    return folded(s, v, s.layer, order), by_hand(v[s.name("b")], w[:, -1] if order == FIRST else w[:, 0])


def forward(order: str) -> Change:
    """Z through the columns as they meet."""
    return replaced(lambda s, v: op.linear(v[s.name("A", s.layer - 1)], *met(s, v, order)))


def sent_down(order: str) -> Change:
    """dA through the columns as they have met."""
    return replaced(lambda s, v: op.matmul(v[s.name("dZ")], met(s, v, order)[0]))


def gradient(p: str, order: str) -> Change:
    """dW or db, cut from dZᵀ [a 1] where it is kept."""

    def formula(s: Site, v: Env) -> Value:
        dZ, x = v[s.name("dZ")], v[s.name("A", s.layer - 1)]
        column = slice(0, 1) if order == FIRST else slice(-1, None)
        if p == "b":
            product = op.matmul(op.transpose(dZ), part(x, (EVERYTHING, column)), extra=3)
            return regularised(s.case, "b", by_hand(product, centre(product)[:, 0]), v[s.name("b")])
        ones = np.ones((s.case.n_samples, 1))
        a = centre(x)
        moved = by_hand(x, np.hstack([a[:, 1:], ones] if order == FIRST else [ones, a[:, :-1]]))
        return regularised(s.case, "W", op.matmul(op.transpose(dZ), moved, extra=3), v[s.name("W")])

    return replaced(formula)


DEFECTS = (Defect("ones-at-the-wrong-end", "forward", ones_at_the_wrong_end),)
