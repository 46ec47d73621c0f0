"""Mistakes on the way back: the output's gradient, dZ = dA ∘ f'(Z), and what is handed down, dA_{i-1} = dZ W."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.forward import elementwise
from crosscheck.mistakes.site import (
    Change,
    Defect,
    Site,
    Variant,
    by_hand,
    constants,
    is_smooth_nonlinear,
    labelled,
    one,
    replaced,
    width,
    wrapped,
)  # fmt: skip
from crosscheck.smoothness import derivative
from crosscheck.steps import Env, joint, softmax_backward, updated, velocity
from crosscheck.vocabulary import KINKED, name_and_parameter
from manual_mlp import activations as formulas

if TYPE_CHECKING:
    from crosscheck.case import Case


def at_output(case: Case, i: int, change: Change, label: str = "") -> tuple[Variant, ...]:
    """A change of the gradient that enters the last layer: of d_output for the squares, of the joint dZ otherwise."""
    if i != case.n_layers:
        return ()
    kind = "upstream" if case.loss.endswith("sse") or "se_per_sample" in case.loss or "mse" in case.loss else "delta"
    return (Variant(label, {kind: change}),)


def scaled(factor: float) -> Change:
    """c times what the formula gives."""
    return wrapped(lambda s, v, d: op.scale(factor, d, roundings=3))


def constant_factor(case: Case, i: int) -> Sequence[Variant]:
    """The whole gradient times a constant named from the sizes."""
    return [x for label, c in constants(case).items() for x in at_output(case, i, scaled(c), label)]


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
    return not case.loss.startswith(("bce", "cross_entropy"))


def output_derivative_missing(case: Case, i: int) -> Sequence[Variant]:
    """dZ_L = dL/dŷ: the output's own derivative forgotten."""
    if i != case.n_layers or not squares(case) or case.activations[-1] == "identity":
        return ()
    return one(delta=replaced(lambda s, v: v[s.name("dA")]))


def output_derivative_extra(case: Case, i: int) -> Sequence[Variant]:
    """One derivative too many at the output."""
    if i != case.n_layers:
        return ()
    name = name_and_parameter(case.activations[-1])[0]
    if not squares(case):  # the joint gradient already holds it
        return one(delta=wrapped(lambda s, v, d: op.mul(d, p_times_q(v[s.name("A")]))))
    if name == "identity" and i > 1 and elementwise(case.activations[-2]):
        spec = case.activations[-2]
        variants = [labelled("of z", delta=wrapped(lambda s, v, d: op.mul(d, derivative(spec, v[s.name("Z")]))))]
        form = textbook_form(name_and_parameter(spec)[0])
        if form is not None:
            # a(1 - a) with the output itself for a: how it is usually written
            p = name_and_parameter(spec)[1]
            by_a: Change = wrapped(lambda s, v, d: op.mul(d, hand(form, v[s.name("A")], p)))
            variants.append(labelled("of the output", delta=by_a))
        return variants
    return ()


def p_times_q(p: Value) -> Value:
    """p (1 - p), elementwise."""
    return op.mul(p, op.sub(np.ones_like(centre(p)), p))


def softmax_diagonal(case: Case, i: int) -> Sequence[Variant]:
    """Only the diagonal p(1 - p) of softmax's Jacobian."""
    if case.activations[i - 1] != "softmax":
        return ()
    if squares(case):
        return one(delta=replaced(lambda s, v: op.mul(v[s.name("dA")], p_times_q(v[s.name("A")]))))
    return one(delta=replaced(lambda s, v: op.mul(v[s.name("dA")], p_times_q(v[s.name("A")]))))


def labels_ignored(case: Case, i: int) -> Sequence[Variant]:
    """The gradient as if every target were zero."""
    if squares(case):
        return at_output(case, i, replaced(lambda s, v: op.scale(2 * s.c, v[s.name("A")])))
    return at_output(case, i, replaced(lambda s, v: op.scale(s.c, v[s.name("A")])))


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
    """dL/da taken as 1."""
    if i == case.n_layers and not squares(case):
        return ()
    return one(delta=replaced(upstream_of_ones))


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
    else:
        variants.append(labelled("squared error", delta=replaced(squared_error)))
    return variants


def sign_of_error(s: Site, v: Env) -> Value:
    """c sign(ŷ - y)."""
    a = v[s.name("A")]
    return by_hand(a, s.c * np.sign(centre(a) - centre(v["y"])))


def squared_error(s: Site, v: Env) -> Value:
    """2c (p - y), sent back through the output's derivative."""
    a = v[s.name("A")]
    d = op.scale(2 * s.c, op.sub(a, v["y"]), roundings=3)
    return softmax_backward(d, a) if s.spec == "softmax" else op.mul(d, p_times_q(a))


def derivative_by(formula: object) -> Change:
    """dZ = dA ∘ formula(site, v)."""
    return replaced(lambda s, v: op.mul(v[s.name("dA")], formula(s, v)))  # type: ignore[operator]


def derivative_at_activation(case: Case, i: int) -> Sequence[Variant]:
    """f'(a) where f'(z) was due."""
    if not has_derivative(case, i):
        return ()
    return one(delta=derivative_by(lambda s, v: derivative(s.spec, v[s.name("A")])))


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


def derivative_at_preactivation(case: Case, i: int) -> Sequence[Variant]:
    """a(1 - a), or 1 - a², given z in place of a."""
    name, p = name_and_parameter(case.activations[i - 1])
    form = textbook_form(name)
    if form is None or not has_derivative(case, i):
        return ()
    return one(delta=derivative_by(lambda s, v: hand(form, v[s.name("Z")], p)))


def derivative_missing(case: Case, i: int) -> Sequence[Variant]:
    """dZ = dA at a hidden layer that is not ReLU."""
    if i == case.n_layers or not has_derivative(case, i) or name_and_parameter(case.activations[i - 1])[0] == "relu":
        return ()
    return one(delta=replaced(lambda s, v: v[s.name("dA")]))


def derivative_always_one(case: Case, i: int) -> Sequence[Variant]:
    """ReLU's mask that lets everything through."""
    if i == case.n_layers or case.activations[i - 1] != "relu":
        return ()
    return one(delta=replaced(lambda s, v: v[s.name("dA")]))


def derivative_of_wrong_layer(case: Case, i: int) -> Sequence[Variant]:
    """f'(Z_j) with j another layer of the same width."""
    if not has_derivative(case, i):
        return ()

    def of(j: int) -> Variant:
        return labelled(f"layer {j}", delta=derivative_by(lambda s, v: derivative(s.spec, v[s.name("Z", j)])))

    return [of(j) for j in range(1, case.n_layers + 1) if j != i and width(case, j) == width(case, i)]


def derivative_twice(case: Case, i: int) -> Sequence[Variant]:
    """f'(Z) applied two times."""
    if not has_derivative(case, i) or case.activations[i - 1] == "relu":
        return ()
    return one(delta=wrapped(lambda s, v, d: op.mul(d, derivative(s.spec, v[s.name("Z")]))))


# The derivative in another form than it has, in terms of z, a and the activation's parameter.
WRONG_DERIVATIVES: dict[str, dict[str, Callable[[Array, Array, float], NDArray[Any]]]] = {
    "sigmoid": {
        "1 - a": lambda z, a, p: 1 - a,
        "a": lambda z, a, p: a,
        "a(1 + a)": lambda z, a, p: a * (1 + a),
        "a(a - 1)": lambda z, a, p: a * (a - 1),
        "a²": lambda z, a, p: a**2,
        "1 - a²": lambda z, a, p: 1 - a**2,
        "a - 1": lambda z, a, p: a - 1,
    },
    "tanh": {
        "1 - a": lambda z, a, p: 1 - a,
        "1 + a²": lambda z, a, p: 1 + a**2,
        "(1 - a)²": lambda z, a, p: (1 - a) ** 2,
        "a²": lambda z, a, p: a**2,
        "a² - 1": lambda z, a, p: a**2 - 1,
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "1 - |a|": lambda z, a, p: 1 - np.abs(a),
    },
    "relu": {
        "max(z, 0)": lambda z, a, p: a,
        "z": lambda z, a, p: z,
        "z < 0": lambda z, a, p: (z < 0) * 1.0,
        "sign(z)": lambda z, a, p: np.sign(z),
    },
    "leaky_relu": {
        "0 below zero": lambda z, a, p: (z > 0) * 1.0,
        "-slope below zero": lambda z, a, p: np.where(z > 0, 1.0, -p),
        "slope 0.1": lambda z, a, p: np.where(z > 0, 1.0, 0.1),
        "slope 0.2": lambda z, a, p: np.where(z > 0, 1.0, 0.2),
        "slope 0.01": lambda z, a, p: np.where(z > 0, 1.0, 0.01),
    },
    "elu": {
        "0 below zero": lambda z, a, p: (z > 0) * 1.0,
        "exp(z) without α": lambda z, a, p: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
        "a below zero": lambda z, a, p: np.where(z > 0, 1.0, a),
    },
    "softplus": {
        "sigmoid(-z)": lambda z, a, p: formulas.sigmoid(-z),
        "1 - sigmoid(a)": lambda z, a, p: 1 - formulas.sigmoid(a),
        "σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * formulas.sigmoid(-z),
    },
    "gelu_tanh": {
        "without the second term": lambda z, a, p: 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
        "of z sigmoid(1.702 z)": lambda z, a, p: (
            formulas.sigmoid(1.702 * z) * (1 + 1.702 * z * formulas.sigmoid(-1.702 * z))
        ),
    },
    "silu": {
        "σ(z)": lambda z, a, p: formulas.sigmoid(z),
        "σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * formulas.sigmoid(-z),
        "a + σ(z)": lambda z, a, p: a + formulas.sigmoid(z),
    },
}


def derivative_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another formula than the derivative's."""
    name, p = name_and_parameter(case.activations[i - 1])
    if not has_derivative(case, i):
        return ()

    def variant(label: str, g: Callable[[Array, Array, float], NDArray[Any]]) -> Variant:
        def slope(s: Site, v: Env) -> Value:
            z, a = v[s.name("Z")], v[s.name("A")]
            with np.errstate(all="ignore"):
                return by_hand(z, np.asarray(g(centre(z), centre(a), p), dtype=np.float64))

        return labelled(label, delta=derivative_by(slope))

    return [variant(label, g) for label, g in WRONG_DERIVATIVES.get(name, {}).items()]


def relu_at_zero(case: Case, i: int) -> Sequence[Variant]:
    """The derivative at exactly zero from the other side."""
    if not has_derivative(case, i) or name_and_parameter(case.activations[i - 1])[0] not in KINKED:
        return ()

    def other_side(s: Site, v: Env) -> Value:
        z = v[s.name("Z")]
        d = np.asarray(formulas.resolve(s.spec)[1](centre(z)), dtype=np.float64)
        return by_hand(z, np.where(centre(z) == 0, 1.0, d))

    return one(delta=derivative_by(other_side))


def delta_skips_derivative(case: Case, i: int) -> Sequence[Variant]:
    """dA_{i-1} = dA_i W_i: handed down before it met the local derivative."""
    if not (has_derivative(case, i) or (case.activations[i - 1] == "softmax" and squares(case))):
        return ()
    return one(propagated=replaced(lambda s, v: op.matmul(v[s.name("dA")], v[s.name("W")])))


def weight_not_transposed(case: Case, i: int) -> Sequence[Variant]:
    """The error sent down through W the wrong way round: a square matrix hides it."""
    if width(case, i - 1) != width(case, i) or width(case, i) == 1:
        return ()
    return one(propagated=replaced(lambda s, v: op.matmul(v[s.name("dZ")], op.transpose(v[s.name("W")]))))


def weights_of_wrong_layer(case: Case, i: int) -> Sequence[Variant]:
    """The error sent down through another layer's weights of the same shape."""
    shape = case.weights[i - 1].shape

    def through(j: int) -> Variant:
        return labelled(f"layer {j}", propagated=replaced(lambda s, v: op.matmul(v[s.name("dZ")], v[s.name("W", j)])))

    return [through(j) for j in range(1, case.n_layers + 1) if j != i and case.weights[j - 1].shape == shape]


def updated_before_propagation(case: Case, i: int) -> Sequence[Variant]:
    """The error sent down through the weights of after the update."""

    def formula(s: Site, v: Env) -> Value:
        return op.matmul(v[s.name("dZ")], after_update(s, v))

    return one(propagated=replaced(formula))


def after_update(s: Site, v: Env) -> Value:
    """W' of this step; computed here where the table is walked in another order, its update later."""
    after, i = s.n.after("W", s.layer), s.layer
    if after in v:
        return v[after]
    step = velocity(s.case, s.step, v[s.name("dW")], v[s.name("W")], v.get(s.name("vW"))) if s.case.momentum else None
    return updated(s.case, v[s.name("W")], v[s.n.of("dW", i)], step)


def handed_down_averaged(case: Case, i: int) -> Sequence[Variant]:
    """What is handed down divided by N or by a width once more."""
    divisors = {"1/N": case.n_samples, "1/n_out": width(case, i), "1/n_in": width(case, i - 1)}
    return [labelled(label, propagated=scaled(1 / d)) for label, d in divisors.items() if d > 1]


def zeros_at_kinks(case: Case) -> bool:
    """Whether exact zeros were drawn."""
    return case.inputs == "zeros"


DEFECTS = (
    Defect("gradient-sign", "output", negative_constant),
    Defect("output-derivative-missing", "output", output_derivative_missing),
    Defect("output-derivative-extra", "output", output_derivative_extra),
    Defect("softmax-diagonal-jacobian", "output", softmax_diagonal),
    Defect("labels-ignored", "output", labels_ignored),
    Defect("targets-broadcast", "output", targets_broadcast),
    Defect("gradient-of-another-loss", "output", another_loss, generic=1),
    Defect("constant-factor", "output", constant_factor, generic=1),
    Defect("upstream-gradient-ignored", "output", upstream_ignored),
    Defect("derivative-at-activation", "hidden", derivative_at_activation),
    Defect("derivative-at-preactivation", "hidden", derivative_at_preactivation),
    Defect("derivative-missing", "hidden", derivative_missing),
    Defect("derivative-always-one", "hidden", derivative_always_one),
    Defect("derivative-of-wrong-layer", "hidden", derivative_of_wrong_layer),
    Defect("derivative-formula", "hidden", derivative_formula, generic=1),
    Defect("derivative-twice", "hidden", derivative_twice),
    Defect("relu-gradient-at-zero", "hidden", relu_at_zero),
    Defect("delta-skips-derivative", "hidden", delta_skips_derivative),
    Defect("weight-not-transposed", "hidden", weight_not_transposed),
    Defect("weights-of-wrong-layer", "hidden", weights_of_wrong_layer),
    Defect("weights-updated-before-propagation", "hidden", updated_before_propagation),
    Defect("error-averaged-on-the-way-down", "hidden", handed_down_averaged, generic=1),
)
__all__ = ["DEFECTS", "Array", "is_smooth_nonlinear"]
