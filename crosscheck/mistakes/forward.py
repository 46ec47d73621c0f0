"""Mistakes on the way forward: Z = A_in Wᵀ + b, A = f(Z)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.mistakes.site import Change, Defect, Site, Variant, by_hand, labelled, one, replaced, width, wrapped
from crosscheck.mistakes.wrong_formulas import (
    FROM_ACTIVATION,
    GELU_SLIPS,
    SAME_SLOPE,
    WRONG_FORMULAS,
    Curve,
    gelu_slope_of_cached,
    slope,
)
from crosscheck.smoothness import activation, derivative, softmax
from crosscheck.steps import Env, joint, regularised, softmax_backward
from crosscheck.vocabulary import LOSSES, Spec, name_and_parameter
from manual_mlp import activations as formulas

if TYPE_CHECKING:
    from crosscheck.case import Case


def z_of(site: Site, v: Env, x: str, bias_sign: float = 1.0) -> Value:
    """A pre-activation from another input, or with the bias left out (0) or subtracted (-1)."""
    b = v[site.name("b")] if site.case.biases is not None and bias_sign else None
    if b is not None and bias_sign < 0:
        b = op.scale(-1.0, b, roundings=0)
    return op.linear(v[x], v[site.name("W")], b)


def f_of(site: Site, v: Env, z: str) -> Value:
    """The layer's activation of another array."""
    return activation(site.spec, v[z])


def elementwise(spec: Spec) -> bool:
    """Whether an activation acts on each element by itself, and does something."""
    return name_and_parameter(spec)[0] not in ("identity", "softmax")


def with_bias(case: Case, *variants: Variant) -> Sequence[Variant]:
    """The variants where there are biases."""
    return variants if case.biases is not None else ()


def bias_times(case: Case, sign: float) -> Sequence[Variant]:
    """Z with the bias left out (0) or subtracted (-1)."""
    return with_bias(case, *one(pre_activation=replaced(lambda s, v: z_of(s, v, s.name("A", s.layer - 1), sign))))


def activation_omitted(case: Case, i: int) -> Sequence[Variant]:
    """A = Z, at every layer that has an activation."""
    if case.activations[i - 1] == "identity":
        return ()
    return one(activation=replaced(lambda s, v: v[s.name("Z")]))


def activation_on_output(case: Case, i: int) -> Sequence[Variant]:
    """The hidden activation also on the output's pre-activation; with its derivative on the way back, or without."""
    if i != case.n_layers or i == 1 or not elementwise(case.activations[-2]):
        return ()
    spec, last = case.activations[-2], case.activations[-1]
    if LOSSES[case.loss].family != "squares":  # softmax or sigmoid of it
        output = softmax if last == "softmax" else partial(activation, last)
        twice = replaced(lambda s, v: output(activation(spec, v[s.name("Z")])))
        plain = replaced(lambda s, v: joint(s.c, v[s.name("A")], v["y"]))
        through = wrapped(lambda s, v, d: op.mul(d, derivative(spec, v[s.name("Z")])))
        return (
            labelled("", activation=twice, delta=lambda s, f: through(s, plain(s, f))),
            labelled("forward only", activation=twice, delta=plain),
        )
    if last != "identity":
        return ()
    forward = replaced(lambda s, v: activation(spec, v[s.name("Z")]))
    back = replaced(lambda s, v: op.mul(v[s.name("dA")], derivative(spec, v[s.name("Z")])))
    return (labelled("", activation=forward, delta=back), labelled("forward only", activation=forward))


def preactivation_fed_forward(case: Case, i: int) -> Sequence[Variant]:
    """Z_i from Z_{i-1} in place of A_{i-1}."""
    if i == 1 or case.activations[i - 2] == "identity":
        return ()
    return one(pre_activation=replaced(lambda s, v: z_of(s, v, s.name("Z", s.layer - 1))))


def layer_skipped(case: Case, i: int) -> Sequence[Variant]:
    """Layer i is given A_{i-2}, and remembers it: Z_i and dW_i are both made of it."""
    if i == 1 or width(case, i - 2) != width(case, i - 1):
        return ()

    def gradient(s: Site, v: Env) -> Value:
        product = op.matmul(op.transpose(v[s.name("dZ")]), v[s.name("A", s.layer - 2)], extra=3)
        return regularised(s.case, "W", product, v[s.name("W")])

    forward = replaced(lambda s, v: z_of(s, v, s.name("A", s.layer - 2)))
    return one(pre_activation=forward, weight_gradient=replaced(gradient))


def layer_input_reused(case: Case, i: int) -> Sequence[Variant]:
    """Z_i from what came into the layer before, A_{i-2}."""
    if i == 1 or width(case, i - 2) != width(case, i - 1):
        return ()
    return one(pre_activation=replaced(lambda s, v: z_of(s, v, s.name("A", s.layer - 2))))


def through(weights: int, bias: int) -> Change:
    """Z with the weights and the bias of these layers."""

    def formula(s: Site, v: Env) -> Value:
        b = v[s.name("b", bias)] if s.case.biases is not None else None
        return op.linear(v[s.name("A", s.layer - 1)], v[s.name("W", weights)], b)

    return replaced(formula)


def parameters_of_wrong_layer(case: Case, i: int) -> Sequence[Variant]:
    """Z_i with the bias, or through the weights, of another layer where they have the same shape."""
    others = [j for j in range(1, case.n_layers + 1) if j != i]

    found = []
    if case.biases is not None:
        same = [j for j in others if width(case, j) == width(case, i)]
        found = [labelled(f"bias of layer {j}", pre_activation=through(i, j)) for j in same]
    same = [j for j in others if case.weights[j - 1].shape == case.weights[i - 1].shape]
    return [*found, *(labelled(f"weights of layer {j}", pre_activation=through(j, i)) for j in same)]


def activation_from_wrong_layer(case: Case, i: int) -> Sequence[Variant]:
    """A_i = f(Z_{i-1}); with f' at the same place, where it is computed from the activation, as in a(1 - a)."""
    if i == 1 or width(case, i - 1) != width(case, i) or not elementwise(case.activations[i - 1]):
        return ()
    forward = replaced(lambda s, v: f_of(s, v, s.name("Z", s.layer - 1)))
    back = replaced(lambda s, v: op.mul(v[s.name("dA")], derivative(s.spec, v[s.name("Z", s.layer - 1)])))
    alone = labelled("", activation=forward)
    if i == case.n_layers and LOSSES[case.loss].family != "squares":
        return (alone,)
    return (alone, labelled("its derivative too", activation=forward, delta=back))


def softmax_over_batch(case: Case, i: int) -> Sequence[Variant]:
    """softmax along the samples."""
    if case.activations[i - 1] != "softmax":
        return ()

    def columns(s: Site, v: Env) -> Value:
        z = v[s.name("Z")]
        return by_hand(z, np.asarray(formulas.softmax(centre(z), axis=0)))

    def sums(s: Site, v: Env) -> Value:
        """The greatest is taken of each sample, as it should be."""
        z = v[s.name("Z")]
        e = np.exp(centre(z) - np.max(centre(z), axis=1, keepdims=True))
        return by_hand(z, np.asarray(e / np.sum(e, axis=0)))

    def whole(axis: int | None) -> Change:
        """One sum for all samples; the greatest is that of everything, which cancels, or of each sample."""

        def formula(s: Site, v: Env) -> Value:
            z = v[s.name("Z")]
            e = np.exp(centre(z) - np.max(centre(z), axis=axis, keepdims=True))
            return by_hand(z, np.asarray(e / np.sum(e)))

        return replaced(formula)

    ways = {
        "": replaced(columns), "the sum alone": replaced(sums), "over samples and classes at once": whole(None),
        "the sum alone, over samples and classes at once": whole(1),
    }  # fmt: skip
    found = [labelled(label, activation=there) for label, there in ways.items()]
    if case.loss.startswith("cross_entropy"):
        # the joint gradient often computes a softmax of its own
        right = replaced(lambda s, v: joint(s.c, softmax(v[s.name("Z")]), v["y"]))
        whole_too = "over samples and classes at once"
        forward_only = {"forward only": "", f"{whole_too}, forward only": whole_too}
        return (*found, *(labelled(x, activation=ways[way], delta=right) for x, way in forward_only.items()))
    return tuple(found)


def activation_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another formula than the declared activation's; the derivative from z, from the wrong a, or its own."""
    name, p = name_and_parameter(case.activations[i - 1])
    if case.loss.startswith(("bce", "cross_entropy")) and i == case.n_layers:
        return [labelled(label, activation=forward_by(g, p)) for label, g in output_formulas(name).items()]
    variants = []
    for label, g in WRONG_FORMULAS.get(name, {}).items():
        variants.append(labelled(label, activation=forward_by(g, p)))
        own = own_slope_by(g, p)
        variants.append(labelled(f"{label}, and its derivative", activation=forward_by(g, p), delta=own))
        if name == "gelu_tanh" and label in GELU_SLIPS:
            kept = own_slope_of(partial(gelu_slope_of_cached, constants=GELU_SLIPS[label]))
            variants.append(labelled(f"{label}, and the tanh kept", activation=forward_by(g, p), delta=kept))
        if name in FROM_ACTIVATION and label not in SAME_SLOPE:
            variants.append(
                labelled(f"{label}, derivative from it", activation=forward_by(g, p), delta=delta_by(name, p))
            )
    if name == "softmax" and case.sizes[-1] > 1:
        variants.append(labelled("not normalised", activation=replaced(lambda s, v: raw_softmax(v[s.name("Z")]))))
    return variants


def output_formulas(name: str) -> dict[str, Curve]:
    """What stands at the output in place of the sigmoid or softmax of a cross entropy."""
    if name == "softmax":
        return {"sigmoid": lambda z, p: formulas.sigmoid(z)}
    # of a single output it is 1, which is found where there are several
    return WRONG_FORMULAS["sigmoid"] | {"softmax": lambda z, p: formulas.softmax(z, axis=1)}


def forward_by(g: Curve, p: float) -> Change:
    """A = g(Z)."""

    def formula(s: Site, v: Env) -> Value:
        z = v[s.name("Z")]
        with np.errstate(all="ignore"):
            return by_hand(z, np.asarray(g(centre(z), p), dtype=np.float64))

    return replaced(formula)


def delta_by(name: str, p: float) -> Change:
    """dZ = dA ∘ the derivative written in terms of a."""

    def formula(s: Site, v: Env) -> Value:
        a = v[s.name("A")]
        return op.mul(v[s.name("dA")], by_hand(a, np.asarray(FROM_ACTIVATION[name](centre(a), p), dtype=np.float64)))

    return replaced(formula)


def own_slope_by(g: Curve, p: float) -> Change:
    """dZ = dA ∘ g'(Z): what an engine that differentiates by itself makes of a wrong formula."""
    return own_slope_of(lambda z: slope(g, z, p))


def own_slope_of(h: Callable[[Array], NDArray[Any]]) -> Change:
    """dZ = dA ∘ h(Z)."""

    def formula(s: Site, v: Env) -> Value:
        z = v[s.name("Z")]
        with np.errstate(all="ignore"):
            return op.mul(v[s.name("dA")], by_hand(z, h(centre(z))))

    return replaced(formula)


def raw_softmax(z: Value) -> Value:
    """exp(z - max z), which does not sum to 1."""
    c = centre(z)
    return by_hand(z, np.exp(c - c.max(axis=1, keepdims=True)))


def output_twice(case: Case, i: int) -> Sequence[Variant]:
    """Sigmoid or softmax of a probability: p - y all the same, or in the loss alone."""
    if i != case.n_layers or LOSSES[case.loss].family == "squares":
        return ()
    spec = case.activations[-1]
    f = softmax if spec == "softmax" else partial(activation, spec)

    def through(s: Site, v: Env) -> Value:
        p = f(v[s.name("Z")])
        d = joint(s.c, f(p), v["y"])
        return softmax_backward(d, p) if spec == "softmax" else op.mul(d, derivative(spec, v[s.name("Z")]))

    twice = replaced(lambda s, v: f(f(v[s.name("Z")])))
    return (
        labelled("forward only", activation=twice),
        labelled("in the loss", delta=replaced(through)),
    )


def bias_after_keeping(case: Case, i: int) -> Sequence[Variant]:
    """Z is kept before the bias is added: A is right, and f' is taken at W a."""
    if not elementwise(case.activations[i - 1]) or (i == case.n_layers and LOSSES[case.loss].family != "squares"):
        return ()
    there = replaced(lambda s, v: z_of(s, v, s.name("A", s.layer - 1), 0))
    forward = replaced(lambda s, v: activation(s.spec, op.add(v[s.name("Z")], v[s.name("b")])))
    return with_bias(case, *one(pre_activation=there, activation=forward))


def preactivation_overwritten(case: Case, i: int) -> Sequence[Variant]:
    """The activation is written into Z: A is right, and whatever reads Z afterwards, f' for one, finds A there."""
    if not elementwise(case.activations[i - 1]):
        return ()
    there = wrapped(lambda s, v, z: activation(s.spec, z))
    return one(pre_activation=there, activation=replaced(lambda s, v: v[s.name("Z")]))


def single_precision(case: Case, i: int) -> Sequence[Variant]:
    """A layer computed in float32 or float16 inside a float64 network."""
    if case.dtype != "float64":
        return ()

    def through(dtype: str) -> Variant:
        return labelled(
            dtype, pre_activation=wrapped(lambda s, v, z: by_hand(z, centre(z).astype(dtype).astype(np.float64)))
        )

    return (through("float32"), through("float16"))


DEFECTS = (
    Defect("bias-omitted", "forward", lambda c, i: bias_times(c, 0)),
    Defect("bias-sign", "forward", lambda c, i: bias_times(c, -1)),
    Defect("activation-omitted", "forward", activation_omitted),
    Defect("activation-on-output", "forward", activation_on_output),
    Defect("preactivation-fed-forward", "forward", preactivation_fed_forward),
    Defect("layer-skipped", "forward", layer_skipped),
    Defect("layer-input-reused", "forward", layer_input_reused),
    Defect("activation-from-wrong-layer", "forward", activation_from_wrong_layer),
    Defect("parameters-of-wrong-layer", "forward", parameters_of_wrong_layer),
    Defect("softmax-over-batch", "forward", softmax_over_batch),
    Defect("output-activation-twice", "forward", output_twice),
    Defect("activation-formula", "forward", activation_formula, generic=1),
    Defect("preactivation-overwritten", "forward", preactivation_overwritten),
    Defect("preactivation-without-bias", "forward", bias_after_keeping),
    Defect("single-precision-inside", "forward", single_precision),
)  # fmt: skip
