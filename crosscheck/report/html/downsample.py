"""Fewer pixels than elements: of each block the one whose error ÷ bound is worst, so that it alone stays visible."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array

SIDES = (128, 96, 64, 48, 32, 24, 16, 12, 8)
PIXELS = 600_000  # of all arrays of a page: four images each, a byte a pixel at most, stay below 5 MB

Flat = NDArray[np.intp]


def side_for(shapes: Iterable[tuple[int, ...]]) -> int:
    """The longest side that an image may have, so that those of all shapes together stay within PIXELS."""
    shapes = list(shapes)
    fitting = (s for s in SIDES if sum(min(m, s) * min(n, s) for m, n in shapes) <= PIXELS)
    return next(fitting, SIDES[-1])


def worst_of_blocks(ratio: Array, side: int) -> Flat:
    """Flat indices of the element that stands for each block, at most (side, side); NaN counts as the worst.

    Args:
        ratio: (m, n), error ÷ bound.
        side: how many blocks there may be along an axis.
    """
    m, n = ratio.shape
    tall, wide = -(-m // side), -(-n // side)
    rows, columns = -(-m // tall), -(-n // wide)
    # what fills up the last blocks must never stand for them
    padded = np.full((rows * tall, columns * wide), -1.0)
    padded[:m, :n] = np.where(np.isnan(ratio), np.inf, ratio)
    blocks = padded.reshape(rows, tall, columns, wide).swapaxes(1, 2).reshape(rows, columns, tall * wide)
    i, j = np.divmod(blocks.argmax(axis=2), wide)
    top, left = np.arange(rows)[:, None] * tall, np.arange(columns)[None, :] * wide
    return np.asarray((top + i) * n + left + j, dtype=np.intp)


def block(shape: tuple[int, ...], side: int) -> tuple[int, int]:
    """How many rows and columns of elements one pixel stands for."""
    return -(-shape[0] // side), -(-shape[1] // side)
