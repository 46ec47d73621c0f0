"""Mistakes in the arrays that hold the velocities: what they start as, which numbers they can hold, whose they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.decay import undecayed
from crosscheck.mistakes.momentum import either, fresh, share, shares
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, part, replaced, wrapped
from crosscheck.steps import Env

if TYPE_CHECKING:
    from crosscheck.case import Case

Start: TypeAlias = Callable[[Site, Env, str], Value]


def starts_as(case: Case, i: int) -> Sequence[Variant]:
    """v = μ v₀ + g, where v₀ should be zeros."""
    if not case.momentum:
        return ()
    starts: dict[str, Start] = {
        "ones": lambda s, v, p: np.ones(np.shape(centre(v[s.name(p)]))),
        "a copy of the parameters": lambda s, v, p: v[s.name(p)],
        "the first gradient": fresh,
    }
    if case.l2 or case.weight_decay:
        starts["the first gradient, not decayed"] = the_data_s
    found: list[Variant] = []
    for label, start in starts.items():
        for how, c in conventions(case, of_gradient="gradient" in label).items():
            found += of_each(case, first_from(start, c), label + how)
    return found


def conventions(case: Case, of_gradient: bool = False) -> dict[str, float]:
    """What a number in the buffer is as a velocity: there is code whose velocity holds the learning rate, or -η."""
    if not case.lr:
        return {"": 1.0}
    found = {"": 1.0, ", v holds −η": -1 / case.lr}
    return found | ({", v holds η": 1 / case.lr} if case.lr != 1 and not of_gradient else {})


def of_each(case: Case, change: Callable[[str], Change], label: str, from_step: int = 1) -> list[Variant]:
    """A change of all velocities, and of either kind alone, under a name."""
    found = either(case, change, from_step)
    return [Variant(", ".join(x for x in (label, v.label) if x), v.changes, v.from_step) for v in found]


def the_data_s(s: Site, v: Env, p: str) -> Value:
    """The gradient without what any decay adds to it, as the update takes it."""
    return op.scale(-1.0 if s.case.maximize else 1.0, undecayed(s, v, p, s.step), roundings=0)


def first_from(start: Start, c: float) -> Callable[[str], Change]:
    """The first velocity goes on from `c` times something."""

    def change(p: str) -> Change:
        def after(s: Site, v: Env, new: Value) -> Value:
            return op.add(new, op.scale(s.case.momentum * c, start(s, v, p), 4)) if s.step == 1 else new

        return wrapped(after)

    return change


def in_integers(case: Case, i: int) -> Sequence[Variant]:
    """Whatever is stored in an array of integers loses what stands behind the point."""
    if not case.momentum:
        return ()

    def cut(c: float) -> Callable[[str], Change]:
        return lambda p: wrapped(lambda s, v, new: by_hand(new, np.trunc(centre(new) * c) / c))

    found = of_each(case, cut(1.0), "")
    return [*found, *of_each(case, cut(case.lr), "v holds η")] if case.lr not in (0, 1) else found


def momentum_on_both(case: Case, i: int) -> Sequence[Variant]:
    """v = μ (v + g): a bracket too many."""
    return () if case.momentum_form == "ema" else either(case, shares(case.momentum, case.momentum))


def bias_from_weights(case: Case, i: int) -> Sequence[Variant]:
    """The bias's velocity goes on from that of a weight of its unit: a line copied from the loop over the weights."""
    if not case.momentum or case.biases is None:
        return ()

    def change(at: slice) -> Change:
        def formula(s: Site, v: Env) -> Value:
            past = op.total(part(v[s.n.after("vW", s.layer)], (slice(None), at)), axis=1)
            return op.add(op.scale(s.case.momentum, past), op.scale(share(s), fresh(s, v, "b"), 3))

        return replaced(formula)

    ends = {"the last": slice(-1, None), "the first": slice(0, 1)}
    return [Variant(f"{end} weight's", {"velocity-b": change(at)}) for end, at in ends.items()]


def destroyed(case: Case, i: int) -> Sequence[Variant]:
    """W itself becomes λW + data: the gradient was begun as the array of the weights, and changed in place.

    What is handed down after that goes through the new numbers; and the update is taken from them.
    """
    if not case.l2:
        return ()

    def after(s: Site, v: Env, new: Value) -> Value:
        return op.add(op.sub(new, v[s.name("W")]), v[s.name("dW")])

    def through(s: Site, v: Env) -> Value:
        return op.matmul(v[s.name("dZ")], v[s.name("dW")])

    return (
        Variant("", {"update-W": wrapped(after), "propagated": replaced(through)}),
        Variant("after the error went down", {"update-W": wrapped(after)}),
    )


DEFECTS = (
    Defect("velocity-initial", "update", starts_as, everywhere=True),
    Defect("velocity-in-integers", "update", in_integers, everywhere=True),
    Defect("momentum-times-gradient", "update", momentum_on_both),
    Defect("bias-velocity-from-weights", "update", bias_from_weights),
    Defect("gradient-in-the-weights-array", "update", destroyed),
)
