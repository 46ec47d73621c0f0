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
    for how, c in conventions(case).items():
        for label, start in starts.items():
            found += of_each(case, first_from(start, c), label + how)
        found += of_each(case, one_array(c), f"the gradient's own array{how}")
    return found


def conventions(case: Case) -> dict[str, float]:
    """What a number in the buffer is as a velocity: there is code whose velocity holds the learning rate, or -η."""
    if not case.lr:
        return {"": 1.0}
    return {"": 1.0, ", v holds −η": -1 / case.lr} | ({", v holds η": 1 / case.lr} if case.lr != 1 else {})


def of_each(case: Case, change: Callable[[str], Change], label: str) -> list[Variant]:
    """A change of all velocities, and of either kind alone, under a name."""
    return [Variant(", ".join(x for x in (label, v.label) if x), v.changes, v.from_step) for v in either(case, change)]


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


def one_array(c: float) -> Callable[[str], Change]:
    """v = μ v + g where v has become g, since both are one array: in every step anew."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            past = op.scale(s.case.momentum * c, the_data_s(s, v, p), 4)
            return op.add(past, op.scale(share(s), fresh(s, v, p), 3))

        return replaced(formula)

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


DEFECTS = (
    Defect("velocity-initial", "update", starts_as, everywhere=True),
    Defect("velocity-in-integers", "update", in_integers, everywhere=True),
    Defect("momentum-times-gradient", "update", momentum_on_both),
    Defect("bias-velocity-from-weights", "update", bias_from_weights),
)
