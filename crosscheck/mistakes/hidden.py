"""Mistakes on the way down: dZ = dA ∘ f'(Z), and what is handed to the layer below, dA_{i-1} = dZ W."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, MutableMapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Array, Value, centre
from crosscheck.catalogue import spelled
from crosscheck.mistakes.forward import elementwise
from crosscheck.mistakes.output import hand, has_derivative, scaled, squares, textbook_form
from crosscheck.mistakes.parameters import data, product_of, sum_of
from crosscheck.mistakes.site import (
    Change,
    Defect,
    Site,
    Variant,
    by_hand,
    labelled,
    one,
    part,
    replaced,
    width,
    wrapped,
)  # fmt: skip
from crosscheck.smoothness import derivative
from crosscheck.steps import Env, Formula, updated, velocity
from crosscheck.vocabulary import KINKED, Spec, name_and_parameter
from manual_mlp import activations as formulas

if TYPE_CHECKING:
    from crosscheck.case import Case


def derivative_by(formula: object) -> Change:
    """dZ = dA ∘ formula(site, v)."""
    return replaced(lambda s, v: op.mul(v[s.name("dA")], formula(s, v)))  # type: ignore[operator]


def the_long_way_of(case: Case, i: int) -> bool:
    """Whether code may come by the joint gradient of a sigmoid and its cross entropy as dL/dp ∘ f'(Z)."""
    return i == case.n_layers and not squares(case) and case.activations[-1] == "sigmoid"


def derivative_at_activation(case: Case, i: int) -> Sequence[Variant]:
    """f'(a) where f'(z) was due."""
    if not (has_derivative(case, i) or the_long_way_of(case, i)):
        return ()
    return one(delta=derivative_by(lambda s, v: derivative(s.spec, v[s.name("A")])))


def derivative_at_preactivation(case: Case, i: int) -> Sequence[Variant]:
    """a(1 - a), or 1 - a², given z in place of a."""
    name, p = name_and_parameter(case.activations[i - 1])
    form = textbook_form(name)
    if form is None or not (has_derivative(case, i) or the_long_way_of(case, i)):
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
    """f'(Z_j) with j another layer of the same width, or of one unit, which is spread over all; in whatever form."""
    if not has_derivative(case, i):
        return ()

    def of(j: int) -> Variant:
        def change(s: Site, formula: Formula) -> Formula:
            return lambda v: formula(elsewhere(s, v, j))

        return labelled({i + 1: "the layer above", i - 1: "the layer below"}.get(j, f"layer {j}"), delta=change)

    return [of(j) for j in range(1, case.n_layers + 1) if j != i and width(case, j) in (1, width(case, i))]


def elsewhere(s: Site, v: Env, j: int) -> Env:
    """Where Z and A of layer j stand under the names of this layer's."""
    there = {s.name(quantity): v[s.name(quantity, j)] for quantity in ("Z", "A")}
    return ChainMap(there, cast("MutableMapping[str, Value]", v))


def derivative_twice(case: Case, i: int) -> Sequence[Variant]:
    """f'(Z) applied two times."""
    name, p = name_and_parameter(case.activations[i - 1])
    if not has_derivative(case, i) or name == "relu":
        return ()
    if name == "leaky_relu" and np.isclose(p * p, 0.01):
        # a slope of 0.1 twice is one of 0.01, which people write by habit: `derivative-formula` is the likelier story
        return ()
    return one(delta=wrapped(lambda s, v, d: op.mul(d, derivative(s.spec, v[s.name("Z")]))))


def gelu_slope(
    z: Array,
    first: float = 1.0,
    second: float = 1.0,
    inner: Callable[[float, Array], Array] = lambda c, t: c * (1 + 3 * 0.044715 * t**2),
    factor: Callable[[Array], Array] = lambda t: 0.5 * t,
    sech: Callable[[Array], Array] = lambda t: 1 - t**2,
    of_tanh: bool = True,
) -> NDArray[Any]:
    """The derivative of gelu_tanh, (1 + t)/2 + z/2 (1 - t²) u', of which every piece may be another; t = tanh u."""
    c = float(np.sqrt(2 / np.pi))
    u = c * (z + 0.044715 * z**3)
    t = np.tanh(u)
    return np.asarray(first * 0.5 * (1 + t) + second * factor(z) * sech(t if of_tanh else u) * inner(c, z))


def normal_cdf(z: Array) -> Array:
    """Φ(z)."""
    from math import erf

    return np.asarray(np.vectorize(lambda t: 0.5 * (1 + erf(t / np.sqrt(2))), otypes=[np.float64])(z))


# The derivative in another form than it has, in terms of z, a and the activation's parameter.
WRONG_DERIVATIVES: dict[str, dict[str, Callable[[Array, Array, float], NDArray[Any]]]] = {
    "sigmoid": {
        "1 - a": lambda z, a, p: 1 - a,
        "a": lambda z, a, p: a,
        "a·1 - a, which is 0": lambda z, a, p: 0 * a,
        "a(1 + a)": lambda z, a, p: a * (1 + a),
        "a(a - 1)": lambda z, a, p: a * (a - 1),
        "a²": lambda z, a, p: a**2,
        "1 - a²": lambda z, a, p: 1 - a**2,
        "a - 1": lambda z, a, p: a - 1,
        "a(1 - a²)": lambda z, a, p: a * (1 - a**2),
        "exp(z)/(1 + exp(-z))²": lambda z, a, p: np.exp(z) / (1 + np.exp(-z)) ** 2,
        "exp(-z)": lambda z, a, p: np.exp(-z),
        "a(1 - z)": lambda z, a, p: a * (1 - z),
        "z(1 - a)": lambda z, a, p: z * (1 - a),
        "(1 - a²)/2": lambda z, a, p: (1 - a**2) / 2,
    },
    "tanh": {
        "1 - a": lambda z, a, p: 1 - a,
        "1 + a²": lambda z, a, p: 1 + a**2,
        "(1 - a)²": lambda z, a, p: (1 - a) ** 2,
        "a²": lambda z, a, p: a**2,
        "a² - 1": lambda z, a, p: a**2 - 1,
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "1 - |a|": lambda z, a, p: 1 - np.abs(a),
        "a": lambda z, a, p: a,
        "1 - 2a": lambda z, a, p: 1 - 2 * a,
        "1/cosh(z)": lambda z, a, p: 1 / np.cosh(z),
        "1/(1 + z²)": lambda z, a, p: 1 / (1 + z**2),
        "1 + a": lambda z, a, p: 1 + a,
        "1 - z a": lambda z, a, p: 1 - z * a,
        "z > 0": lambda z, a, p: (z > 0) * 1.0,
    },
    "relu": {
        "max(z, 0)": lambda z, a, p: a,
        "z": lambda z, a, p: z,
        "z < 0": lambda z, a, p: (z < 0) * 1.0,
        "sign(z)": lambda z, a, p: np.sign(z),
        "0.01 below zero": lambda z, a, p: np.where(z > 0, 1.0, 0.01),
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "1 - a²": lambda z, a, p: 1 - a**2,
    },
    "leaky_relu": {
        "a": lambda z, a, p: a,
        "0 below zero": lambda z, a, p: (z > 0) * 1.0,
        "-slope below zero": lambda z, a, p: np.where(z > 0, 1.0, -p),
        "slope 0.1": lambda z, a, p: np.where(z > 0, 1.0, 0.1),
        "slope 0.2": lambda z, a, p: np.where(z > 0, 1.0, 0.2),
        "slope 0.01": lambda z, a, p: np.where(z > 0, 1.0, 0.01),
        "slope 0.001": lambda z, a, p: np.where(z > 0, 1.0, 0.001),
        "slope above zero": lambda z, a, p: np.where(z > 0, p, 1.0),
        "slope everywhere": lambda z, a, p: np.full_like(z, p),
        "a below zero": lambda z, a, p: np.where(z > 0, 1.0, a),
        "z above zero": lambda z, a, p: np.where(z > 0, z, p),
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "1 - a²": lambda z, a, p: 1 - a**2,
    },
    "elu": {
        "a": lambda z, a, p: a,
        "0 below zero": lambda z, a, p: (z > 0) * 1.0,
        "exp(z) without α": lambda z, a, p: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0))),
        "a below zero": lambda z, a, p: np.where(z > 0, 1.0, a),
        "a + 1 below zero": lambda z, a, p: np.where(z > 0, 1.0, a + 1),
        "α below zero": lambda z, a, p: np.where(z > 0, 1.0, p),
        "α² exp(z) below zero": lambda z, a, p: np.where(z > 0, 1.0, p**2 * np.exp(np.minimum(z, 0))),
        "-α exp(z) below zero": lambda z, a, p: np.where(z > 0, 1.0, -p * np.exp(np.minimum(z, 0))),
        "α exp(-z) below zero": lambda z, a, p: np.where(z > 0, 1.0, p * np.exp(-np.minimum(z, 0))),
        "exp(z) - 1 below zero": lambda z, a, p: np.where(z > 0, 1.0, np.expm1(np.minimum(z, 0))),
    },
    "softplus": {
        "sigmoid(-z)": lambda z, a, p: formulas.sigmoid(-z),
        "1 - sigmoid(a)": lambda z, a, p: 1 - formulas.sigmoid(a),
        "σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * formulas.sigmoid(-z),
        "a": lambda z, a, p: a,
        "exp(z)": lambda z, a, p: np.exp(z),
        "1/(1 + z)": lambda z, a, p: 1 / (1 + z),
        "exp(-z)/(1 + exp(z))": lambda z, a, p: np.exp(-z) / (1 + np.exp(z)),
        "1/(1 - exp(-z))": lambda z, a, p: 1 / (1 - np.exp(-z)),
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "z > 0": lambda z, a, p: (z > 0) * 1.0,
    },
    "gelu_tanh": {
        "without the second term": lambda z, a, p: gelu_slope(z, second=0.0),
        "without the first term": lambda z, a, p: gelu_slope(z, first=0.0),
        "without the 3 of 3 z²": lambda z, a, p: gelu_slope(z, inner=lambda c, t: c * (1 + 0.044715 * t**2)),
        "without √(2/π) in the second term": lambda z, a, p: gelu_slope(z, inner=lambda c, t: 1 + 3 * 0.044715 * t**2),
        "without 3 · 0.044715 z²": lambda z, a, p: gelu_slope(z, inner=lambda c, t: c + 0 * t),
        "3 · 0.044715 z³": lambda z, a, p: gelu_slope(z, inner=lambda c, t: c * (1 + 3 * 0.044715 * t**3)),
        "3 · 0.044715 z": lambda z, a, p: gelu_slope(z, inner=lambda c, t: c * (1 + 3 * 0.044715 * t)),
        "without the inner derivative": lambda z, a, p: gelu_slope(z, inner=lambda c, t: 1 + 0 * t),
        "without the z of the second term": lambda z, a, p: gelu_slope(z, factor=lambda t: 0.5 + 0 * t),
        "without the 1/2 of the second term": lambda z, a, p: gelu_slope(z, second=2.0),
        "1 - tanh in place of 1 - tanh²": lambda z, a, p: gelu_slope(z, sech=lambda t: 1 - t),
        "1 + tanh² in place of 1 - tanh²": lambda z, a, p: gelu_slope(z, sech=lambda t: 1 + t**2),
        "1/cosh in place of 1/cosh²": lambda z, a, p: gelu_slope(z, sech=lambda t: np.sqrt(1 - t**2)),
        "1 - u² in place of 1 - tanh²(u)": lambda z, a, p: gelu_slope(z, of_tanh=False),
        "a": lambda z, a, p: a,
        "the second term subtracted": lambda z, a, p: gelu_slope(z, second=-1.0),
        "of the exact gelu": lambda z, a, p: normal_cdf(z) + z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi),
        "of the exact gelu, without its second term": lambda z, a, p: normal_cdf(z),
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "z > 0": lambda z, a, p: (z > 0) * 1.0,
        "of z sigmoid(1.702 z)": lambda z, a, p: (
            formulas.sigmoid(1.702 * z) * (1 + 1.702 * z * formulas.sigmoid(-1.702 * z))
        ),
    },
    "silu": {
        "σ(z)": lambda z, a, p: formulas.sigmoid(z),
        "σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * formulas.sigmoid(-z),
        "a + σ(z)": lambda z, a, p: a + formulas.sigmoid(z),
        "σ(z) + a σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * (1 + a * formulas.sigmoid(-z)),
        "σ(z) + σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) * (1 + formulas.sigmoid(-z)),
        "z σ(z)(1 - σ(z))": lambda z, a, p: a * formulas.sigmoid(-z),
        "a": lambda z, a, p: a,
        "a(1 - a)": lambda z, a, p: a * (1 - a),
        "σ(z) + a(1 - a)": lambda z, a, p: formulas.sigmoid(z) + a * (1 - a),
        "a + σ(z)(1 - σ(z))": lambda z, a, p: a + formulas.sigmoid(z) * formulas.sigmoid(-z),
        "a + σ(z)(1 + a)": lambda z, a, p: a + formulas.sigmoid(z) * (1 + a),
        "a + z(1 - a)": lambda z, a, p: a + z * (1 - a),
        "σ(z) + z(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) + z * formulas.sigmoid(-z),
        "σ(z) - z σ(z)(1 - σ(z))": lambda z, a, p: formulas.sigmoid(z) - a * formulas.sigmoid(-z),
        "σ(z)(1 + z(1 + σ(z)))": lambda z, a, p: formulas.sigmoid(z) * (1 + z * (1 + formulas.sigmoid(z))),
        "z > 0": lambda z, a, p: (z > 0) * 1.0,
    },
}


def derivative_formula(case: Case, i: int) -> Sequence[Variant]:
    """Another formula than the derivative's."""
    name, p = name_and_parameter(case.activations[i - 1])
    long_way = the_long_way_of(case, i)
    if not (has_derivative(case, i) or long_way):
        return ()

    def variant(label: str, g: Callable[[Array, Array, float], NDArray[Any]]) -> Variant:
        def slope(s: Site, v: Env) -> Value:
            z, a = v[s.name("Z")], v[s.name("A")]
            with np.errstate(all="ignore"):
                return by_hand(z, np.asarray(g(centre(z), centre(a), p), dtype=np.float64))

        return labelled(label, delta=derivative_by(slope))

    forms = dict(WRONG_DERIVATIVES.get(name, {}))
    if not any(label.endswith("which is 0") for label in forms):
        forms["0"] = lambda z, a, p: 0 * z
    found = [variant(label, g) for label, g in forms.items()]
    if long_way:
        return found
    others = dict.fromkeys(s for s in case.activations if elementwise(s) and s != case.activations[i - 1])
    # one derivative for all layers, or an index off by one in the list of activations
    return [*found, *(labelled(f"that of {spelled(spec)}", delta=derivative_by(slope_of(spec))) for spec in others)]


def slope_of(spec: Spec) -> Callable[[Site, Env], Value]:
    """Another activation's f'(Z)."""
    return lambda s, v: derivative(spec, v[s.name("Z")])


def masked_by_gradient(case: Case, i: int) -> Sequence[Variant]:
    """dZ = dA where dA > 0: the mask asks the gradient that comes down, not the pre-activation."""
    name, p = name_and_parameter(case.activations[i - 1])
    if not has_derivative(case, i) or name not in ("relu", "leaky_relu"):
        return ()
    below = p if name == "leaky_relu" else 0.0

    def mask(s: Site, v: Env) -> Value:
        g = v[s.name("dA")]
        return by_hand(g, np.where(centre(g) > 0, 1.0, below))

    both = wrapped(lambda s, v, d: op.mul(d, mask(s, v)))
    return (labelled("", delta=derivative_by(mask)), labelled("besides the right one", delta=both))


def relu_at_zero(case: Case, i: int) -> Sequence[Variant]:
    """The derivative at exactly zero from the other side."""
    if not has_derivative(case, i) or name_and_parameter(case.activations[i - 1])[0] not in KINKED:
        return ()

    def other_side(s: Site, v: Env, dz: Value) -> Value:
        """1 in place of what it is there; whatever else is wrong with the derivative stays."""
        z, da = centre(v[s.name("Z")]), centre(v[s.name("dA")])
        return by_hand(dz, np.where(z == 0, da, centre(dz)))

    return one(delta=wrapped(other_side))


def delta_skips_derivative(case: Case, i: int) -> Sequence[Variant]:
    """dA_{i-1} = dA_i W_i: handed down before it met the local derivative."""
    if not (has_derivative(case, i) or case.activations[i - 1] in ("sigmoid", "softmax")):
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


def through_its_gradient(case: Case, i: int) -> Sequence[Variant]:
    """The error sent down through dW in place of W."""
    return one(propagated=replaced(lambda s, v: op.matmul(v[s.name("dZ")], v[s.name("dW")])))


def derivative_after_gradient(case: Case, i: int) -> Sequence[Variant]:
    """dZ = dA when dW and db are made of it; f'(Z) is met only on the way down, where it was due before."""
    if not any(elementwise(spec) for spec in case.activations[:-1]):
        return ()
    spec, last = case.activations[i - 1], i == case.n_layers
    joined = last and not has_derivative(case, i)  # by the loss, or without one
    if not joined and not elementwise(spec):
        return ()
    late: dict[str, Change] = {"propagated": replaced(met_on_the_way(case.activations[-2] if joined else spec))}
    if not joined:
        late["delta"] = replaced(lambda s, v: v[s.name("dA")])
    own_output = [Variant("", late)] if not joined else []
    if has_derivative(case, case.n_layers) or not elementwise(case.activations[-2]):
        return own_output
    return [*own_output, Variant("at the output too", late)]


def met_on_the_way(spec: Spec) -> Callable[[Site, Env], Value]:
    """(dZ ∘ f'(Z)) W, where dZ has not met its derivative before."""
    return lambda s, v: op.matmul(op.mul(v[s.name("dZ")], derivative(spec, v[s.name("Z")])), v[s.name("W")])


def from_one_unit(case: Case, i: int) -> Sequence[Variant]:
    """The sum over the units above overwritten in each turn, or begun or ended a unit off."""
    k = width(case, i)

    def of(units: slice) -> Change:
        def formula(s: Site, v: Env) -> Value:
            if units.start == units.stop:  # of a single unit, all but one is nothing
                return by_hand(v[s.name("dZ")], np.zeros((s.case.n_samples, width(s.case, s.layer - 1))))
            return through_units(s, v, units)

        return replaced(formula)

    found = [
        labelled("all but the last", propagated=of(slice(0, k - 1))),
        labelled("all but the first", propagated=of(slice(1, k))),
    ]
    if k == 1:
        return found
    one_of_them = {"the last": slice(k - 1, k), "the first": slice(0, 1)}
    return [*(labelled(label, propagated=of(units)) for label, units in one_of_them.items()), *found]


def through_units(s: Site, v: Env, units: slice) -> Value:
    """The error that some of the units hand down."""
    return op.matmul(part(v[s.name("dZ")], (slice(None), units)), part(v[s.name("W")], (units, slice(None))))


def overwritten(case: Case, i: int) -> Sequence[Variant]:
    """`=` in place of `+=` in the way back of a product: of all that a number is used for, one counts."""
    if case.n_layers == 1:
        return ()
    found = []
    for end, one_use in (("first", slice(0, 1)), ("last", slice(-1, None))):  # of the samples, and of the units
        weights: dict[str, Change] = {
            "propagated": replaced(partial(through_units, units=one_use)),
            "weight-gradient": data("W", product_of(one_use)),
        }
        if case.biases is None:
            found.append(Variant(f"the {end} use", weights))
            continue
        found.append(Variant(f"the {end} use, but for the biases", weights))
        found.append(Variant(f"the {end} use", weights | {"bias-gradient": data("b", sum_of(one_use))}))
    return found


FIRST, LAST = "the bias comes first", "the bias comes last"


def folded(s: Site, v: Env, i: int, order: str) -> Value:
    """As many columns of [b W], or of [W b], as W has, from the wrong end."""
    W, b = v[s.name("W", i)], v[s.name("b", i)]
    w, c = centre(W), centre(b)[:, None]
    return by_hand(W, np.hstack([c, w[:, :-1]] if order == FIRST else [w[:, 1:], c]))


def wrong_rows(case: Case, i: int) -> Sequence[Variant]:
    """Of a matrix with the bias folded in, not the bias is left out on the way back but the row at the other end."""
    if case.biases is None:
        return ()

    def before(order: str) -> Variant:
        change = replaced(lambda s, v: op.matmul(v[s.name("dZ")], folded(s, v, s.layer, order)))
        return labelled(order, propagated=change)

    def after(order: str, label: str, of_one: float) -> Variant:
        """The error of the constant unit has met a derivative of its own before the wrong end is cut off."""

        def formula(s: Site, v: Env) -> Value:
            e = op.matmul(v[s.name("dZ", s.layer + 1)], folded(s, v, s.layer + 1, order))
            d = derivative(s.spec, v[s.name("Z")])
            one = np.full((s.case.n_samples, 1), of_one)
            f = np.hstack([one, centre(d)[:, :-1]] if order == FIRST else [centre(d)[:, 1:], one])
            return op.mul(e, by_hand(d, f))

        return labelled(f"{order}, {label}", delta=replaced(formula))

    found = [before(order) for order in (FIRST, LAST)]
    if i == case.n_layers or not has_derivative(case, i):
        return found
    name, p = name_and_parameter(case.activations[i - 1])
    slope = float(centre(derivative(case.activations[i - 1], np.ones(1)))[0])
    form = textbook_form(name)
    found += [after(order, "after f′(1)", slope) for order in (FIRST, LAST)]
    if form is not None:
        of_a = float(form(np.ones(1), p)[0])  # type: ignore[operator]
        found += [after(order, "after f′ where a is 1", of_a) for order in (FIRST, LAST) if of_a != slope]
    return found


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


DEFECTS = (
    Defect("derivative-at-activation", "hidden", derivative_at_activation),
    Defect("derivative-at-preactivation", "hidden", derivative_at_preactivation),
    Defect("derivative-missing", "hidden", derivative_missing),
    Defect("derivative-always-one", "hidden", derivative_always_one),
    Defect("derivative-formula", "hidden", derivative_formula, generic=1),
    Defect("derivative-of-wrong-layer", "hidden", derivative_of_wrong_layer),
    Defect("derivative-twice", "hidden", derivative_twice),
    Defect("gradient-masked-by-itself", "hidden", masked_by_gradient),
    Defect("relu-gradient-at-zero", "hidden", relu_at_zero),
    Defect("delta-skips-derivative", "hidden", delta_skips_derivative),
    Defect("weight-not-transposed", "hidden", weight_not_transposed),
    Defect("weights-of-wrong-layer", "hidden", weights_of_wrong_layer),
    Defect("gradient-in-place-of-weights", "hidden", through_its_gradient),
    Defect("derivative-after-gradient", "hidden", derivative_after_gradient, everywhere=True),
    Defect("error-from-some-units", "hidden", from_one_unit),
    Defect("gradient-overwritten", "hidden", overwritten, everywhere=True),
    Defect("bias-row-sent-down", "hidden", wrong_rows),
    Defect("weights-updated-before-propagation", "hidden", updated_before_propagation),
    Defect("error-averaged-on-the-way-down", "hidden", handed_down_averaged, generic=1),
)
