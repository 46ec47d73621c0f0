"""What may come in.

Each check returns the value in the form the package works with, or raises ValueError with one line: what was
wrong, what was expected, what to do.
"""

import math
import operator
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

DTYPES = {"float32": torch.float32, "float64": torch.float64}

# One-hot rows and probabilities sum to 1 up to the rounding of whoever computed them, float32 included.
ROW_SUM_TOLERANCE = 1e-5


def wrong(was: str, expected: str, to_do: str) -> ValueError:
    """The error to raise, its message in one line."""
    return ValueError(f"{was}, expected {expected}: {to_do}")


def torch_dtype(dtype: object) -> torch.dtype:
    """The torch dtype of that name."""
    if not isinstance(dtype, str) or dtype not in DTYPES:
        raise wrong(f"dtype is {dtype!r}", " or ".join(DTYPES), "pass one of these strings")
    return DTYPES[dtype]


def one_of(value: object, valid: Sequence[str], what: str) -> str:
    """A name from a list."""
    if not isinstance(value, str) or value not in valid:
        raise wrong(f"{what} is {value!r}", "a known name", f"choose from {', '.join(valid)}")
    return value


def number(value: object, what: str, at_least: float = -math.inf) -> float:
    """A finite number, not below `at_least`."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        raise wrong(f"{what} is {value!r}", "a number", "pass an int or a float")
    if not math.isfinite(value) or value < at_least:
        wanted = "a finite number" if at_least == -math.inf else f"a finite number >= {at_least:g}"
        raise wrong(f"{what} is {value!r}", wanted, "change this setting")
    return float(value)


def count(value: object, what: str) -> int:
    """A whole number from 1 up."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | np.integer) or value < 1:
        raise wrong(f"{what} is {value!r}", "a whole number >= 1", "change it")
    return operator.index(value)


def flag(value: object, what: str) -> bool:
    """True or False."""
    if not isinstance(value, bool | np.bool_):
        raise wrong(f"{what} is {value!r}", "True or False", "pass a bool")
    return bool(value)


def layer_sizes(sizes: object) -> tuple[int, ...]:
    """Widths from the input to the output, at least two of them."""
    if isinstance(sizes, str) or not isinstance(sizes, Sequence | np.ndarray) or len(sizes) < 2:
        raise wrong(f"sizes is {sizes!r}", "at least two widths", "pass (n_in, ..., n_out)")
    return tuple(count(size, f"sizes[{i}]") for i, size in enumerate(sizes))


def one_per_layer(values: object, layers: int, what: str) -> None:
    """A list with one entry per layer."""
    if isinstance(values, str) or not isinstance(values, Sequence | np.ndarray):
        raise wrong(f"{what} is a {type(values).__name__}", f"a list of {layers}", "pass one entry per layer")
    if len(values) != layers:
        raise wrong(f"{what} has {len(values)} entries", f"{layers}", "pass one per layer")


def array(
    values: ArrayLike,
    shape: tuple[int | None, ...],
    dtype: str,
    what: str,
    out: NDArray[np.floating] | None = None,
) -> NDArray[np.floating]:
    """A contiguous copy of `values` in `dtype`, or in `out`; None in `shape` stands for any length from 1 up."""
    wanted = f"shape ({', '.join('N' if n is None else str(n) for n in shape)}{',' * (len(shape) == 1)})"
    try:
        given = np.asarray(values)
    except ValueError:
        raise wrong(f"{what} has rows of unequal length", wanted, "make them equally long") from None
    if given.dtype.kind not in "biuf":
        raise wrong(f"{what} has dtype {given.dtype}", "real numbers", f"convert it to {dtype}")
    same = given.ndim == len(shape) and all(n in {None, m} for n, m in zip(shape, given.shape, strict=True))
    if not same:
        raise wrong(f"{what} has shape {given.shape}", wanted, "reshape or transpose it")
    if given.size == 0:
        raise wrong(f"{what} has shape {given.shape}", f"{wanted} with N >= 1", "pass at least one sample")
    with np.errstate(over="ignore"):  # a value too large for float32 becomes inf, and is refused below
        copy: NDArray[np.floating] = np.empty(given.shape, dtype) if out is None else out
        np.copyto(copy, given, casting="unsafe")
    if not np.isfinite(copy).all():
        where = tuple(int(i) for i in np.argwhere(~np.isfinite(copy))[0])
        raise wrong(f"{what}{list(where)} is {given[where]}", f"a finite {dtype}", "take it out of the data")
    return copy


def targets(y: NDArray[np.floating], loss: str) -> None:
    """Targets (N, K) lie where the loss is defined: in [0, 1], and for cross_entropy each row sums to 1."""
    if not loss.startswith(("bce_", "cross_entropy_")):
        return
    outside = (y < 0) | (y > 1)
    if outside.any():
        where = tuple(int(i) for i in np.argwhere(outside)[0])
        raise wrong(f"y{list(where)} is {y[where]}", f"targets from 0 to 1 for {loss}", "rescale y")
    if loss.startswith("cross_entropy_"):
        sums = y.sum(axis=1, dtype=np.float64)
        off = np.abs(sums - 1) > ROW_SUM_TOLERANCE
        if off.any():
            row = int(np.flatnonzero(off)[0])
            raise wrong(f"y[{row}] sums to {sums[row]:g}", f"1 for {loss}", "pass probabilities")
