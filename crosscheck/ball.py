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

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck import magnitude
from crosscheck.magnitude import Magnitude

if TYPE_CHECKING:
    from crosscheck.nearby import Beside, Nearby

Array: TypeAlias = NDArray[np.float64]

# Radii are sums of non-negative float64 numbers, themselves rounded: a relative error of at most gamma_k in float64,
# below 1e-9 for any k under four million. Every radius is inflated by this once an operation.
_INFLATION = 1.0 + 1e-9
_PIECE = 2**14  # elements: 128 kB


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
class Affine:
    """The centre of x Y + c that nobody has asked for yet: the global bounds, centred at a reference, never do."""

    x: Ball
    y: Ball
    c: Ball | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the product."""
        return self.x.shape[0], self.y.shape[1]

    def value(self) -> Array:
        """Computed now."""
        v = self.x.v @ self.y.v
        return v if self.c is None else np.add(v, self.c.v, out=v)

    def at(self, i: int, j: int) -> float:
        """One element."""
        return float(self.x.v[i] @ self.y.v[:, j]) + (0.0 if self.c is None else float(self.c.v[j]))


class Ball:
    """Centre `v`, radius `e` (None: exact) of the same shape, and the arithmetic they are meant for.

    An `Affine` given as centre is computed when `v` is first read. `near`, of an exact ball, is what the reference has
    in the same place, if that is next to v; `nearby`, of a result, is where its centre is, uncomputed (`nearby.py`).
    """

    __slots__ = ("_beside", "_magnitude", "_v", "e", "nearby", "r")

    def __init__(self, v: Array | Affine, e: Array | None, r: Rounding, beside: Beside | None = None) -> None:
        self._v = v
        self.e, self.r, self._beside = e, r, beside
        self.nearby: Nearby | None = None
        self._magnitude: Magnitude | None = None

    @property
    def v(self) -> Array:
        """The centre."""
        if isinstance(self._v, Affine):
            self._v = self._v.value()
        return self._v

    @property
    def near(self) -> Array | None:
        """What the reference has here, if that is next to the centre."""
        return None if self._beside is None else self._beside.near

    @property
    def affine(self) -> Affine | None:
        """The centre as it would be computed, as long as it has not been."""
        return self._v if isinstance(self._v, Affine) else None

    def at(self, index: tuple[int, ...]) -> float:
        """One element of the centre."""
        return self._v.at(*index) if isinstance(self._v, Affine) else float(self._v[index])

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the centre."""
        return self._v.shape

    @property
    def radius(self) -> Array:
        """The radius as an array, zeros where the ball is exact."""
        return np.zeros_like(self.v) if self.e is None else self.e

    @property
    def reach(self) -> Array:
        """|v| + e: the greatest magnitude of a member."""
        a = np.abs(self.v)
        return a if self.e is None else a + self.e

    @property
    def magnitude(self) -> Magnitude:
        """The reach, and that of what is near, for products of magnitudes; kept where the ball is exact."""
        if self._magnitude is None:
            if self.e is not None:
                return Magnitude(self.reach)
            self._magnitude = Magnitude(self.v if self.near is None else np.maximum(self.reach, np.abs(self.near)))
        return self._magnitude

    @property
    def T(self) -> Ball:  # noqa: N802 - NumPy's name for the transpose
        """The transpose."""
        if self.e is not None:
            return Ball(self.v.T, self.e.T, self.r)
        turned = Ball(self.v.T, None, self.r, None if self._beside is None else self._beside.T)
        turned._magnitude = self.magnitude.T
        return turned


Value: TypeAlias = Ball | Array


def exact(v: Array, r: Rounding) -> Ball:
    """A ball of radius zero: a number that both sides are given."""
    return Ball(np.asarray(v, dtype=np.float64), None, r)


def centre(a: Value) -> Array:
    """The values of a ball or an array."""
    return a.v if isinstance(a, Ball) else a


def rounded(v: Array | Affine, e: Array, r: Rounding) -> Ball:
    """The ball of one operation's result: its radius inflated by its own rounding, underflow added once."""
    return _finished(v, np.multiply(e, _INFLATION), r.tiny, r)


def pieces(a: NDArray[Any]) -> Iterator[slice]:
    """Rows of an array, as many at a time as fit into a cache."""
    rows = max(1, _PIECE * len(a) // max(a.size, 1))
    return (slice(start, start + rows) for start in range(0, len(a), rows))


def _finished(v: Array | Affine, e: Array, tiny: float, r: Rounding) -> Ball:
    """A ball of the radius e + tiny, e being nobody else's and inflated already."""
    e = np.asarray(e, dtype=np.float64)
    if tiny:
        e += tiny
    if math.isnan(e.max(initial=0.0)):
        e[np.isnan(e)] = np.inf  # inf * 0: nothing is known, and nothing may be claimed
    return Ball(v if isinstance(v, Affine) else np.asarray(v, dtype=np.float64), e, r)


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
    e = _product_radius(x, y, extra)
    return _finished(Affine(x, y), e, (x.shape[-1] + 1) * x.r.tiny, x.r)


def _product_radius(x: Ball, y: Ball, extra: int) -> Array:
    """e_x (|Y| + e_Y) + |x| e_Y + gamma (|x| + e_x)(|Y| + e_Y), inflated; a new array."""
    g = x.r.gamma(x.shape[-1] + extra)
    if x.e is None:
        e = magnitude.product(x.magnitude, y.magnitude, g * _INFLATION, x.r.tiny)
    else:
        left = x.reach
        left *= g
        left += x.e
        e = magnitude.product(Magnitude(left), y.magnitude, _INFLATION, x.r.tiny)
    if y.e is not None:
        e += magnitude.product(Magnitude(x.v), Magnitude(y.e), _INFLATION, x.r.tiny)
    return e


def linear(x: Value, W: Value, b: Value | None) -> Value:
    """x Wᵀ + b: (N, n_in), (n_out, n_in), (n_out,) -> (N, n_out); the bias may be summed in anywhere."""
    pair = _pair(x, transpose(W))
    if b is None or (pair is None and not isinstance(b, Ball)):
        z = matmul(x, transpose(W), extra=1)
        return z if b is None else np.asarray(centre(z) + centre(b))
    left, right = pair or (exact(centre(x), b.r), exact(centre(W).T, b.r))  # type: ignore[union-attr]
    bias = b if isinstance(b, Ball) else exact(b, left.r)
    k, r = left.shape[-1], left.r
    e = _product_radius(left, right, extra=1)
    row = r.gamma(k + 1) * bias.reach
    if bias.e is not None:
        row += bias.e
    e += row * _INFLATION
    return _finished(Affine(left, right, bias), e, (k + 2) * r.tiny, r)


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
    e = np.asarray(np.abs(v))
    e *= x.r.u * _INFLATION
    for given in (x.e, y.e):
        if given is not None:
            e += given * ((1 + x.r.u) * _INFLATION)
    return _finished(v, e, x.r.tiny, x.r)


def sub_scaled(a: Value, c: float, b: Value) -> Value:
    """a - c b for a real constant c: sub(a, scale(c, b)), in pieces that fit into a cache."""
    pair = _pair(a, b)
    if pair is None or pair[0].shape != pair[1].shape or len(pair[0].shape) == 0:
        return sub(a, scale(c, b))
    x, y = pair
    r, least = x.r, x.r.tiny * (1 + (1 + x.r.u) * _INFLATION)
    once, outer = abs(c) * _INFLATION, (1 + x.r.u) * _INFLATION
    v, e = np.empty(x.shape), np.empty(x.shape)
    for rows in pieces(v):
        v_, e_ = v[rows], e[rows]
        np.multiply(y.v[rows], c, out=v_)
        np.subtract(x.v[rows], v_, out=v_)
        np.abs(y.v[rows], out=e_)
        e_ *= once * r.gamma(2) * outer
        if y.e is not None:
            e_ += y.e[rows] * (once * (1 + r.gamma(2)) * outer)
        if x.e is not None:
            e_ += x.e[rows] * outer
        size = np.abs(v_)
        size *= r.u * _INFLATION
        e_ += size
        e_ += least
    return _finished(v, e, 0.0, r)


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
    factor = abs(c) * _INFLATION
    e = np.asarray(a.reach * (factor * a.r.gamma(roundings)))
    if a.e is not None:
        e += factor * a.e
    return _finished(c * a.v, e, a.r.tiny, a.r)


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
