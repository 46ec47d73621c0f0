"""Mistakes in the update: W' = W - ηd."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Ball, Value, centre
from crosscheck.mistakes import ahead
from crosscheck.mistakes.momentum import by_gradient, parameters
from crosscheck.mistakes.parameters import data_gradient
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, constants, replaced, wrapped
from crosscheck.steps import Env, direction, penalised

if TYPE_CHECKING:
    from crosscheck.case import Case


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


def another_gradient(case: Case, i: int) -> Sequence[Variant]:
    """W' of one layer from the gradient of another, where the shapes allow it: a line copied and not changed."""
    kind = "velocity" if case.momentum else "update"

    def change(p: str, j: int) -> Change:
        return replaced(lambda s, v: by_gradient(s, v, p, ahead.gradient(s, v, p, j)))

    found: list[Variant] = []
    for j in range(1, case.n_layers + 1):
        fits = [p for p in parameters(case) if j != i and j in ahead.partners(case, p, i)]
        if len(fits) > 1:
            found.append(Variant(f"layer {j}", {f"{kind}-{p}": change(p, j) for p in fits}))
        only = {"W": "weights only", "b": "biases only"}
        found += [Variant(f"layer {j}, {only[p]}", {f"{kind}-{p}": change(p, j)}) for p in fits]
    return found


def parameter_assigned(case: Case, i: int) -> Sequence[Variant]:
    """W' is set to the step itself; with the bias, or alone."""

    def to(label: str, c: float) -> Sequence[Variant]:
        return in_both(lambda p: replaced(lambda s, v: op.scale(c, d_of(s, v, p))), label)(case, i)[:2]

    return (*to("-η d", -case.lr), *to("η d", case.lr), *to("d", 1.0))


def no_gradient(case: Case, i: int) -> Sequence[Variant]:
    """The data's part of the gradient is zero: a layer that the loop of the way back never reaches."""

    def without(p: str) -> Change:
        if not case.l2 or p not in penalised(case):
            return wrapped(lambda s, v, g: op.scale(0.0, g, roundings=0))  # exactly
        # taken off, and not replaced: another mistake may be in what decays
        return wrapped(lambda s, v, g: op.sub(g, data_gradient(s, v, p)))

    weights = {"weight-gradient": without("W")}
    if case.biases is None:
        return (Variant("", weights),)
    return (Variant("", weights | {"bias-gradient": without("b")}), Variant("weights only", weights))


def left_as_they_are(case: Case, i: int) -> Sequence[Variant]:
    """A loop over the inputs or the units of a layer that ends or begins one off: what is left out never changes."""

    def leaving(index: int, axis: int) -> Change:
        def after(s: Site, v: Env, new: Value) -> Value:
            old = v[s.name("W" if np.ndim(centre(new)) == 2 else "b")]
            left = np.zeros(np.shape(centre(new)), dtype=bool)
            left[(slice(None),) * axis + (index,)] = True
            return chosen(left, old, new)

        return wrapped(after)

    ends = {"the last": -1, "the first": 0}
    found = [Variant(f"{t} input", {"update-W": leaving(k, 1)}) for t, k in ends.items()]
    for t, k in ends.items():
        found.append(Variant(f"{t} unit", {f"update-{p}": leaving(k, 0) for p in parameters(case)}))
        if case.biases is not None:
            found.append(Variant(f"{t} unit, weights only", {"update-W": leaving(k, 0)}))
            found.append(Variant(f"{t} unit, biases only", {"update-b": leaving(k, 0)}))
    return found


def chosen(mask: NDArray[np.bool_], a: Value, b: Value) -> Value:
    """a where the mask holds, b elsewhere."""
    value = np.where(mask, centre(a), centre(b))
    if not isinstance(b, Ball):
        return value
    radius = a.radius if isinstance(a, Ball) else 0.0
    return Ball(value, np.where(mask, radius, b.radius), b.r)


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
    Defect("parameter-assigned", "update", parameter_assigned),
    Defect("gradient-of-another-layer", "update", another_gradient),
    Defect("weights-left-out", "update", left_as_they_are),
    Defect("gradient-zero", "update", no_gradient, generic=1),
    Defect("step-is-zero", "update", lambda c, i: in_both(update_by(lambda s, w, d: w))(c, i)[:2]),
    Defect("update-factor", "update", update_factor, generic=2),
)  # fmt: skip
LIMITS = (Defect("gradient-clipped", "update", clipped, generic=1),)
