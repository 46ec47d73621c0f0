"""Weight decay that goes past the learning rate, or past the momentum: taken from W beside the step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crosscheck import ball as op
from crosscheck.ball import Value
from crosscheck.mistakes.decay import data_alone, strength, undecayed, with_decay
from crosscheck.mistakes.parameters import has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant, replaced
from crosscheck.steps import Env, Names, penalised, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case


def without_lr(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - ηv - λW: the decay not multiplied by the learning rate."""
    return beside(case, strength) if with_decay(case) else ()


def past_the_momentum(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - ηv - ηλW, v of the data alone: right without momentum, and another optimizer with it."""
    if not with_decay(case) or not case.momentum:
        return ()
    return beside(case, lambda s: s.case.lr * strength(s), from_second=True)


def beside(case: Case, lost: Callable[[Site], float], from_second: bool = False) -> Sequence[Variant]:
    """Updates from the data's gradient alone, less a share of W."""
    plain = case.with_(weight_decay=0.0)
    # what goes past the momentum only is the same in a first step, and is looked for where it begins to show
    late = 2 if from_second and case.momentum_form != "ema" and not case.nesterov else 1

    def changes(shown: bool) -> dict[str, Change]:
        found: dict[str, Change] = {}
        for p in penalised(case) if case.l2 else ("W", "b") if has_bias(case) else ("W",):
            found[f"update-{p}"] = update_of(plain, p, lost, shown)
            if case.momentum:
                found[f"velocity-{p}"] = velocity_of(plain, p, shown, late)
            if not shown:
                found["weight-gradient" if p == "W" else "bias-gradient"] = data_alone(p)
        return found

    if not case.l2:
        return (Variant("", changes(True), late),)
    # the gradient that is shown then holds the data's part alone, or the whole
    return (Variant("", changes(False)), Variant("shown gradient holds it", changes(True), late))


def gradient(s: Site, v: Env, p: str, shown: bool) -> Value:
    """The data's part; what is shown as the gradient may hold the penalty."""
    return undecayed(s, v, p, s.step) if shown else v[s.name(f"d{p}")]


def update_of(plain: Case, p: str, lost: Callable[[Site], float], shown: bool) -> Change:
    """W' = W - ηd - lost W."""

    def formula(s: Site, v: Env) -> Value:
        w = v[s.name(p)]
        new = updated(plain, w, gradient(s, v, p, shown), v.get(s.n.after(f"v{p}", s.layer)))
        return op.sub(new, op.scale(lost(s), w, roundings=4))

    return replaced(formula)


def velocity_of(plain: Case, p: str, shown: bool, from_step: int) -> Change:
    """v of the data's gradient."""

    def formula(s: Site, v: Env) -> Value:
        before = v.get(s.name(f"v{p}"))
        if before is not None and s.step == from_step:  # as the steps before have left it, the decay is in it
            before = op.sub(before, op.scale(strength(s), v[Names(s.case, s.step - 1).before(p, s.layer)], roundings=3))
        return velocity(plain, s.step, gradient(s, v, p, shown), v[s.name(p)], before)

    return replaced(formula)


DEFECTS = (
    Defect("decay-without-lr", "regulariser", without_lr),
    Defect("decay-past-the-momentum", "regulariser", past_the_momentum),
)
