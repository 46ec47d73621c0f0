"""Mistakes in what a regulariser adds to the gradients: the L2 term of the loss, the optimizer's weight decay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.ahead import partners
from crosscheck.mistakes.parameters import data_gradient, has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, constants, one, replaced
from crosscheck.steps import Env, Names, decay, penalised, updated, velocity

if TYPE_CHECKING:
    from crosscheck.case import Case

Term: TypeAlias = Callable[[Site, str, Value, Value], Value]  # of the data's gradient and the parameter


def decay_times(c: float) -> Term:
    """g + cλW."""
    return lambda s, p, g, w: op.add(g, op.scale(c * strength(s), w, roundings=4))


def data_alone(p: str) -> Change:
    """The data part of a gradient."""
    return replaced(lambda s, v: data_gradient(s, v, p))


def with_decay(case: Case) -> bool:
    """Whether there is a regulariser: in the loss, or in the optimizer."""
    return bool(case.l2 or case.weight_decay)


def decayed(case: Case, term: Term, on: str = "Wb") -> Sequence[Variant]:
    """The L2 term of the loss, or the optimizer's weight decay, replaced by another; on whatever it is on.

    Or, with `on`, only that of the weights, or of the biases.
    """
    changes: dict[str, Change] = {}
    if case.l2:
        for p in penalised(case):
            if p in on:
                changes["weight-gradient" if p == "W" else "bias-gradient"] = in_gradient(p, term)
    elif case.weight_decay:
        for p in ("W", "b") if has_bias(case) else ("W",):
            if p in on:
                changes |= in_direction(case, p, term)
    return (Variant("", changes),) if changes else ()


def in_gradient(p: str, term: Term) -> Change:
    """g = data part + term."""
    return replaced(lambda s, v: term(s, p, data_gradient(s, v, p), v[s.name(p)]))


def in_direction(case: Case, p: str, term: Term) -> dict[str, Change]:
    """v = μv + (g + term), W' = W - ηv; or W' = W - η(g + term)."""
    plain = case.with_(weight_decay=0.0, maximize=False)

    def gradient(s: Site, v: Env) -> Value:
        g = op.scale(-1.0 if s.case.maximize else 1.0, v[s.name(f"d{p}")], roundings=0)
        return term(s, p, g, v[s.name(p)])

    return optimised(case, plain, p, gradient)


def optimised(
    case: Case, rules: Case, p: str, gradient: Callable[[Site, Env], Value], inside: bool = True
) -> dict[str, Change]:
    """The velocity and the update of a parameter, by the rules of another case, from another gradient.

    Where it is not `inside`, the velocity stays as it is.
    """

    def update(s: Site, v: Env) -> Value:
        d = v.get(s.n.after(f"v{p}", s.layer))
        if inside or d is None:
            return updated(rules, v[s.name(p)], gradient(s, v), d)
        lost = op.scale(s.case.lr * rules.weight_decay, v[s.name(p)], roundings=4)
        return op.sub(updated(s.case, v[s.name(p)], gradient(s, v), d), lost)

    changes: dict[str, Change] = {f"update-{p}": replaced(update)}
    if case.momentum and inside:
        changes[f"velocity-{p}"] = replaced(
            lambda s, v: velocity(rules, s.step, gradient(s, v), v[s.name(p)], v.get(s.name(f"v{p}")))
        )
    return changes


def strength(s: Site) -> float:
    """λ, or λ/N, or the optimizer's weight decay."""
    return decay(s.case) if s.case.l2 else s.case.weight_decay


def undecayed(s: Site, v: Env, p: str, step: int) -> Value:
    """dW or db of a training step without the term of the loss's penalty, whatever mistakes are in it."""
    n = Names(s.case, step)
    g = v[n.of(f"d{p}", s.layer)]
    if not s.case.l2 or p not in penalised(s.case):
        return g
    return op.sub(g, op.scale(decay(s.case), v[n.before(p, s.layer)], roundings=3))


def decay_factor(case: Case, i: int) -> Sequence[Variant]:
    """λ times a constant."""
    if not with_decay(case):
        return ()
    variants = []
    for label, c in (constants(case) | ({"η": case.lr} if case.lr != 1 else {})).items():
        found = decayed(case, decay_times(c))
        variants += [Variant(label, x.changes) for x in found]
    return variants


def decay_by(term: Term) -> Callable[[Case, int], Sequence[Variant]]:
    """Variants with another term."""
    return lambda case, i: decayed(case, term)


def decay_omitted(case: Case, i: int) -> Sequence[Variant]:
    """Without the term; the optimizer's also of the biases, or of the weights, alone; or at one end of the matrix."""
    found = list(decayed(case, no_term))
    if case.weight_decay and not case.l2 and has_bias(case):
        found += [Variant("of the biases", x.changes) for x in decayed(case, no_term, "b")]
        found += [Variant("of the weights", x.changes) for x in decayed(case, no_term, "W")]
    ends = {"the first": 0, "the last": -1}  # also where it is the only one: then nothing of the layer decays
    found += [
        Variant(f"of {end} {what}", x.changes)
        for what, axis in (("input", 1), ("unit", 0))
        for end, at in ends.items()
        for x in decayed(case, but_for(at, axis), "Wb" if axis == 0 else "W")
    ]
    return found


def no_term(s: Site, p: str, g: Value, w: Value) -> Value:
    """g + 0."""
    return op.add(g, np.zeros_like(centre(w)))


def but_for(at: int, axis: int) -> Term:
    """g + λW, where a row or a column of W is left out: an index that begins one too late, or ends one too early."""

    def term(s: Site, p: str, g: Value, w: Value) -> Value:
        kept = centre(w).copy()
        kept[(slice(None),) * axis + (at,)] = 0
        return op.add(g, op.scale(strength(s), by_hand(w, kept), roundings=4))

    return term


def decay_twice(case: Case, i: int) -> Sequence[Variant]:
    """The loss's term is in the gradient, and the optimizer decays once more: with the biases, or with another λ."""
    if not case.l2:
        return ()
    strengths = {"": decay(case)}
    if case.l2_scale == "per_sample":
        strengths["not divided by N"] = case.l2
    found = []
    for how, again in strengths.items():
        rules = case.with_(weight_decay=case.weight_decay + again)
        beyond = {"": "W", "the biases too": "Wb"} if has_bias(case) else {"": "W"}
        for what, on in beyond.items():
            for where in ("", "after the momentum") if case.momentum else ("",):
                changes: dict[str, Change] = {}
                for p in on:
                    # outside the velocity, `rules` differs by what is decayed again
                    apart = case.with_(weight_decay=again) if where else rules
                    changes |= optimised(case, apart, p, lambda s, v, p=p: v[s.name(f"d{p}")], not where)  # type: ignore[misc]
                found.append(Variant(", ".join(x for x in (what, how, where) if x), changes))
    return found


def decay_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another term than λW."""
    if not with_decay(case):
        return ()

    def by_hand_of(f: Callable[[Array], Array]) -> Term:
        return lambda s, p, g, w: op.add(g, op.scale(strength(s), by_hand(w, f(centre(w))), roundings=4))

    def number(w: Array) -> Array:
        return np.full_like(w, np.sum(np.square(w)))

    def norm(w: Array) -> Array:
        return np.sqrt(number(w))

    terms: dict[str, Term] = {
        "λ sign(W)": by_hand_of(np.sign),
        "λ|W|": by_hand_of(np.abs),
        "λW²": by_hand_of(np.square),
        "½λW²": by_hand_of(lambda w: np.square(w) / 2),
        "λ ΣW², one number": by_hand_of(number),
        "½λ ΣW², one number": by_hand_of(lambda w: number(w) / 2),
        "λ ΣW, one number": by_hand_of(lambda w: np.full_like(w, np.sum(w))),
        "λ‖W‖, one number": by_hand_of(norm),
        "λW/‖W‖": by_hand_of(lambda w: w / np.maximum(norm(w), 1e-300)),
        "λ²W": lambda s, p, g, w: op.add(g, op.scale(strength(s) ** 2, w, roundings=4)),
        "λ, without W": by_hand_of(np.ones_like),
        "λW times the gradient": lambda s, p, g, w: op.add(g, op.scale(strength(s), op.mul(g, w), roundings=4)),
    }
    found = [Variant(label, x.changes) for label, term in terms.items() for x in decayed(case, term)]
    others = [j for j in partners(case, "W", i) if j != i] if case.l2 else []
    return [*found, *(Variant(f"λ times the weights of layer {j}", {"weight-gradient": by_layer(j)}) for j in others)]


def by_layer(j: int) -> Change:
    """dW with the penalty's term of another layer."""
    return replaced(
        lambda s, v: op.add(data_gradient(s, v, "W"), op.scale(decay(s.case), v[s.name("W", j)], roundings=3))
    )


def decay_on_bias(case: Case, i: int) -> Sequence[Variant]:
    """The L2 term also on the biases, or, where it is declared on all, on the weights only."""
    if not case.l2 or not has_bias(case):
        return ()
    if case.l2_on == "all":
        return one(bias_gradient=replaced(lambda s, v: data_gradient(s, v, "b")))
    return one(bias_gradient=replaced(
        lambda s, v: op.add(data_gradient(s, v, "b"), op.scale(decay(s.case), v[s.name("b")], roundings=3))
    ))  # fmt: skip


DEFECTS = (
    Defect("decay-omitted", "regulariser", decay_omitted),
    Defect("decay-sign", "regulariser", decay_by(lambda s, p, g, w: op.add(g, op.scale(-strength(s), w, 3)))),
    Defect("decay-on-bias", "regulariser", decay_on_bias),
    Defect("decay-times-gradient", "regulariser", decay_by(lambda s, p, g, w: op.add(g, op.scale(strength(s), g, 3)))),
    Defect("decay-formula", "regulariser", decay_formula),
    Defect("decay-factor", "regulariser", decay_factor, generic=1),
    Defect("decay-twice", "regulariser", decay_twice, generic=1),
)  # fmt: skip
