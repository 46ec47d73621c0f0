"""Orders of summation: BLAS, one term after the other, and pairwise; every partial sum in the operands' dtype."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Arithmetic:
    """How sums are formed: a matrix product, and a sum along an axis (kept, of length 1)."""

    name: str
    matmul: Callable[[Floats, Floats], Floats]
    total: Callable[[Floats, int], Floats]


def sequential_matmul(a: Floats, b: Floats) -> Floats:
    """(m, k) times (k, n): the k terms of every element are added in order, all elements side by side."""
    out = np.zeros((a.shape[0], b.shape[1]), dtype=a.dtype)
    term = np.empty_like(out)
    for column, row in zip(a.T, b, strict=True):
        np.multiply(column[:, None], row, out=term)
        out += term
    return out


def sequential_total(a: Floats, axis: int) -> Floats:
    """The terms along an axis, added in order."""
    # add.accumulate is defined term by term; add.reduce may add pairwise
    return np.add.accumulate(a, axis=axis).take([-1], axis=axis)


def pairwise_matmul(a: Floats, b: Floats) -> Floats:
    """The inner dimension is cut in halves, down to single terms."""
    k = a.shape[1]
    if k == 1:
        return a * b
    half = k // 2
    return pairwise_matmul(a[:, :half], b[:half]) + pairwise_matmul(a[:, half:], b[half:])


def pairwise_total(a: Floats, axis: int) -> Floats:
    """The terms along an axis are added in pairs, then the pairs in pairs, and so on."""
    terms = np.moveaxis(a, axis, 0)
    while len(terms) > 1:
        half = len(terms) // 2
        terms = np.concatenate([terms[:half] + terms[half : 2 * half], terms[2 * half :]])
    return np.moveaxis(terms, 0, axis)


def blas_total(a: Floats, axis: int) -> Floats:
    """NumPy's own sum."""
    return np.asarray(a.sum(axis=axis, keepdims=True))


BLAS = Arithmetic("BLAS", lambda a, b: a @ b, blas_total)
SEQUENTIAL = Arithmetic("sequential", sequential_matmul, sequential_total)
PAIRWISE = Arithmetic("pairwise", pairwise_matmul, pairwise_total)
