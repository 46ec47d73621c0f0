"""Ball arithmetic: every array carries, element by element, how far a sound evaluation may be from it.

A `Ball` is a centre `v` and a radius `e`: any evaluation of the same formula, in any order of summation, with or
without fused multiply-add, in an arithmetic with the given unit roundoff, starting from inputs inside their balls,
ends inside the ball. The rules are the standard model of Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd
ed., ch. 2 and 3: fl(a op b) = (a op b)(1 + d), |d| <= u, and gamma_k = k u / (1 - k u) for k of them; products of
errors are kept (wherever an error multiplies a magnitude, the other factor is |x| + e_x). Underflow adds the smallest
normal number
once an operation.

The functions take Balls or plain arrays. On plain arrays they are the plain NumPy operation, so that a formula is
written once and gives the value, or the value and its bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

# Radii are sums of non-negative float64 numbers, themselves rounded: a relative error of at most gamma_k in float64,
# below 1e-9 for any k under four million. Every radius is inflated by this once an operation.
_INFLATION = 1.0 + 1e-9


@dataclass(frozen=True)
class Rounding:
    """The arithmetic that may have produced a number, together with that of the number it is held against.

    `u` is the sum of both unit roundoffs: where v is the centre's evaluation and c the candidate's of one formula,
    |c - v| is at most the sum of what each may be off. `tiny` is the candidate's smallest normal number.
    """

    u: float
    tiny: float

    def gamma(self, k: float) -> float:
        """gamma_k = k u / (1 - k u); infinite once k u reaches 1 (Higham, lemma 3.1)."""
        ku = k * self.u
        return ku / (1.0 - ku) if ku < 1.0 else float("inf")


def rounding(dtype: str, centre: str = "float64") -> Rounding:
    """The arithmetic of a candidate of `dtype` held against numbers computed in `centre`."""
    unit = {"float64": 2.0**-53, "float32": 2.0**-24, "float16": 2.0**-11}
    return Rounding(unit[dtype] + unit[centre], float(np.finfo(dtype).tiny))


@dataclass(frozen=True, eq=False)
class Ball:
    """Centre `v`, radius `e` (None: exact) of the same shape, and the arithmetic they are meant for."""

    v: Array
    e: Array | None
    r: Rounding

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the centre."""
        return self.v.shape

    @property
    def radius(self) -> Array:
        """The radius as an array, zeros where the ball is exact."""
        return np.zeros_like(self.v) if self.e is None else self.e

    @property
    def reach(self) -> Array:
        """|v| + e: the greatest magnitude of a member."""
        return np.abs(self.v) if self.e is None else np.abs(self.v) + self.e

    @property
    def T(self) -> Ball:  # noqa: N802 - NumPy's name for the transpose
        """The transpose."""
        return Ball(self.v.T, None if self.e is None else self.e.T, self.r)


Value: TypeAlias = Ball | Array


def exact(v: Array, r: Rounding) -> Ball:
    """A ball of radius zero: a number that both sides are given."""
    return Ball(np.asarray(v, dtype=np.float64), None, r)


def centre(a: Value) -> Array:
    """The values of a ball or an array."""
    return a.v if isinstance(a, Ball) else a


def rounded(v: Array, e: Array, r: Rounding) -> Ball:
    """The ball of one operation's result: its radius inflated by its own rounding, underflow added once."""
    e = np.asarray(e * _INFLATION + r.tiny, dtype=np.float64)
    e[np.isnan(e)] = np.inf  # inf * 0: nothing is known, and nothing may be claimed
    return Ball(np.asarray(v, dtype=np.float64), e, r)


def _pair(a: Value, b: Value) -> tuple[Ball, Ball] | None:
    """Both operands as balls, or None where neither is one."""
    if isinstance(a, Ball):
        return a, b if isinstance(b, Ball) else exact(b, a.r)
    return (exact(a, b.r), b) if isinstance(b, Ball) else None


def matmul(a: Value, b: Value, extra: int = 1) -> Value:
    """a @ b: (m, k) times (k, n). `extra` roundings are allowed beside the k of the inner product."""
    pair = _pair(a, b)
    if pair is None:
        return np.asarray(centre(a) @ centre(b))
    x, y = pair
    k = x.v.shape[-1]
    g = x.r.gamma(k + extra)
    v = x.v @ y.v
    ax, reach_y = np.abs(x.v), y.reach
    left = g * ax if x.e is None else x.e + g * (ax + x.e)
    e = left @ reach_y
    if y.e is not None:
        e = e + ax @ y.e
    return rounded(v, e + k * x.r.tiny, x.r)


def linear(x: Value, W: Value, b: Value | None) -> Value:
    """x Wᵀ + b: (N, n_in), (n_out, n_in), (n_out,) -> (N, n_out); the bias may be summed in anywhere."""
    z = matmul(x, transpose(W), extra=1)
    if b is None:
        return z
    if not isinstance(z, Ball):
        return z + centre(b)
    bias = b if isinstance(b, Ball) else exact(b, z.r)
    k = centre(x).shape[-1] + 1
    e = z.radius + bias.radius + z.r.gamma(k) * bias.reach
    return rounded(z.v + bias.v, e, z.r)


def transpose(a: Value) -> Value:
    """The transpose of a matrix."""
    return a.T


def add(a: Value, b: Value) -> Value:
    """a + b, broadcast."""
    pair = _pair(a, b)
    if pair is None:
        return np.asarray(centre(a) + centre(b))
    x, y = pair
    return _sum_of_two(x.v + y.v, x, y)


def sub(a: Value, b: Value) -> Value:
    """a - b, broadcast."""
    pair = _pair(a, b)
    if pair is None:
        return np.asarray(centre(a) - centre(b))
    x, y = pair
    return _sum_of_two(x.v - y.v, x, y)


def _sum_of_two(v: Array, x: Ball, y: Ball) -> Ball:
    e = _plus(x.e, y.e)
    return rounded(v, x.r.u * np.abs(v) if e is None else e + x.r.u * (np.abs(v) + e), x.r)


def _plus(a: Array | None, b: Array | None) -> Array | None:
    if a is None or b is None:
        return b if a is None else a
    return np.asarray(a + b)


def mul(a: Value, b: Value) -> Value:
    """a * b, elementwise and broadcast."""
    pair = _pair(a, b)
    if pair is None:
        return np.asarray(centre(a) * centre(b))
    x, y = pair
    e = x.r.u * x.reach * y.reach
    if x.e is not None:
        e = e + x.e * y.reach
    if y.e is not None:
        e = e + np.abs(x.v) * y.e
    return rounded(x.v * y.v, e, x.r)


def div(a: Value, b: Value) -> Value:
    """a / b, elementwise; infinite radius where the divisor may be zero."""
    pair = _pair(a, b)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if pair is None:
            return np.asarray(centre(a) / centre(b))
        x, y = pair
        v = x.v / y.v
        least = np.abs(y.v) - y.radius
        e = (x.radius + np.abs(v) * y.radius) / least
        e = e + x.r.u * (np.abs(v) + e)
    return rounded(v, np.where(least > 0, e, np.inf), x.r)


def scale(c: float, a: Value, roundings: int = 2) -> Value:
    """c * a for a real constant c; two roundings by default: the constant's own and the product's."""
    if not isinstance(a, Ball):
        return c * a
    v = c * a.v
    e = abs(c) * (a.r.gamma(roundings) * a.reach + a.radius)
    return rounded(v, e, a.r)


def total(a: Value, axis: int | None = None, keepdims: bool = False, extra: int = 0) -> Value:
    """The sum over an axis, or over everything, in any order."""
    if not isinstance(a, Ball):
        return np.asarray(a.sum(axis=axis, keepdims=keepdims))
    k = a.v.size if axis is None else a.v.shape[axis]
    e = a.r.gamma(max(k - 1, 0) + extra) * a.reach
    if a.e is not None:
        e = e + a.e
    return rounded(
        np.asarray(a.v.sum(axis=axis, keepdims=keepdims)), np.asarray(e.sum(axis=axis, keepdims=keepdims)), a.r
    )


def widen(a: Value, e: Array) -> Value:
    """The same centre with `e` more radius: an allowance for evaluations that round more often."""
    return rounded(a.v, a.radius + e, a.r) if isinstance(a, Ball) else a
