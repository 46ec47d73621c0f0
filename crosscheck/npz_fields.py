"""Single settings in an .npz: what a program in another language wrote, checked and turned into Python's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError


def text(value: str, width: int) -> NDArray[Any]:
    """Fixed-length bytes, filled up with zeros."""
    return np.array(value.encode(), dtype=f"S{width}")


def column(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any]:
    """An array of one dimension."""
    if arrays[name].ndim != 1:
        raise UsageError(f"{name} has shape {arrays[name].shape}: expected one dimension")
    return arrays[name]


def whole(arrays: Mapping[str, NDArray[Any]], name: str, ndim: int) -> list[int]:
    """Whole numbers: one (ndim 0), or several (ndim 1)."""
    a = arrays[name]
    if a.dtype.kind not in "iu" or a.ndim != ndim:
        what = "a whole number" if ndim == 0 else "whole numbers in one dimension"
        raise UsageError(f"{name} has dtype {a.dtype} and shape {a.shape}: expected {what} (int64)")
    return [int(v) for v in a.reshape(-1)]


def number(arrays: Mapping[str, NDArray[Any]], name: str) -> float:
    """One real number."""
    a = arrays[name]
    if a.dtype.kind not in "fiu" or a.ndim != 0:
        raise UsageError(f"{name} has dtype {a.dtype} and shape {a.shape}: expected one number (float64)")
    return float(a)


def flag(arrays: Mapping[str, NDArray[Any]], name: str) -> bool:
    """0 or 1."""
    a = arrays[name]
    if a.dtype.kind not in "biu" or a.ndim != 0 or int(a) not in (0, 1):
        raise UsageError(f"{name} is {a.tolist()!r}: expected 0 or 1")
    return bool(a)


def word(arrays: Mapping[str, NDArray[Any]], name: str) -> str:
    """One name."""
    if arrays[name].ndim != 0:
        raise UsageError(f"{name} has shape {arrays[name].shape}: expected one name")
    return decoded(arrays[name][()], name)


def decoded(value: Any, name: str) -> str:
    """Bytes, or a NumPy string, as text."""
    try:
        return value.decode("ascii") if isinstance(value, bytes) else checked(value)
    except (UnicodeDecodeError, TypeError) as error:
        plain = value.item() if isinstance(value, np.generic) else value
        raise UsageError(f"{name} holds {plain!r}: expected a name as bytes") from error


def checked(value: Any) -> str:
    """Text as it is; TypeError for anything else."""
    if not isinstance(value, str):
        raise TypeError(value)
    return str(value)
