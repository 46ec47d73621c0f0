"""Mistakes in the update: v = μv + (1-τ)g, W' = W - ηd."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, constants, replaced
from crosscheck.record import suffix
from crosscheck.steps import Env, direction

if TYPE_CHECKING:
    from crosscheck.case import Case


def parameters(case: Case) -> tuple[str, ...]:
    """W, and b where there are biases."""
    return ("W", "b") if case.biases is not None else ("W",)


def d_of(s: Site, v: Env, p: str) -> Value:
    """The direction d of the update: the gradient, the velocity, or nesterov's sum of both."""
    g = direction(s.case, v[s.name(f"d{p}")], v[s.name(p)])
    velocity = v.get(s.n.after(f"v{p}", s.layer))
    if velocity is None:
        return g
    return op.add(g, op.scale(s.case.momentum, velocity)) if s.case.nesterov else velocity


def update_by(formula: Callable[[Site, Value, Value], Value]) -> Callable[[str], Change]:
    """W' from W and d, for either parameter."""
    return lambda p: replaced(lambda s, v: formula(s, v[s.name(p)], d_of(s, v, p)))


def in_both(change: Callable[[str], Change], label: str = "") -> Callable[[Case, int], Sequence[Variant]]:
    """A change of the update of weights and biases; and, where there are biases, of either alone."""

    def variants(case: Case, i: int) -> Sequence[Variant]:
        all_of = Variant(label, {f"update-{p}": change(p) for p in parameters(case)})
        if case.biases is None:
            return (all_of,)
        tail = f"{label}, " if label else ""
        return (
            all_of,
            Variant(f"{tail}weights only", {"update-W": change("W")}),
            Variant(f"{tail}biases only", {"update-b": change("b")}),
        )

    return variants


def lr_only_if(case: Case, variants: Sequence[Variant]) -> Sequence[Variant]:
    """With a learning rate of one, nothing shows."""
    return variants if case.lr != 1 else ()


def lr_squared(s: Site, w: Value, d: Value) -> Value:
    """W' = W - η² d."""
    return op.sub(w, op.scale(s.case.lr**2, d, 3))


def step_times(c: float) -> Callable[[Site, Value, Value], Value]:
    """W' = W - c η d."""
    return lambda s, w, d: op.sub(w, op.scale(c * s.case.lr, d, 3))


def bias_not_updated(case: Case, i: int) -> Sequence[Variant]:
    """b' = b."""
    return (Variant("", {"update-b": replaced(lambda s, v: v[s.name("b")])}),) if case.biases is not None else ()


def bias_assigned(case: Case, i: int) -> Sequence[Variant]:
    """b' is set to the step itself."""
    if case.biases is None:
        return ()

    def to(label: str, c: float) -> Variant:
        return Variant(label, {"update-b": replaced(lambda s, v: op.scale(c, d_of(s, v, "b")))})

    return (to("-η db", -case.lr), to("η db", case.lr), to("db", 1.0))


def update_factor(case: Case, i: int) -> Sequence[Variant]:
    """The step times a constant, while the gradient that is shown is right."""
    named = constants(case)
    return [x for label, c in named.items() for x in in_both(update_by(step_times(c)), label)(case, i)[:1]]


def with_momentum(
    case: Case, change: Callable[[str], Change], label: str = "", from_step: int = 1
) -> Sequence[Variant]:
    """A change of the velocity of every parameter."""
    if not case.momentum:
        return ()
    return (Variant(label, {f"velocity-{p}": change(p) for p in parameters(case)}, from_step),)


def gradient_before(s: Site, v: Env, p: str) -> Value:
    """g of the step before, decayed as it was then."""
    name = f"d{p}{s.layer}{suffix(s.step - 1)}"
    parameter = f"{p}{s.layer}" if s.step == 2 else f"{p}{s.layer}'{suffix(s.step - 2)}"
    return direction(s.case, v[name], v[parameter])


def previous_gradient(p: str) -> Change:
    """v = μ g_before + g."""

    def formula(s: Site, v: Env) -> Value:
        g = direction(s.case, v[s.name(f"d{p}")], v[s.name(p)])
        if s.step == 1:
            return g
        past = op.scale(s.case.momentum, gradient_before(s, v, p))
        return op.add(past, op.scale(1 - s.case.dampening, g, 3))

    return replaced(formula)


def damped(first: bool) -> Callable[[str], Change]:
    """v = μv + (1-μ)g; the first v is g, or (1-μ)g."""

    def change(p: str) -> Change:
        def formula(s: Site, v: Env) -> Value:
            g = direction(s.case, v[s.name(f"d{p}")], v[s.name(p)])
            mine = op.scale(1 - s.case.momentum, g, 3)
            if s.step == 1:
                return mine if first else g
            return op.add(op.scale(s.case.momentum, v[s.name(f"v{p}")]), mine)

        return replaced(formula)

    return change


def momentum_damped(case: Case, i: int) -> Sequence[Variant]:
    """The gradient damped by 1 - μ, undeclared."""
    if case.momentum_form == "ema":
        return ()
    return (*with_momentum(case, damped(True)), *with_momentum(case, damped(False), "but for the first", 2))


def momentum_omitted(case: Case, i: int) -> Sequence[Variant]:
    """v = g: what came before is forgotten."""
    if case.steps == 1:
        return ()
    fresh = lambda p: replaced(lambda s, v: direction(s.case, v[s.name(f"d{p}")], v[s.name(p)]))  # noqa: E731
    return with_momentum(case, fresh, from_step=2)


def nesterov_omitted(case: Case, i: int) -> Sequence[Variant]:
    """W' = W - ηv where nesterov was declared."""
    if not case.nesterov:
        return ()

    def by_velocity(p: str) -> Change:
        return replaced(lambda s, v: op.sub(v[s.name(p)], op.scale(s.case.lr, v[s.n.after(f"v{p}", s.layer)])))

    return (Variant("", {f"update-{p}": by_velocity(p) for p in parameters(case)}),)


def clipped(case: Case, i: int) -> Sequence[Variant]:
    """Elements of the gradient cut off at a round number, or the whole scaled down to a norm."""

    def to(limit: float) -> Callable[[Value], Value]:
        return lambda g: by_hand(g, np.clip(centre(g), -limit, limit))

    def norm(limit: float) -> Callable[[Value], Value]:
        def shrink(g: Value) -> Value:
            size = float(np.linalg.norm(centre(g)))
            return by_hand(g, centre(g) * min(1.0, limit / size) if size else centre(g))

        return shrink

    kinds = {"W": "weight-gradient", "b": "bias-gradient"}

    def variant(label: str, cut: Callable[[Value], Value]) -> Variant:
        change: Change = lambda s, formula: lambda v: cut(formula(v))  # noqa: E731 - a formula of a formula
        return Variant(label, {kinds[p]: change for p in parameters(case)})

    def applied_only(label: str, cut: Callable[[Value], Value]) -> Variant:
        change = update_by(lambda s, w, d: op.sub(w, op.scale(s.case.lr, cut(d))))
        return Variant(f"{label}, applied only", {f"update-{p}": change(p) for p in parameters(case)})

    cuts = [(f"±{x:g}", to(x)) for x in (1.0, 5.0, 0.1, 10.0)] + [(f"norm {x:g}", norm(x)) for x in (1.0, 5.0)]
    return (*(variant(*cut) for cut in cuts), *(applied_only(*cut) for cut in cuts))


DEFECTS = (
    Defect("gradient-ascent", "update", in_both(update_by(lambda s, w, d: op.add(w, op.scale(s.case.lr, d))))),
    Defect("lr-squared", "update", lambda c, i: lr_only_if(c, in_both(update_by(lr_squared))(c, i))),
    Defect("lr-missing", "update", lambda c, i: lr_only_if(c, in_both(update_by(lambda s, w, d: op.sub(w, d)))(c, i))),
    Defect("bias-not-updated", "update", bias_not_updated),
    Defect("bias-assigned", "update", bias_assigned),
    Defect("step-is-zero", "update", lambda c, i: in_both(update_by(lambda s, w, d: w))(c, i)[:2]),
    Defect("update-factor", "update", update_factor, generic=2),
    Defect("momentum-on-previous-gradient", "update",
           lambda c, i: with_momentum(c, previous_gradient, from_step=3) if c.steps > 2 else ()),
    Defect("momentum-damped", "update", momentum_damped),
    Defect("momentum-omitted", "update", momentum_omitted),
    Defect("nesterov-omitted", "update", nesterov_omitted),
    Defect("gradient-clipped", "update", clipped, generic=1),
)  # fmt: skip
