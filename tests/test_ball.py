"""The rules of ball arithmetic against exact rational arithmetic: sound in every order, and not absurdly wide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import mpmath  # type: ignore[import-untyped]  # comes with torch, through sympy
import numpy as np
import pytest
from numpy.random import RandomState

from crosscheck import ball as op
from crosscheck.ball import Ball, Value, centre, exact, rounding
from crosscheck.smoothness import log_softmax, softmax
from manual_mlp import activations
from tests.exact import ORDERS, Array, fractions, matmul_exactly, matmul_in

mpmath.mp.prec = 200  # bits: fractions have no exponential
DTYPES = ("float64", "float32")


@dataclass(frozen=True)
class Rule:
    """One operation: its ball, an evaluation in an order of one's own, and the exact value."""

    ball: Callable[..., Value]
    evaluate: Callable[..., Array]
    exactly: Callable[..., Any]
    shapes: tuple[tuple[int, ...], ...]


RULES = {
    "matmul": Rule(op.matmul, matmul_in, matmul_exactly, ((3, 40), (40, 4))),
    "linear": Rule(
        op.linear,
        lambda order, x, W, b: order([b + 0 * x[:, :1], *(np.outer(x[:, k], W[:, k]) for k in range(x.shape[1]))]),
        lambda x, W, b: matmul_exactly(x, W.T) + b,
        ((3, 40), (4, 40), (4,)),
    ),
    "mul": Rule(op.mul, lambda _, a, b: a * b, lambda a, b: a * b, ((9, 9), (9, 9))),
    "add": Rule(op.add, lambda _, a, b: a + b, lambda a, b: a + b, ((9, 9), (9,))),
    "sub": Rule(op.sub, lambda _, a, b: a - b, lambda a, b: a - b, ((9, 9), (9, 9))),
    "div": Rule(op.div, lambda _, a, b: a / b, lambda a, b: a / b, ((9, 9), (9, 9))),
    "scale": Rule(
        lambda a: op.scale(0.1, a),
        lambda _, a: a.dtype.type(0.1) * a,
        lambda a: fractions(np.array([0.1])) * a,
        ((9, 9),),
    ),
    "total": Rule(lambda a: op.total(a, axis=0), lambda order, a: order(list(a)), lambda a: a.sum(axis=0), ((60, 5),)),
    "total of everything": Rule(op.total, lambda order, a: order(list(a.ravel())), lambda a: a.sum(), ((60, 5),)),
}


def numbers(stream: RandomState, shape: tuple[int, ...], dtype: str, kind: str) -> Array:
    """Signed numbers of very different sizes, or all the same: errors then add up instead of cancelling."""
    if kind == "constant":
        return np.full(shape, 1.1, dtype)
    return (stream.standard_normal(shape) * 10.0 ** stream.uniform(-3, 1, shape)).astype(dtype)


def around(stream: RandomState, a: Array, width: float) -> tuple[Ball, Array]:
    """A ball around an array, and a member at its very edge."""
    r = rounding(str(a.dtype))
    if width == 0:
        return exact(a, r), a
    e = width * np.abs(a.astype(np.float64))
    member = (a + np.where(stream.uniform(size=a.shape) < 0.5, -1, 1) * e).astype(a.dtype)
    return Ball(a.astype(np.float64), np.maximum(e, np.abs(member.astype(np.float64) - a)), r), member


def worst_ratio(found: Array, ball: Ball) -> float:
    """Worst error ÷ radius, by exact subtraction."""
    return worst_ratio_of(fractions(found), ball)


def worst_ratio_of(found: Any, ball: Ball) -> float:
    """The same for fractions."""
    error = np.abs(np.atleast_1d(found - fractions(ball.v))).astype(np.float64)
    return float(np.max(error / ball.radius))


@pytest.mark.parametrize("kind", ["random", "constant"])
@pytest.mark.parametrize("width", [0, 1e-4], ids=["exact inputs", "inputs with radii"])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", RULES)
def test_every_evaluation_lies_in_the_ball(name: str, order: str, dtype: str, width: float, kind: str, seed: int):
    rule, stream = RULES[name], RandomState(seed)
    for _ in range(5):
        pairs = [around(stream, numbers(stream, shape, dtype, kind), width) for shape in rule.shapes]
        ball = as_ball(rule.ball(*(b for b, _ in pairs)))
        members = [m for _, m in pairs]
        assert worst_ratio_of(rule.exactly(*(fractions(m) for m in members)), ball) <= 1
        assert worst_ratio(rule.evaluate(ORDERS[order], *members), ball) <= 1


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", RULES)
def test_a_hundredth_of_the_ball_would_not_hold(name: str, dtype: str, seed: int):
    # The claim above would be empty for a radius far beyond anything that happens.
    rule, stream, worst = RULES[name], RandomState(seed), 0.0
    for kind, order in [(k, o) for k in ("random", "constant") for o in ORDERS.values()]:
        arrays = [numbers(stream, shape, dtype, kind) for shape in rule.shapes]
        ball = as_ball(rule.ball(*(exact(a, rounding(dtype)) for a in arrays)))
        # the exact value stands in for a candidate that rounds the other way than the centre
        true = rule.exactly(*(fractions(a) for a in arrays))
        worst = max(worst, worst_ratio(rule.evaluate(order, *arrays), ball), worst_ratio_of(true, ball))
    assert worst > 0.01


@pytest.mark.parametrize("width", [0, 1e-4, 0.3], ids=["exact inputs", "small radii", "large radii"])
@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    ("form", "scale", "log"),
    [
        pytest.param("shifted", 1, False, id="softmax"),
        pytest.param("shifted", 30, False, id="softmax saturated"),
        pytest.param("naive", 1, False, id="naive softmax"),
        pytest.param("naive", 15, False, id="naive softmax saturated"),
        pytest.param("shifted", 1, True, id="log_softmax"),
        pytest.param("shifted", 30, True, id="log_softmax saturated"),
        pytest.param("naive", 1, True, id="logarithm of naive softmax"),  # saturated, it is not finite
    ],
)
def test_every_softmax_lies_in_the_ball(form: str, scale: float, dtype: str, width: float, seed: int, log: bool):
    stream = RandomState(seed)
    z = (scale * stream.standard_normal((20, 7))).astype(dtype)
    ball, member = around(stream, z, width)
    found = as_ball((log_softmax if log else softmax)(ball))
    p = naive_softmax(member) if form == "naive" else activations.softmax(member, axis=1)
    computed = p if not log else np.log(p) if form == "naive" else activations.log_softmax(member, axis=1)
    assert worst_ratio(computed, found) <= 1
    true = np.array([precise_softmax(row, log) for row in member])
    assert np.all(np.abs(true - found.v) <= found.radius)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("function", [softmax, log_softmax], ids=["softmax", "log_softmax"])
def test_a_hundredth_of_the_softmax_ball_would_not_hold(function: Callable, dtype: str, seed: int):
    z = (3 * RandomState(seed).standard_normal((200, 7))).astype(dtype)
    p = naive_softmax(z)
    ball = as_ball(function(exact(z, rounding(dtype))))
    assert worst_ratio(p if function is softmax else np.log(p), ball) > 0.01


@pytest.mark.parametrize("function", [op.matmul, op.add, op.mul, op.div], ids=lambda f: f.__name__)
def test_on_plain_arrays_a_rule_is_the_plain_operation(function: Callable, seed: int):
    a, b = RandomState(seed).standard_normal((2, 4, 4))
    plain = {"matmul": a @ b, "add": a + b, "mul": a * b, "div": a / b}[function.__name__]
    np.testing.assert_array_equal(function(a, b), plain)
    np.testing.assert_array_equal(centre(function(exact(a, rounding("float64")), b)), plain)


def test_division_by_what_may_be_zero_claims_nothing():
    r = rounding("float64")
    near_zero = Ball(np.array([1e-3, 1.0]), np.array([2e-3, 2e-3]), r)
    radius = as_ball(op.div(np.ones(2), near_zero)).radius
    assert np.isinf(radius[0])
    assert radius[1] < 3e-3


def test_what_is_not_known_is_not_claimed():
    r = rounding("float64")
    unknown = Ball(np.zeros(1), np.array([np.inf]), r)
    with np.errstate(invalid="ignore"):  # as in bounds.py
        assert np.isinf(as_ball(op.mul(unknown, np.zeros(1))).radius)[0]


@pytest.mark.parametrize(("k", "value"), [(1, 2**-24 / (1 - 2**-24)), (2**24, np.inf), (2**25, np.inf)])
def test_gamma(k: int, value: float):
    r = op.Rounding(2.0**-24, 0.0)
    assert r.gamma(k) == pytest.approx(value, rel=1e-15)


def as_ball(value: Value) -> Ball:
    assert isinstance(value, Ball)
    return value


def naive_softmax(z: Array) -> Array:
    e = np.exp(z)
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def precise_softmax(row: Array, log: bool) -> list[float]:
    e = [mpmath.exp(mpmath.mpf(float(z))) for z in row]
    total = mpmath.fsum(e)
    return [float(mpmath.log(x / total) if log else x / total) for x in e]
