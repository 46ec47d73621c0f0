"""The gradient of a cross entropy computed the long way, dL/dp times the output's derivative, with a slip in dL/dp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.output import squares, the_long_way
from crosscheck.mistakes.site import Change, Defect, Site, Variant, labelled, replaced
from crosscheck.steps import Env

if TYPE_CHECKING:
    from crosscheck.case import Case

Terms = Callable[[Value, Value, Value, Value], Value]  # of y, 1 - y, p and 1 - p

SIGMOID: dict[str, Terms] = {
    "-(y/p) - (1 - y)/(1 - p)": lambda y, x, p, q: op.scale(-1.0, op.add(op.div(y, p), op.div(x, q)), roundings=0),
    "y/p + (1 - y)/(1 - p)": lambda y, x, p, q: op.add(op.div(y, p), op.div(x, q)),
    "(1 - y)/(1 - p) alone": lambda y, x, p, q: op.div(x, q),
    "y/p alone": lambda y, x, p, q: op.div(y, p),
    "-(y/p) + (1 - y)/p": lambda y, x, p, q: op.sub(op.div(x, p), op.div(y, p)),
    "-(y/(1 - p)) + (1 - y)/p": lambda y, x, p, q: op.sub(op.div(x, p), op.div(y, q)),
    "-(y/p) + 1/(1 - p)": lambda y, x, p, q: op.sub(op.div(np.ones_like(centre(q)), q), op.div(y, p)),
}
SOFTMAX: dict[str, Terms] = {
    "-(y/p) + (1 - y)/(1 - p)": lambda y, x, p, q: op.sub(op.div(x, q), op.div(y, p)),
    "-1/p": lambda y, x, p, q: op.scale(-1.0, op.div(np.ones_like(centre(p)), p), roundings=0),
}


def upstream_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another dL/dp than that of the cross entropy, sent back through the output's own derivative."""
    if i != case.n_layers or squares(case):
        return ()
    forms = SOFTMAX if case.activations[-1] == "softmax" else SIGMOID
    return [labelled(label, upstream=of(terms), delta=replaced(the_long_way)) for label, terms in forms.items()]


def of(terms: Terms) -> Change:
    """c times these terms."""

    def formula(s: Site, v: Env) -> Value:
        p, y = v[s.name("A")], v["y"]
        one = np.ones_like(centre(p))
        return op.scale(s.c, terms(y, op.sub(one, y), p, op.sub(one, p)), roundings=4)

    return replaced(formula)


DEFECTS = (Defect("cross-entropy-derivative", "output", upstream_formula, generic=1),)
