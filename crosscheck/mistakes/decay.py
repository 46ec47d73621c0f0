"""Mistakes in what a regulariser adds to the gradients: the L2 term of the loss, the optimizer's weight decay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.parameters import data_gradient, has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, constants, one, replaced
from crosscheck.steps import Env, decay, penalised, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case


def decay_times(c: float) -> Callable[[Site, str, Value, Value], Value]:
    """g + cλW."""
    return lambda s, p, g, w: op.add(g, op.scale(c * strength(s), w, roundings=4))


def data_alone(p: str) -> Change:
    """The data part of a gradient."""
    return replaced(lambda s, v: data_gradient(s, v, p))


def with_decay(case: Case) -> bool:
    """Whether there is a regulariser: in the loss, or in the optimizer."""
    return bool(case.l2 or case.weight_decay)


def decayed(case: Case, term: Callable[[Site, str, Value, Value], Value]) -> Sequence[Variant]:
    """The L2 term of the loss, or the optimizer's weight decay, replaced by another; on whatever it is on."""
    if case.l2:
        changes: dict[str, Change] = {}
        for p in penalised(case):
            changes["weight-gradient" if p == "W" else "bias-gradient"] = in_gradient(p, term)
        return (Variant("", changes),)
    if case.weight_decay and not case.momentum:
        changes = {f"update-{p}": in_update(p, term) for p in (("W", "b") if has_bias(case) else ("W",))}
        return (Variant("", changes),)
    return ()


def in_gradient(p: str, term: Callable[[Site, str, Value, Value], Value]) -> Change:
    """g = data part + term."""
    return replaced(lambda s, v: term(s, p, data_gradient(s, v, p), v[s.name(p)]))


def in_update(p: str, term: Callable[[Site, str, Value, Value], Value]) -> Change:
    """W' = W - η(g + term)."""

    def formula(s: Site, v: Env) -> Value:
        g = op.scale(-1.0 if s.case.maximize else 1.0, v[s.name(f"d{p}")], roundings=0)
        return op.sub(v[s.name(p)], op.scale(s.case.lr, term(s, p, g, v[s.name(p)])))

    return replaced(formula)


def strength(s: Site) -> float:
    """λ, or λ/N, or the optimizer's weight decay."""
    return decay(s.case) if s.case.l2 else s.case.weight_decay


def decay_factor(case: Case, i: int) -> Sequence[Variant]:
    """λ times a constant."""
    if not with_decay(case):
        return ()
    variants = []
    for label, c in (constants(case) | ({"η": case.lr} if case.lr != 1 else {})).items():
        found = decayed(case, decay_times(c))
        variants += [Variant(label, x.changes) for x in found]
    return variants


def decay_by(term: Callable[[Site, str, Value, Value], Value]) -> Callable[[Case, int], Sequence[Variant]]:
    """Variants with another term."""
    return lambda case, i: decayed(case, term) if with_decay(case) else ()


def decay_omitted(case: Case, i: int) -> Sequence[Variant]:
    """Without the term; the optimizer's also of the biases, or of the weights, alone."""
    if case.l2 or not case.weight_decay:
        return decayed(case, lambda s, p, g, w: op.add(g, np.zeros_like(centre(w))))
    plain = case.with_(weight_decay=0.0)

    def without(p: str) -> dict[str, Change]:
        changes: dict[str, Change] = {
            f"update-{p}": replaced(
                lambda s, v: updated(plain, v[s.name(p)], v[s.name(f"d{p}")], v.get(s.n.after(f"v{p}", s.layer)))
            )
        }
        if case.momentum:
            changes[f"velocity-{p}"] = replaced(
                lambda s, v: velocity(plain, s.step, v[s.name(f"d{p}")], v[s.name(p)], v.get(s.name(f"v{p}")))
            )
        return changes

    if not has_bias(case):
        return (Variant("", without("W")),)
    return (
        Variant("", without("W") | without("b")), Variant("of the biases", without("b")),
        Variant("of the weights", without("W")),
    )  # fmt: skip


def decay_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another term than λW."""
    if not with_decay(case):
        return ()

    def by_hand_of(f: Callable[[Array], Array]) -> Callable[[Site, str, Value, Value], Value]:
        return lambda s, p, g, w: op.add(g, op.scale(strength(s), by_hand(w, f(centre(w))), roundings=4))

    terms: dict[str, Callable[[Site, str, Value, Value], Value]] = {
        "λ sign(W)": by_hand_of(np.sign),
        "λ|W|": by_hand_of(np.abs),
        "λW²": by_hand_of(np.square),
        "λ²W": lambda s, p, g, w: op.add(g, op.scale(strength(s) ** 2, w, roundings=4)),
        "λ, without W": by_hand_of(np.ones_like),
        "λW times the gradient": lambda s, p, g, w: op.add(g, op.scale(strength(s), op.mul(g, w), roundings=4)),
    }
    return [Variant(label, x.changes) for label, term in terms.items() for x in decayed(case, term)]


def decay_on_bias(case: Case, i: int) -> Sequence[Variant]:
    """The L2 term also on the biases, or, where it is declared on all, on the weights only."""
    if not case.l2 or not has_bias(case):
        return ()
    if case.l2_on == "all":
        return one(bias_gradient=replaced(lambda s, v: data_gradient(s, v, "b")))
    return one(bias_gradient=replaced(
        lambda s, v: op.add(data_gradient(s, v, "b"), op.scale(decay(s.case), v[s.name("b")], roundings=3))
    ))  # fmt: skip


def decay_without_lr(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - η g - λW: the decay not multiplied by the learning rate."""
    if not with_decay(case) or case.momentum:
        return ()

    def formula(p: str) -> Change:
        def replaced_formula(s: Site, v: Env) -> Value:
            w = v[s.name(p)]
            plain = s.case.with_(weight_decay=0.0)
            g = data_gradient(s, v, p) if s.case.l2 else v[s.name(f"d{p}")]
            return op.sub(updated(plain, w, g, None), op.scale(strength(s), w, roundings=3))

        return replaced(replaced_formula)

    on = penalised(case) if case.l2 else ("W", "b") if has_bias(case) else ("W",)
    changes = {f"update-{p}": formula(p) for p in on}
    hidden = dict(changes)
    if case.l2:  # the gradient that is shown then holds the data part alone
        for p in on:
            kind = "weight-gradient" if p == "W" else "bias-gradient"
            hidden[kind] = data_alone(p)
        return (Variant("", hidden), Variant("shown gradient holds it", changes))
    return (Variant("", changes),)


DEFECTS = (
    Defect("decay-omitted", "regulariser", decay_omitted),
    Defect("decay-sign", "regulariser", decay_by(lambda s, p, g, w: op.add(g, op.scale(-strength(s), w, 3)))),
    Defect("decay-on-bias", "regulariser", decay_on_bias),
    Defect("decay-without-lr", "regulariser", decay_without_lr),
    Defect("decay-times-gradient", "regulariser", decay_by(lambda s, p, g, w: op.add(g, op.scale(strength(s), g, 3)))),
    Defect("decay-formula", "regulariser", decay_formula),
    Defect("decay-factor", "regulariser", decay_factor, generic=1),
)  # fmt: skip
