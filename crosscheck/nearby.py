"""The reference's products, used for the candidate's: where two runs agree to rounding, one product serves both.

The local bound needs f(x, Y) = x Y + c on the candidate's own x and Y. The reference has computed v0 = f(x0, Y0), to
within the very bound that the centre is allowed, and the two differ by

    f(x, Y) - v0 = (x - x0) Y + x0 (Y - Y0) + (c - c0),   at most   |x - x0|_i |Y|_j + |x0|_i |Y - Y0|_j + |c - c0|_j

with Euclidean norms of rows and columns (Cauchy and Schwarz): O(N n) operations, not O(N n m). Where an array is inside
its bound even so, it is inside, and f need not be computed but at the element to be reported. Where it is not, f is
computed in full, and decides. The magnitudes in the radius are the larger of both, for both evaluations round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Affine, Array, Ball, Rounding
from crosscheck.finite import all_finite

_NEAR = 1e-4  # relative: the radius grows by no more, however wrong the candidate is
_UNDERFLOW = 1e-140  # squares of less may be lost
_Key: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Nearby:
    """The centre is within Σ left_i right_j + row_j of v."""

    v: Array
    terms: tuple[tuple[Array, Array], ...] = ()
    row: Array | None = None

    def distance_to(self, a: NDArray[Any], rows: Any) -> Array:
        """At least |a - centre|, elementwise, for some of the rows."""
        d: Array = np.asarray(np.subtract(a[rows], self.v[rows], dtype=np.float64))
        np.abs(d, out=d)
        for left, right in self.terms:
            d += left[rows, None] * right
        if self.row is not None:
            d += self.row
        return d


class Beside:
    """The candidate's array and the reference's: next to each other or not, which is found out when it matters."""

    def __init__(self, v: Array, value: Array) -> None:
        self._v, self._value = v, value

    @cached_property
    def near(self) -> Array | None:
        """The reference's, if the two agree to rounding, element by element."""
        if not all_finite(self._value):
            return None
        distance = np.subtract(self._v, self._value)
        np.abs(distance, out=distance)
        reach = np.abs(self._v)
        reach *= _NEAR
        return self._value if np.less_equal(distance, reach).all() else None

    @property
    def T(self) -> Beside:  # noqa: N802 - NumPy's name for the transpose
        """Of both."""
        turned = Beside(self._v.T, self._value.T)
        near = self.near
        turned.__dict__["near"] = None if near is None else near.T
        return turned


class Seen:
    """The products of a reference's run."""

    def __init__(self, reference: Mapping[str, NDArray[Any]]) -> None:
        self._reference = reference
        self._products: dict[_Key, Array] = {}

    def take(self, ball: Ball, value: Array) -> None:
        """Take down what the reference has for a ball of the global pass."""
        if ball.affine is not None:
            self._products[key(ball.affine)] = value

    def beside(self, name: str, shown: NDArray[Any], r: Rounding) -> Ball:
        """What the candidate shows as an exact ball, with the reference's own value if that is next to it."""
        v, value = np.asarray(shown, dtype=np.float64), self._reference.get(name)
        return Ball(v, None, r, None if value is None or value.ndim == 0 else Beside(v, value))

    def nearby(self, ball: Ball) -> Nearby | None:
        """Where a ball of the local pass has its centre, if the reference has the same product next to it."""
        f = ball.affine
        if f is None or any(b.e is not None for b in (f.x, f.y, f.c) if b is not None):
            return None
        v = self._products.get(key(f))
        if v is None:
            return None
        terms = []
        if f.x.near is not None:
            terms.append((norms(f.x.v - f.x.near, axis=1), norms(f.y.v, axis=0)))
        if f.y.near is not None:
            x = f.x.v if f.x.near is None else f.x.near
            terms.append((norms(x, axis=1), norms(f.y.v - f.y.near, axis=0)))
        row = None if f.c is None or f.c.near is None else np.abs(f.c.v - f.c.near)
        return Nearby(v, tuple(terms), row)


def key(f: Affine) -> _Key:
    """The reference's operands, by the memory that they lie in."""
    return tuple(None if b is None else place(b.v if b.near is None else b.near) for b in (f.x, f.y, f.c))


def place(a: NDArray[Any]) -> _Key:
    """Where an array lies, and how."""
    return a.__array_interface__["data"][0], a.shape, a.strides


def norms(a: Array, axis: int) -> Array:
    """Euclidean norms along an axis, not below the true ones."""
    n = np.sqrt(np.einsum("ij,ij->i" if axis == 1 else "ij,ij->j", a, a))
    if n.min() < _UNDERFLOW:
        n = np.where(n < _UNDERFLOW, np.abs(a).sum(axis=axis), n)  # no smaller than that
    return np.asarray(n * (1 + 1e-6))
