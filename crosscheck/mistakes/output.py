"""Mistakes in the gradient that enters the last layer: dL/dŷ, and the output's own derivative."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array, Ball, Value, centre
from crosscheck.mistakes.forward import elementwise
from crosscheck.mistakes.site import (
    Change,
    Defect,
    Site,
    Variant,
    by_hand,
    constants,
    labelled,
    one,
    replaced,
    wrapped,
)  # fmt: skip
from crosscheck.smoothness import activation, derivative
from crosscheck.steps import Env, either_way, joint, softmax_backward
from crosscheck.vocabulary import LOSSES, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case


def at_output(case: Case, i: int, change: Change, label: str = "") -> tuple[Variant, ...]:
    """A change of the gradient that enters the last layer: of d_output for the squares, of the joint dZ otherwise."""
    if i != case.n_layers:
        return ()
    return (Variant(label, {"upstream" if squares(case) else "delta": change}),)


GUARDS = (1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)  # what people keep a logarithm off zero by


def kept_off_zero(case: Case, i: int) -> Sequence[Variant]:
    """The division by p, of which the gradient of log p consists, guarded: by ε added to it, or p clipped before it."""
    if i != case.n_layers or squares(case):
        return ()
    found = []
    for e in GUARDS:
        everywhere = replaced(lambda s, v, e=e: of_clipped(s, v, e))  # type: ignore[misc]
        found += [
            labelled(f"ε = {e:g}, added", upstream=divided(plus, e), delta=replaced(the_long_way)),
            labelled(f"ε = {e:g}, clipped", upstream=divided(clipped, e), delta=replaced(the_long_way)),
            labelled(f"ε = {e:g}, clipped everywhere", upstream=divided(clipped, e), delta=everywhere),
        ]
        if case.activations[-1] == "sigmoid":
            both = replaced(lambda s, v, e=e: over_both(s, v, e))  # type: ignore[misc]
            found.append(labelled(f"ε = {e:g}, added to p(1 - p)", upstream=both, delta=replaced(the_long_way)))
    return found


def plus(p: Value, e: float) -> Value:
    """p + ε."""
    return op.add(p, np.full_like(centre(p), e))


def clipped(p: Value, e: float) -> Value:
    """p, and at least ε, and at most 1 - ε."""
    return by_hand(p, np.clip(centre(p), e, 1 - e))


def divided(guarded: Callable[[Value, float], Value], e: float) -> Change:
    """dL/dp with the guarded probability in its denominators."""

    def formula(s: Site, v: Env) -> Value:
        p, y = v[s.name("A")], v["y"]
        first = op.div(y, guarded(p, e))
        if s.spec == "softmax":
            return op.scale(-s.c, first, roundings=3)
        ones = np.ones_like(centre(p))
        return op.scale(s.c, op.sub(op.div(op.sub(ones, y), guarded(op.sub(ones, p), e)), first), roundings=4)

    return replaced(formula)


def over_both(s: Site, v: Env, e: float) -> Value:
    """c (p - y) / (p (1 - p) + ε)."""
    p = v[s.name("A")]
    return op.div(joint(s.c, p, v["y"]), plus(p_times_q(p), e))


def of_clipped(s: Site, v: Env, e: float) -> Value:
    """c (p - y) of the clipped p; the ball also holds the long way."""
    p = clipped(v[s.name("A")], e)
    d = joint(s.c, p, v["y"])
    if not isinstance(d, Ball):
        return d
    upstream = v[s.name("dA")]
    return either_way(d, softmax_backward(upstream, p) if s.spec == "softmax" else op.mul(upstream, p_times_q(p)))


def the_long_way(s: Site, v: Env) -> Value:
    """dL/dp through the output's derivative."""
    d, p = v[s.name("dA")], v[s.name("A")]
    return softmax_backward(d, p) if s.spec == "softmax" else op.mul(d, p_times_q(p))


def scaled(factor: float) -> Change:
    """c times what the formula gives."""
    return wrapped(lambda s, v, d: op.scale(factor, d, roundings=3))


def constant_factor(case: Case, i: int) -> Sequence[Variant]:
    """The whole gradient times a constant named from the sizes; the input's width is easily taken for N."""
    n, n_in = case.n_samples, case.sizes[0]
    of_input = {"1/n₀": 1 / n_in, "N/n₀": n / n_in}
    named = constants(case) | {label: c for label, c in of_input.items() if c != 1}
    return [x for label, c in named.items() for x in at_output(case, i, scaled(c), label)]


def negative_constant(case: Case, i: int) -> Sequence[Variant]:
    """y - ŷ in place of ŷ - y."""
    return at_output(case, i, scaled(-1.0))


def has_derivative(case: Case, i: int) -> bool:
    """Whether dZ_i = dA_i ∘ f'(Z_i) with an f' that is not 1: every hidden nonlinearity, and outputs under squares."""
    if i == case.n_layers and not squares(case):
        return False
    return elementwise(case.activations[i - 1])


def squares(case: Case) -> bool:
    """Whether the loss is one of the squares."""
    return LOSSES[case.loss].family == "squares"


def output_derivative_missing(case: Case, i: int) -> Sequence[Variant]:
    """dZ_L = dL/dŷ: the output's own derivative forgotten."""
    if i != case.n_layers or case.activations[-1] == "identity":
        return ()
    return one(delta=replaced(lambda s, v: v[s.name("dA")]))


def output_derivative_extra(case: Case, i: int) -> Sequence[Variant]:
    """One derivative too many at the output."""
    if i != case.n_layers:
        return ()
    name = name_and_parameter(case.activations[-1])[0]
    by_pq: Change = wrapped(lambda s, v, d: op.mul(d, p_times_q(v[s.name("A")])))
    if not squares(case):  # the joint gradient already holds it
        if name != "softmax":
            return (labelled("", delta=by_pq), labelled("1 - |p - y|", delta=wrapped(times_the_chance)))
        jacobian: Change = wrapped(lambda s, v, d: softmax_backward(d, v[s.name("A")]))
        return (labelled("", delta=by_pq), labelled("softmax's own Jacobian", delta=jacobian))
    if name == "identity":
        spec = case.activations[-2] if i > 1 else "identity"
        if not elementwise(spec):
            return (labelled("ŷ(1 - ŷ)", delta=by_pq),)
        variants = [labelled("of z", delta=wrapped(lambda s, v, d: op.mul(d, derivative(spec, v[s.name("Z")]))))]
        form = textbook_form(name_and_parameter(spec)[0])
        if form is not None:
            # a(1 - a) with the output itself for a: how it is usually written
            p = name_and_parameter(spec)[1]
            by_a: Change = wrapped(lambda s, v, d: op.mul(d, hand(form, v[s.name("A")], p)))
            variants.append(labelled("of the output", delta=by_a))
        if name_and_parameter(spec)[0] != "sigmoid":
            variants.append(labelled("ŷ(1 - ŷ)", delta=by_pq))
        return variants
    return ()


def times_the_chance(s: Site, v: Env, d: Value) -> Value:
    """c (p - y)(1 - |p - y|): with y = ±1, the slope of the sigmoid of -y z stands where the sigmoid was due."""
    off = np.abs(centre(v[s.name("A")]) - centre(v["y"]))
    return op.mul(d, by_hand(d, 1 - off))


def p_times_q(p: Value) -> Value:
    """p (1 - p), elementwise."""
    return op.mul(p, op.sub(np.ones_like(centre(p)), p))


def softmax_diagonal(case: Case, i: int) -> Sequence[Variant]:
    """Only the diagonal p(1 - p) of softmax's Jacobian."""
    if case.activations[i - 1] != "softmax":
        return ()
    return one(delta=replaced(lambda s, v: op.mul(v[s.name("dA")], p_times_q(v[s.name("A")]))))


def labels_ignored(case: Case, i: int) -> Sequence[Variant]:
    """The gradient as if every target were zero."""
    c = 2 if squares(case) else 1
    return at_output(case, i, replaced(lambda s, v: op.scale(c * s.c, v[s.name("A")])))


def against(case: Case, i: int, label: str, error: Callable[[Value, Value], Value]) -> tuple[Variant, ...]:
    """Another error than ŷ - y, with the loss's constant in front of it."""
    c = 2 if squares(case) else 1
    formula = replaced(lambda s, v: op.scale(c * s.c, error(v[s.name("A")], v["y"]), roundings=4))
    return at_output(case, i, formula, label)


def labels_shifted(case: Case, i: int) -> Sequence[Variant]:
    """Every label taken for that of another class."""
    if case.n_outputs == 1:
        return ()
    moved: dict[str, Callable[[Array], Array]] = {
        "one class up": lambda y: np.roll(y, 1, axis=1),
        "one class down": lambda y: np.roll(y, -1, axis=1),
        "classes in reverse": lambda y: y[:, ::-1],
    }
    return [x for label, f in moved.items() for x in against(case, i, label, from_moved(f))]


def from_moved(f: Callable[[Array], Array]) -> Callable[[Value, Value], Value]:
    """ŷ minus the labels moved."""
    return lambda a, y: op.sub(a, f(centre(y)))


def predictions_rounded(case: Case, i: int) -> Sequence[Variant]:
    """The class that is predicted held against the label, where the probability was due."""
    if i != case.n_layers:
        return ()

    def largest(a: Value, y: Value) -> Value:
        return by_hand(a, np.eye(case.n_outputs)[np.argmax(centre(a), axis=1)] - centre(y))

    def above(limit: float) -> Callable[[Value, Value], Value]:
        return lambda a, y: by_hand(a, (centre(a) > limit) - centre(y))

    found: list[Variant] = []
    if case.n_outputs > 1:
        found += against(case, i, "the largest as 1", largest)
    if case.activations[-1] != "softmax":
        found += against(case, i, "above 1/2 as 1", above(0.5))
    return found


def targets_broadcast(case: Case, i: int) -> Sequence[Variant]:
    """(N, 1) - (N,) -> (N, N): every output held against every target."""
    if case.n_outputs != 1 or case.n_samples == 1:
        return ()

    def against_all(mean: bool) -> Change:
        def formula(s: Site, v: Env) -> Value:
            n = s.case.n_samples
            a, y = v[s.name("A")], v["y"]
            d = op.sub(op.scale(float(n), a), op.total(y, axis=0, keepdims=True))
            c = (2 * s.c if squares(s.case) else s.c) / (n if mean else 1)
            return op.scale(c, d, roundings=4)

        return replaced(formula)

    return at_output(case, i, against_all(False), "summed") + at_output(case, i, against_all(True), "averaged")


def upstream_ignored(case: Case, i: int) -> Sequence[Variant]:
    """dL/da taken as 1, everywhere or where the activation is past its kink: dZ[Z <= 0] = α."""
    if i == case.n_layers and not squares(case):
        return ()
    found = [labelled("", delta=replaced(upstream_of_ones))]
    if name_and_parameter(case.activations[i - 1])[0] in ("leaky_relu", "elu"):
        found.append(labelled("where z ≤ 0", delta=wrapped(slope_below_zero(1.0))))
        # in code that divides by N only in dW and db
        found.append(labelled("where z ≤ 0, and 1/N", delta=wrapped(slope_below_zero(1 / case.n_samples))))
    return found


def slope_below_zero(share: float) -> Callable[[Site, Env, Value], Value]:
    """dZ with a share of f'(Z) in place of dA ∘ f'(Z) where Z is not positive."""

    def formula(s: Site, v: Env, d: Value) -> Value:
        z = v[s.name("Z")]
        return by_hand(d, np.where(centre(z) > 0, centre(d), share * centre(derivative(s.spec, z))))

    return formula


def upstream_of_ones(s: Site, v: Env) -> Value:
    """dZ = 1 ∘ f'(Z)."""
    z = v[s.name("Z")]
    ones = np.ones_like(centre(z))
    if s.spec == "softmax":
        return softmax_backward(ones, v[s.name("A")])
    return derivative(s.spec, z) if s.spec != "identity" else by_hand(z, ones)


def another_loss(case: Case, i: int) -> Sequence[Variant]:
    """The gradient of a loss of another kind than the one declared."""
    if i != case.n_layers:
        return ()
    name = case.activations[-1]
    variants = []
    if squares(case):
        if name in ("sigmoid", "softmax"):
            variants.append(labelled("p - y", delta=replaced(lambda s, v: joint(s.c, v[s.name("A")], v["y"]))))
        variants += at_output(case, i, replaced(sign_of_error), "absolute error")
        variants += at_output(case, i, replaced(twice_the_sign), "twice the absolute error")
    else:
        variants.append(labelled("squared error", delta=replaced(squared_error)))
        if name == "sigmoid":
            variants.append(labelled("-y log p alone", delta=replaced(only_where_true)))
        else:
            variants.append(labelled("of a sigmoid", delta=replaced(sigmoid_for_softmax)))
    return variants


def sign_of_error(s: Site, v: Env) -> Value:
    """c sign(ŷ - y)."""
    a = v[s.name("A")]
    return by_hand(a, s.c * np.sign(centre(a) - centre(v["y"])))


def twice_the_sign(s: Site, v: Env) -> Value:
    """2c sign(ŷ - y): with half the squares, the plain sign."""
    return op.scale(2.0, sign_of_error(s, v))


def squared_error(s: Site, v: Env) -> Value:
    """2c (p - y), sent back through the output's derivative."""
    a = v[s.name("A")]
    d = op.scale(2 * s.c, op.sub(a, v["y"]), roundings=3)
    return softmax_backward(d, a) if s.spec == "softmax" else op.mul(d, p_times_q(a))


def only_where_true(s: Site, v: Env) -> Value:
    """-c y (1 - p): the gradient of -y log p, without the other half."""
    p = v[s.name("A")]
    return op.scale(-s.c, op.mul(v["y"], op.sub(np.ones_like(centre(p)), p)), roundings=3)


def sigmoid_for_softmax(s: Site, v: Env) -> Value:
    """c (sigmoid(z) - y) at a softmax."""
    return joint(s.c, activation("sigmoid", v[s.name("Z")]), v["y"])


def textbook_form(name: str) -> object:
    """The derivative as it is usually written in terms of a; None where there is no such form."""
    return {
        "sigmoid": lambda t, p: t * (1 - t),
        "tanh": lambda t, p: 1 - t**2,
        "elu": lambda t, p: np.where(t > 0, 1.0, t + p),
        "softplus": lambda t, p: 1 - np.exp(-t),
    }.get(name)


def hand(form: object, a: Value, p: float) -> Value:
    """A form in terms of a, applied to any array."""
    with np.errstate(all="ignore"):
        return by_hand(a, np.asarray(form(centre(a), p), dtype=np.float64))  # type: ignore[operator]


DEFECTS = (
    # first, so that another mistake takes the place of its delta and keeps its upstream gradient
    Defect("logarithm-kept-off-zero", "output", kept_off_zero),
    Defect("gradient-sign", "output", negative_constant),
    Defect("output-derivative-missing", "output", output_derivative_missing),
    Defect("output-derivative-extra", "output", output_derivative_extra),
    Defect("softmax-diagonal-jacobian", "output", softmax_diagonal),
    Defect("labels-ignored", "output", labels_ignored),
    Defect("labels-shifted", "output", labels_shifted),
    Defect("predictions-rounded", "output", predictions_rounded),
    Defect("targets-broadcast", "output", targets_broadcast),
    Defect("gradient-of-another-loss", "output", another_loss, generic=1),
    Defect("constant-factor", "output", constant_factor, generic=1),
    Defect("upstream-gradient-ignored", "output", upstream_ignored),
)
