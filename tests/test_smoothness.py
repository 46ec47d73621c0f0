"""The table of activations' constants against dense grids, and textbook evaluations inside the balls it gives."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.random import RandomState

from crosscheck.ball import Ball, Value, exact, rounding
from crosscheck.smoothness import activation, derivative, smoothness
from crosscheck.vocabulary import ACTIVATIONS, Spec
from manual_mlp import activations
from tests.exact import Array
from tests.grid import HIDDEN

DTYPES = ("float64", "float32")
# Dense around zero, where most of the suprema are, and out to where every activation is straight.
DENSE = np.concatenate([np.linspace(-200, -12.1, 2000), np.linspace(-12, 12, 200_001), np.linspace(12.1, 200, 2000)])
SLOPE, CUBIC = np.sqrt(2 / np.pi), 0.044715


def inner(z: Array) -> Array:
    return np.asarray(z.dtype.type(SLOPE) * (z + z.dtype.type(CUBIC) * z**3))


def d_inner(z: Array) -> Array:
    return np.asarray(z.dtype.type(SLOPE) * (1 + z.dtype.type(3 * CUBIC) * z**2))


def logistic(z: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-z)))


def quotient(z: Array) -> Array:
    return np.asarray((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))


# As they stand in textbooks and in networks that people write: right, and in places unstable.
TEXTBOOK: dict[str, tuple[Spec, Callable[[Array], Array]]] = {
    "1 / (1 + exp(-z))": ("sigmoid", logistic),
    "exp(z) / (1 + exp(z))": ("sigmoid", lambda z: np.exp(z) / (1 + np.exp(z))),
    "(1 + tanh(z/2)) / 2": ("sigmoid", lambda z: (1 + np.tanh(z / 2)) / 2),
    "(e^z - e^-z) / (e^z + e^-z)": ("tanh", quotient),
    "2 sigmoid(2z) - 1": ("tanh", lambda z: 2 * logistic(2 * z) - 1),
    "log(1 + exp(z))": ("softplus", lambda z: np.log(1 + np.exp(z))),
    "max(z, 0)": ("relu", lambda z: np.maximum(z, 0)),
    "z * (z > 0)": ("relu", lambda z: z * (z > 0)),
    "max(0.01 z, z)": ("leaky_relu", lambda z: np.maximum(z.dtype.type(0.01) * z, z)),
    "exp(z) - 1": ("elu", lambda z: np.where(z > 0, z, np.exp(z) - 1)),
    "0.7 (exp(z) - 1)": (("elu", 0.7), lambda z: np.where(z > 0, z, z.dtype.type(0.7) * (np.exp(z) - 1))),
    "0.5 z (1 + tanh u)": ("gelu_tanh", lambda z: z.dtype.type(0.5) * z * (1 + np.tanh(inner(z)))),
    "z / (1 + exp(-z))": ("silu", lambda z: z / (1 + np.exp(-z))),
    "z sigmoid(z)": ("silu", lambda z: z * logistic(z)),
}
TEXTBOOK_DERIVATIVES: dict[str, tuple[Spec, Callable[[Array], Array]]] = {
    "a (1 - a)": ("sigmoid", lambda z: logistic(z) * (1 - logistic(z))),
    "a - a²": ("sigmoid", lambda z: logistic(z) - logistic(z) ** 2),
    "exp(-z) / (1 + exp(-z))²": ("sigmoid", lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "1 - a²": ("tanh", lambda z: 1 - np.tanh(z) ** 2),
    "1 - a² of a quotient": ("tanh", lambda z: 1 - quotient(z) ** 2),
    "1 / cosh²": ("tanh", lambda z: 1 / np.cosh(z) ** 2),
    "1 / (1 + exp(-z))": ("softplus", logistic),
    "1 - exp(-a)": ("softplus", lambda z: 1 - np.exp(-np.log(1 + np.exp(z)))),
    "a > 0": ("relu", lambda z: (np.maximum(z, 0) > 0).astype(z.dtype)),
    "0.01 or 1": ("leaky_relu", lambda z: np.where(z > 0, z.dtype.type(1), z.dtype.type(0.01))),
    "exp(z) or 1": ("elu", lambda z: np.where(z > 0, z.dtype.type(1), np.exp(z))),
    "a + alpha or 1": (
        ("elu", 0.7),
        lambda z: np.where(z > 0, z.dtype.type(1), z.dtype.type(0.7) * (np.exp(z) - 1) + z.dtype.type(0.7)),
    ),
    "(1 + t)/2 + z/2 (1 - t²) u'": (
        "gelu_tanh",
        lambda z: (1 + np.tanh(inner(z))) / 2 + z / 2 * (1 - np.tanh(inner(z)) ** 2) * d_inner(z),
    ),
    "s + z s (1 - s)": ("silu", lambda z: logistic(z) + z * logistic(z) * (1 - logistic(z))),
    "s (1 + z (1 - s))": ("silu", lambda z: logistic(z) * (1 + z * (1 - logistic(z)))),
    "a + s (1 - a)": ("silu", lambda z: z * logistic(z) + logistic(z) * (1 - z * logistic(z))),
}


def as_ball(value: Value) -> Ball:
    assert isinstance(value, Ball)
    return value


def draws(seed: int, dtype: str, n: int = 20_000) -> Array:
    stream = RandomState(seed)
    return np.concatenate(
        [stream.uniform(-20, 20, n), stream.standard_normal(n) * 10.0 ** stream.uniform(-6, 0, n)]
    ).astype(dtype)


def worst_ratio(found: Array, ball: Ball) -> float:
    return float(np.max(np.abs(found.astype(np.float64) - ball.v) / ball.radius))


def n_outside(found: Array, ball: Ball) -> int:
    return int(np.count_nonzero(~(np.abs(found.astype(np.float64) - ball.v) <= ball.radius)))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("formula", TEXTBOOK)
def test_textbook_activation_lies_in_the_ball(formula: str, dtype: str, seed: int):
    spec, f = TEXTBOOK[formula]
    z = draws(seed, dtype)
    ball = as_ball(activation(spec, exact(z, rounding(dtype))))
    assert worst_ratio(f(z), ball) <= 1


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("formula", TEXTBOOK_DERIVATIVES)
def test_textbook_derivative_lies_in_the_ball(formula: str, dtype: str, seed: int):
    spec, df = TEXTBOOK_DERIVATIVES[formula]
    z = draws(seed, dtype)
    ball = as_ball(derivative(spec, exact(z, rounding(dtype))))
    assert n_outside(df(z), ball) == 0


@pytest.mark.parametrize("spec", [s for s in HIDDEN if s not in ("identity", "relu")], ids=str)  # those are exact
def test_a_hundredth_of_the_ball_would_not_hold(spec: Spec, seed: int):
    # In float32, since in float64 the centre itself rounds as the candidate does.
    z, r = draws(seed, "float32"), rounding("float32")
    values = [f(z) for s, f in TEXTBOOK.values() if s == spec] or [activations.resolve(spec)[0](z)]
    slopes = [f(z) for s, f in TEXTBOOK_DERIVATIVES.values() if s == spec] or [activations.resolve(spec)[1](z)]
    ball, slope = as_ball(activation(spec, exact(z, r))), as_ball(derivative(spec, exact(z, r)))
    assert max(worst_ratio(a, ball) for a in values) > 0.01
    assert max(worst_ratio(d, slope) for d in slopes) > 0.01


@pytest.mark.parametrize("width", [1e-8, 1e-3, 0.5, 5.0])
@pytest.mark.parametrize("spec", HIDDEN, ids=str)
def test_balls_hold_every_input_inside_theirs(spec: Spec, width: float, seed: int):
    # Kinks within reach, inputs at the edge of their balls and anywhere inside.
    stream = RandomState(seed)
    z = np.concatenate([stream.uniform(-15, 15, 4000), width * stream.uniform(-2, 2, 4000), np.zeros(3)])
    e = width * stream.uniform(0, 1, z.shape)
    ball = Ball(z, e, rounding("float64"))
    a, d = as_ball(activation(spec, ball)), as_ball(derivative(spec, ball))
    f, df = activations.resolve(spec)
    inside = np.maximum(e - 2 * np.spacing(np.abs(z) + e), 0)  # z ± e is rounded, and may come to lie outside
    for t in (z - inside, z + inside, z + inside * stream.uniform(-1, 1, z.shape)):
        assert n_outside(f(t), a) == n_outside(df(t), d) == 0


@pytest.mark.parametrize("spec", [*HIDDEN, ("leaky_relu", 3.0), ("elu", 2.5)], ids=str)
def test_constants_bound_the_derivatives_and_no_more(spec: Spec):
    s, (f, df) = smoothness(spec), activations.resolve(spec)
    slope = df(DENSE)
    assert close_below(np.max(np.abs(slope)), s.L1)
    assert close_below(np.max(slope) - np.min(slope), s.spread)
    assert s.jump == pytest.approx(abs(df(np.array([1e-12]))[0] - df(np.array([-1e-12]))[0]), abs=1e-9)
    beside = DENSE[:-1] * DENSE[1:] > 0  # a difference over the kink is the jump
    curvature = np.abs(np.diff(slope) / np.diff(DENSE))[beside]
    assert close_below(np.max(curvature), s.L2)
    if np.isfinite(s.bounded):
        assert close_below(np.max(f(DENSE)) - np.min(f(DENSE)), s.bounded)


def close_below(found: np.floating, bound: float) -> bool:
    """At most the bound, and no less than nine tenths of it."""
    return bool(0.9 * bound <= found * (1 + 1e-6) and found <= bound * (1 + 1e-6))


@pytest.mark.parametrize("name", [n for n in ACTIVATIONS if n != "softmax"])
def test_on_plain_arrays_these_are_the_plain_functions(name: str):
    f, df = activations.resolve(name)
    z = np.linspace(-3, 3, 7)
    np.testing.assert_array_equal(activation(name, z), f(z))
    np.testing.assert_array_equal(derivative(name, z), df(z))


@pytest.mark.parametrize("spec", ["relu", "leaky_relu", "elu"])
def test_at_a_kink_any_value_between_the_one_sided_derivatives(spec: str):
    z = Ball(np.array([1e-9]), np.array([1e-8]), rounding("float64"))
    d = as_ball(derivative(spec, z))
    left = activations.resolve(spec)[1](np.array([-1e-9]))
    assert np.abs(left - d.v) <= d.radius


def test_an_unknown_activation_is_named():
    with pytest.raises(ValueError, match="unknown activation 'swish': expected one of identity, relu"):
        smoothness("swish")
