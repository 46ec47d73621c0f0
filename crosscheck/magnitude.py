"""Upper bounds on products of magnitudes, |X| |Y|, by a matrix product in float32 where that is sound.

A radius need not be exact, only never too small. A float32 product costs half of a float64 one, and its own rounding is
bounded by the same analysis (Higham, ch. 3): with p', q' the float32 values of p, q >= 0, scaled by powers of two where
they are far from 1, p <= p' / (1 - u), q <= q' / (1 - u), and the computed c >= (1 - gamma_k) sum p' q'. So

    sum p q <= c / ((1 - u)^2 (1 - gamma_k)) <= c (1 + 1.01 (k + 3) u),   u = 2^-24,

at most 2.5e-4 above, for k up to 4096. Nothing may underflow on the way: elements below 2^-62 are left out and
accounted for, if they are no more than what underflow adds to a radius anyway; otherwise it is float64.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_U32 = 2.0**-24
_SMALLEST = 2.0**-62  # products of two such are normal numbers in float32
_USUAL = 2.0**-20  # a largest element between this and its inverse need not be scaled
_LONGEST = 4096  # inner products beyond this would be inflated too much
_WORTH_IT = 2**20  # multiplications: below, a product in float64 is as cheap
_UNDERFLOWS = 16  # how many times the smallest normal number an element may be, and be left out


class Magnitude:
    """The magnitudes of a matrix, and their float32 image, made once and shared with the transpose."""

    __slots__ = ("_single", "_transposed", "kept", "shared", "v")

    def __init__(self, v: Array, transposed: Magnitude | None = None) -> None:
        self.v = v
        self.shared: bool = transposed is not None and transposed.shared  # by several walks
        self.kept: tuple[Magnitude, NDArray[np.float32]] | None = None  # the last factor and product, in float32
        self._single: Single | bool | None = False  # False: not yet looked at
        self._transposed = transposed

    @property
    def T(self) -> Magnitude:  # noqa: N802 - NumPy's name for the transpose
        """The transpose, sharing the image."""
        if self._transposed is None:
            self._transposed = Magnitude(self.v.T, self)
        return self._transposed

    @property
    def a(self) -> Array:
        """In float64."""
        return np.abs(self.v)

    def single(self, tiny: float) -> Single | None:
        """The float32 image, or None where there is none."""
        if isinstance(self._single, bool):
            self._single = image(self.v, tiny)
            if self._transposed is not None:
                other = self._single
                self._transposed._single = other and Single(other.a.T, other.peak, other.unit, other.dropped)  # noqa: SLF001
        return self._single


class Single:
    """The float32 image a of p: p <= unit a / (1 - u) but for elements of at most `dropped`, which are 0 in it."""

    __slots__ = ("a", "dropped", "peak", "unit")

    def __init__(self, a: NDArray[np.float32], peak: float, unit: float, dropped: float) -> None:
        self.a, self.peak, self.unit, self.dropped = a, peak, unit, dropped


def image(v: Array, tiny: float) -> Single | None:
    """Scale and round to float32; None where what is too small for that is too large to be left out."""
    with np.errstate(over="ignore"):
        a = v.astype(np.float32)
    np.abs(a, out=a)
    peak = float(a.max(initial=0.0))
    if _USUAL < peak < 1 / _USUAL and np.count_nonzero(a >= _SMALLEST) == a.size:
        return Single(a, peak * (1 + 2 * _U32), 1.0, 0.0)
    p = np.abs(v)
    peak = float(p.max(initial=0.0))
    if not 1e-140 < peak < 1e140:  # NaN and zero among it
        return None
    unit = 1.0
    if not _USUAL < peak < 1 / _USUAL:
        unit = math.ldexp(1.0, math.frexp(peak)[1])
        np.multiply(p, 1 / unit, out=p)
    a = p.astype(np.float32)
    large = a >= _SMALLEST
    n = int(np.count_nonzero(large))
    if n == a.size:
        return Single(a, peak, unit, 0.0)
    dropped = _UNDERFLOWS * tiny
    if n + int(np.count_nonzero(p <= dropped / unit)) != a.size:
        return None
    a *= large
    return Single(a, peak, unit, dropped)


def product(x: Magnitude, y: Magnitude, factor: float, tiny: float) -> Array:
    """At least factor (x.a @ y.a), elementwise; less than 3e-4 above it, but for multiples of `tiny`. A new array."""
    (m, k), n = x.v.shape, y.v.shape[1]
    if m * k * n >= _WORTH_IT and k <= _LONGEST and math.isfinite(factor):
        p, q = x.single(tiny), y.single(tiny)
        if p is not None and q is not None:
            c = x.kept[1] if x.kept is not None and x.kept[0] is y else p.a @ q.a
            if x.shared and y.shared:
                x.kept = (y, c)
            e = c.astype(np.float64)
            e *= p.unit * q.unit * factor * (1 + 1.01 * (k + 3) * _U32)
            left_out = p.dropped * q.peak + q.dropped * (p.peak + p.dropped)
            if left_out:
                e += 1.01 * factor * k * left_out
            return e
    e = x.a @ y.a
    return np.multiply(e, factor, out=e)


__all__ = ["Magnitude", "product"]
