"""Judges of a gradient: each computes the slope of the loss along a direction, in a way of its own.

The direction changes one array (a layer's W or b, or x), all of its elements at once, by random amounts of both signs:
the cost does not grow with the number of parameters, and any one wrong element shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Rounding
from crosscheck.bounds import global_balls
from crosscheck.oracles.bounds_at_kinks import gradient_radii, values_of
from crosscheck.oracles.evaluate import Pattern, Theta, loss, pre_activations
from crosscheck.oracles.tangent import tangent
from crosscheck.oracles.vote import Vote
from crosscheck.steps import start

if TYPE_CHECKING:
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]

LONG = np.longdouble  # 64 bits of significand on x86, 53 where the platform has no more, 113 on some
H = 2.0**-333  # of the complex step: its square is below the roundoff of anything
LEVELS = 4  # of Richardson's extrapolation
REACH = 2.0**-5  # how far the largest step moves a pre-activation
# No complex operation here rounds more than eight times as often as the real one whose bound is taken for it.
COMPLEX_ROUNDINGS = 8


@dataclass(frozen=True, eq=False)
class Question:
    """The slope of a Case's loss, at its parameters, along a direction.

    Attributes:
        case: one step of it.
        name: the gradient asked for, "dW2", "db1" or "dX".
        array: what is moved: "W2", "b1" or "x".
        direction: of that array's shape, float64.
        patterns: which pieces of the kinked activations; two where a unit is exactly at a kink.
        gradients: the derivation's own, for the size of what rounds only.
    """

    case: Case
    name: str
    array: str
    direction: Array
    patterns: tuple[Pattern, ...]
    gradients: Mapping[str, Array]


Judge: TypeAlias = Callable[[Question], Vote | None]


def unit_roundoff() -> Rounding:
    """The arithmetic of long double on this platform."""
    return Rounding(float(np.finfo(LONG).eps) / 2, float(np.finfo(np.float64).tiny))


def complex_step(q: Question) -> Vote | None:
    """Im L(θ + i h d) / h (Squire, Trapp 1998, SIAM Review 40, 110-112; Al-Mohy, Higham 2010, Numer. Algorithms 53).

    There is no difference, so nothing cancels, and with h = 2⁻³³³ the truncation error, h² L‴/6, is far below the
    smallest roundoff. What is left is the rounding of the imaginary part, which is that of a tangent carried forward:
    `crosscheck.oracles.tangent`.
    """
    values = [float(complex_slope(q, pattern, np.clongdouble)) for pattern in q.patterns]
    return vote("complex step", values, complex_bound(q, unit_roundoff()))


def complex_slope(q: Question, pattern: Pattern, dtype: Any) -> Any:
    """One complex step, in complex128 or in complex long double."""
    theta = in_arithmetic(q.case, dtype)
    h = theta[q.array].real.dtype.type(H)
    theta[q.array] = theta[q.array] + 1j * (h * q.direction.astype(h.dtype))
    return np.imag(loss(q.case, theta, pattern)) / h


def complex_bound(q: Question, arithmetic: Rounding) -> float:
    """How far a complex step is rounded in an arithmetic; of both sides of a kink the larger."""
    r = Rounding(COMPLEX_ROUNDINGS * arithmetic.u, arithmetic.tiny / H)
    with np.errstate(over="ignore", invalid="ignore"):
        return max(float(tangent(q.case, q.array, q.direction, p, r).radius) for p in q.patterns)


def central_differences(q: Question) -> Vote | None:
    """(L(θ + hd) - L(θ - hd)) / 2h for h, h/2, h/4, h/8 in long double, extrapolated (Richardson 1911; Ridders 1982).

    The error of one difference is h² L‴/6 + ε/h, with ε the rounding of L, and cannot be below about ε^⅔. The series in
    h² is eliminated term by term instead, so that h need not be small: the largest moves no pre-activation by more than
    1/32. Stated bound: the last two extrapolates' distance, which bounds the error of the last one as soon as it is at
    most half that of the one before; ε / h of every difference with its weight, twice over since L is evaluated beside
    θ; and the rounding of θ ± hd.
    """
    theta = in_arithmetic(q.case, LONG)
    h_0 = largest_step(q)
    steps = h_0 / 2.0 ** np.arange(LEVELS)
    weights, weights_before = richardson_weights(LEVELS), np.append(richardson_weights(LEVELS - 1), 0.0)
    r = unit_roundoff()
    epsilon = 2 * float(global_balls(q.case, arithmetic=r)["loss"].radius)
    d, moved = q.direction.astype(LONG), np.abs(theta[q.array].astype(np.float64))
    values, bounds = [], []
    for pattern in q.patterns:
        slopes = [slope(q, theta, d, LONG(h), pattern) for h in steps]
        value = float(np.dot(weights.astype(LONG), slopes))
        truncation = abs(value - float(np.dot(weights_before.astype(LONG), slopes)))
        per_step = epsilon + r.u * float(np.sum(np.abs(q.gradients[q.name]) * (moved + h_0 * np.abs(q.direction))))
        values.append(value)
        bounds.append(truncation + float(np.sum(np.abs(weights) / steps)) * per_step)
    return vote("central differences", values, max(bounds))


def slope(q: Question, theta: Theta, d: Array, h: Any, pattern: Pattern) -> Any:
    """One central difference."""
    up, down = dict(theta), dict(theta)
    up[q.array], down[q.array] = theta[q.array] + h * d, theta[q.array] - h * d
    return (loss(q.case, up, pattern) - loss(q.case, down, pattern)) / (2 * h)


def largest_step(q: Question) -> float:
    """A power of two that moves no pre-activation by more than REACH; the sensitivities come from a complex step."""
    theta = in_arithmetic(q.case, np.complex128)
    theta[q.array] = theta[q.array] + 1j * (H * q.direction)
    fastest = max(float(np.max(np.abs(z.imag))) / H for z in pre_activations(q.case, theta, q.patterns[0]))
    return float(2.0 ** np.floor(np.log2(REACH / fastest))) if fastest > 0 else REACH


def richardson_weights(levels: int) -> Array:
    """The last extrapolate as a combination of the differences with h, h/2, h/4 ...: it is linear in them."""
    table = np.eye(levels)
    for k in range(1, levels):
        table = (4.0**k * table[1:] - table[:-1]) / (4.0**k - 1)
    return np.asarray(table[0])


def derivation(q: Question) -> Vote | None:
    """The gradient of the harness's own table, by the chain rule, times the direction; in float64 under its bounds."""
    r = Rounding(2.0**-53, float(np.finfo(np.float64).tiny))
    found = [inner(values_of(q.case, p)[q.name], q.direction) for p in q.patterns]
    radii = gradient_radii(q.case, q.patterns, r)[q.name]
    return vote("derivation", found, inner(radii, np.abs(q.direction)))


JUDGES: Mapping[str, Judge] = {
    "complex step": complex_step,
    "central differences": central_differences,
    "derivation": derivation,
}


def vote(judge: str, values: list[float], tolerance: float) -> Vote:
    """One value, or the interval between the one-sided ones; rounded to float64 itself."""
    return Vote(judge, min(values), max(values), tolerance + 2.0**-53 * max(map(abs, values)))


def inner(a: Array, b: Array) -> float:
    """Σ a b, in long double: its own rounding is below everybody's tolerance."""
    with np.errstate(invalid="ignore"):  # inf - inf is NaN, which contradicts everybody
        return float(np.sum(a.astype(LONG) * b.astype(LONG)))


def in_arithmetic(case: Case, dtype: Any) -> dict[str, Array]:
    """x, y and the parameters as arrays of another dtype, exactly."""
    return {name: a.astype(dtype) for name, a in start(case).items()}
