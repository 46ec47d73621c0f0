"""Exact rational arithmetic, and the same sum in the orders in which people and libraries add.

A Fraction holds every float exactly, so that what a ball rule is held against has no rounding of its own.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def fractions(a: Array) -> Array:
    """Every element exactly."""
    return np.asarray(np.vectorize(lambda x: Fraction(float(x)), otypes=[object])(a))


def sequential(terms: Sequence[Array]) -> Array:
    """((t0 + t1) + t2) + ..."""
    return reduce(lambda s, t: s + t, terms)


def reverse(terms: Sequence[Array]) -> Array:
    """... + (t1 + t0) from the other end."""
    return sequential(list(reversed(terms)))


def pairwise(terms: Sequence[Array]) -> Array:
    """A balanced tree."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return pairwise(terms[:middle]) + pairwise(terms[middle:])


def by_size(terms: Sequence[Array]) -> Array:
    """From the largest to the smallest, element by element: the worst order."""
    stacked = np.stack(terms)
    largest_first = np.argsort(-np.abs(stacked), axis=0)
    return np.asarray(list(accumulate(np.take_along_axis(stacked, largest_first, axis=0)))[-1])


ORDERS = {f.__name__: f for f in (sequential, reverse, pairwise, by_size)}


def matmul_in(order: Callable[[Sequence[Array]], Array], a: Array, b: Array) -> Array:
    """a @ b, the products added in an order of one's own; every operation in the arrays' dtype."""
    return order([np.outer(a[:, k], b[k]) for k in range(a.shape[1])])


def matmul_exactly(a: Array, b: Array) -> Array:
    """a @ b of fractions."""
    return np.asarray(a.dot(b))
