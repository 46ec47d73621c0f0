"""The update made before the way back, with the gradients of the step before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.decay import optimised, undecayed
from crosscheck.mistakes.momentum import parameters
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced
from crosscheck.steps import Env, regularised, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case


def step_first(case: Case, i: int) -> Sequence[Variant]:
    """The update comes before the way back, and uses the gradients of the step before; in the first step, zeros.

    The way back then finds the new weights, with the activations of the old ones.
    """
    starts = {"": True} | ({"no decay in the first step": False} if case.l2 else {})
    found = []
    for how, (when, decayed) in product(("", "the error by the old W"), starts.items()):
        changes: dict[str, Change] = {} if how else {"propagated": through_the_new(decayed)}
        for p in parameters(case):
            changes |= optimised(case, case, p, of_the_step_before(p, decayed))
        found.append(Variant(", ".join(x for x in (how, when) if x), changes))
    return found


def through_the_new(decayed: bool) -> Change:
    """dZ W′; computed here where the table is walked in another order, its update later."""

    def formula(s: Site, v: Env) -> Value:
        new = v.get(s.n.after("W", s.layer))
        if new is None:
            w, g = v[s.name("W")], of_the_step_before("W", decayed)(s, v)
            step = velocity(s.case, s.step, g, w, v.get(s.name("vW"))) if s.case.momentum else None
            new = updated(s.case, w, g, step)
        return op.matmul(v[s.name("dZ")], new)

    return replaced(formula)


def of_the_step_before(p: str, decayed: bool) -> Callable[[Site, Env], Value]:
    """The data's gradient of the step before, with the penalty's of now; in the first step zeros, `decayed` or not."""

    def gradient(s: Site, v: Env) -> Value:
        w = v[s.name(p)]
        if s.step == 1:
            nothing = by_hand(w, np.zeros_like(centre(w)))
            return regularised(s.case, p, nothing, w) if decayed else nothing
        return regularised(s.case, p, undecayed(s, v, p, s.step - 1), w)

    return gradient


DEFECTS = (Defect("step-before-backward", "update", step_first, everywhere=True),)
