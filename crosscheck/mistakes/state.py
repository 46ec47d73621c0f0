"""Mistakes in what is kept from one training step to the next, besides the velocity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.decay import optimised, undecayed
from crosscheck.mistakes.momentum import parameters
from crosscheck.mistakes.parameters import data, has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, replaced, wrapped
from crosscheck.steps import Env, Names, penalised, regularised

if TYPE_CHECKING:
    from crosscheck.case import Case


def stale_input(case: Case, i: int) -> Sequence[Variant]:
    """From the second step on, dW from the activations of the first."""
    if case.steps == 1 or i == 1:
        return ()

    def first(s: Site, v: Env) -> Value:
        name = s.name("A", s.layer - 1) if s.step == 1 else f"A{s.layer - 1}"
        return op.matmul(op.transpose(v[s.name("dZ")]), v[name], extra=3)

    return (Variant("", {"weight-gradient": data("W", first)}, from_step=2),)


def accumulated(case: Case, i: int) -> Sequence[Variant]:
    """Gradients added to those of the steps before: of both, or of either; with a penalty's term, or before it is."""
    if case.steps == 1:
        return ()

    def running(p: str, whole: bool) -> Change:
        def after(s: Site, v: Env, g: Value) -> Value:
            if s.step == 1:
                return g
            return op.add(v[Names(case, s.step - 1).of(f"d{p}", i)] if whole else undecayed(s, v, p, s.step - 1), g)

        return wrapped(after)

    kinds = {"W": "weight-gradient", "b": "bias-gradient"}
    only = {"": "Wb", "weights only": "W", "biases only": "b"} if has_bias(case) else {"": "W"}
    found = [
        Variant(label, {kinds[p]: running(p, True) for p in ps}, from_step=2) for label, ps in only.items()
    ]  # fmt: skip
    if case.l2:
        # where the penalty's term is added later, to what is used of the sum; alone on the biases it is the same
        found += [
            Variant(
                f"{label}, not the decay" if label else "not the decay",
                {kinds[p]: running(p, False) for p in ps}, from_step=2,
            ) for label, ps in only.items() if set(ps) & set(penalised(case))
        ]  # fmt: skip
    return found


def step_first(case: Case, i: int) -> Sequence[Variant]:
    """The update comes before the way back, and uses the gradients of the step before; in the first step, zeros.

    The way back then finds the new weights, with the activations of the old ones.
    """
    sent: dict[str, dict[str, Change]] = {"": {"propagated": replaced(through_the_new)}, "the error by the old W": {}}
    starts = {"": True} | ({"no decay in the first step": False} if case.l2 else {})
    found = []
    for (how, below), (when, decayed) in product(sent.items(), starts.items()):
        changes = dict(below)
        for p in parameters(case):
            changes |= optimised(case, case, p, of_the_step_before(p, decayed))
        found.append(Variant(", ".join(x for x in (how, when) if x), changes))
    return found


def through_the_new(s: Site, v: Env) -> Value:
    """dZ W′."""
    return op.matmul(v[s.name("dZ")], v[s.n.after("W", s.layer)])


def of_the_step_before(p: str, decayed: bool) -> Callable[[Site, Env], Value]:
    """The data's gradient of the step before, with the penalty's of now; in the first step zeros, `decayed` or not."""

    def gradient(s: Site, v: Env) -> Value:
        w = v[s.name(p)]
        if s.step == 1:
            nothing = by_hand(w, np.zeros_like(centre(w)))
            return regularised(s.case, p, nothing, w) if decayed else nothing
        return regularised(s.case, p, undecayed(s, v, p, s.step - 1), w)

    return gradient


DEFECTS = (
    Defect("gradients-accumulate", "state", accumulated),
    Defect("step-before-backward", "state", step_first, everywhere=True),
    Defect("stale-cache", "state", stale_input),
)  # fmt: skip
