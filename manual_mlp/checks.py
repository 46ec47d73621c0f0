"""Bad input is refused at the border, in one line: what is wrong and where, what was expected, what to do.

TypeError for what is no array, is not of floats, or is of another dtype than its neighbours (nothing is
converted: float32 must never become float64 unnoticed); ValueError for shapes, values and names.
Nothing here copies or changes an array.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from manual_mlp.activations import resolve
from manual_mlp.flow import Activation, Cache, FloatArray


def network(
    X: FloatArray,
    W: Sequence[FloatArray],
    b: Sequence[FloatArray] | None,
    activations: Sequence[Activation],
    sample_axis: int,
) -> None:
    """The arguments of forward. sample_axis=0: rows, as in numerator; 1: columns, as in denominator."""
    array("X", X, ndim=2)
    parameters(W, b, X.shape[1 - sample_axis], X.dtype, sample_axis)
    listed("activations", activations)
    if len(activations) != len(W):
        raise ValueError(f"activations is {activations!r}; expected a list of {len(W)}, one a layer")
    for i, activation in enumerate(activations):
        if activation != "softmax" or i < len(W) - 1:
            resolve(activation)


def upstream(d_output: FloatArray, cache: Cache, W: Sequence[FloatArray], sample_axis: int) -> None:
    """The arguments of backward, against what forward has left in the cache."""
    parameters(W, None, cache.X.shape[1 - sample_axis], cache.X.dtype, sample_axis)
    widths = [w.shape[1 - sample_axis] for w in W]
    seen = [z.shape[1 - sample_axis] for z in cache.Z]
    if widths != seen:
        raise ValueError(f"W has layers of {widths} units, the cache {seen}: pass the W that forward had")
    remedy = "where a probability is exactly 0 or 1, use losses.d_preactivation with joint=True"
    array("d_output", d_output, ndim=2, dtype=cache.X.dtype, finite=remedy)
    if d_output.shape != cache.A[-1].shape:
        raise ValueError(f"d_output has shape {d_output.shape}; expected the output's, {cache.A[-1].shape}: reshape it")


def parameters(
    W: Sequence[FloatArray], b: Sequence[FloatArray] | None, n_in: int, dtype: np.dtype[Any], sample_axis: int
) -> None:
    """Weights that chain from a width of n_in on, and biases that fit them."""
    listed("W", W)
    if b is not None:
        listed("b", b)
        if len(b) != len(W):
            raise ValueError(f"b has {len(b)} arrays for {len(W)} layers; expected one each, or None for no biases")
    for i, w in enumerate(W):
        array(f"W[{i}]", w, ndim=2, dtype=dtype)
        expected = f"({n_in}, n_out)" if sample_axis == 0 else f"(n_out, {n_in})"
        if w.shape[sample_axis] != n_in:
            fits_transposed = w.shape[1 - sample_axis] == n_in
            remedy = "transpose it, or use the other layout" if fits_transposed else "check the layers' sizes"
            raise ValueError(f"W[{i}] has shape {w.shape}; expected {expected} for its input: {remedy}")
        n_in = w.shape[1 - sample_axis]
        if b is not None:
            shape = (n_in,) if sample_axis == 0 else (n_in, 1)
            array(f"b[{i}]", b[i], dtype=dtype)
            if b[i].shape != shape:
                raise ValueError(f"b[{i}] has shape {b[i].shape}; expected {shape}, one a unit: reshape it")


def batch(name: str, prediction: FloatArray, y: FloatArray, sample_axis: int) -> None:
    """Predictions and targets of one batch: two arrays of one shape."""
    if sample_axis not in (0, 1):
        raise ValueError(f"sample_axis is {sample_axis!r}; expected 0 (samples are rows) or 1 (columns)")
    array(name, prediction, ndim=2)
    array("y", y, ndim=2, dtype=prediction.dtype)
    if y.shape != prediction.shape:
        raise ValueError(f"y has shape {y.shape}; expected {prediction.shape}, as {name}: reshape, or one-hot, it")


def probabilities(name: str, p: FloatArray, why: str) -> None:
    """Numbers from 0 to 1."""
    if p.min() < 0 or p.max() > 1:
        worst = p.min() if p.min() < 0 else p.max()
        raise ValueError(f"{name} holds {worst}; expected numbers from 0 to 1: {why}")


def sums_to_one(y: FloatArray, axis: int) -> None:
    """Targets of cross entropy: one-hot or soft, up to the rounding of somebody's normalisation."""
    sums = y.sum(axis=axis)
    off = np.abs(sums - 1)
    if off.max() > math.sqrt(np.finfo(y.dtype).eps):
        i = int(off.argmax())
        raise ValueError(f"y of sample {i} sums to {sums[i]}; expected 1 for cross entropy: divide by the sum")


def finite_number(name: str, number: float) -> float:
    """A finite Python float, whatever kind of number it was: a NumPy scalar would promote float32 arrays."""
    try:
        as_float = float(number)
    except (TypeError, ValueError):
        raise TypeError(f"{name} is {number!r}; expected a number") from None
    if not math.isfinite(as_float):
        raise ValueError(f"{name} is {number!r}; expected a finite number")
    return as_float


def count(name: str, number: int) -> None:
    """A whole number of 1 or more."""
    if isinstance(number, bool) or not isinstance(number, int | np.integer):
        raise TypeError(f"{name} is {number!r}; expected a whole number")
    if number < 1:
        raise ValueError(f"{name} is {number}; expected 1 or more")


def listed(name: str, members: Sequence[object]) -> None:
    """A list or tuple with at least one member; a single array or name is refused, not taken apart."""
    if not isinstance(members, list | tuple):
        raise TypeError(f"{name} is a {type(members).__name__}; expected a list, one a layer: write [{name}]")
    if not members:
        raise ValueError(f"{name} is empty; expected a list with at least one layer")


def array(
    name: str,
    x: object,
    ndim: int | None = None,
    dtype: np.dtype[Any] | None = None,
    finite: str = "clean the data, or, if training has diverged, lower the learning rate",
) -> None:
    """A non-empty array of finite floats, of the given dimensions and dtype; finite says what to do if not."""
    # np.matrix multiplies with *, and a masked array hides elements from sums: both would be silently wrong.
    if not isinstance(x, np.ndarray) or isinstance(x, np.matrix | np.ma.MaskedArray):
        raise TypeError(f"{name} is a {type(x).__name__}; expected a plain NumPy array: use numpy.asarray")
    if x.dtype.kind != "f" or not x.dtype.isnative:
        raise TypeError(f"{name} is {x.dtype.str}; expected native floats: use astype")
    if dtype is not None and x.dtype != dtype:
        raise TypeError(f"{name} is {x.dtype}, others {dtype}; expected one dtype: use .astype(numpy.{dtype})")
    if ndim is not None and x.ndim != ndim:
        raise ValueError(f"{name} has shape {x.shape}; expected {ndim} dimensions: reshape it")
    if x.size == 0:
        raise ValueError(f"{name} has shape {x.shape}; expected no size below 1: give it one sample or unit")
    ok = np.isfinite(x)
    if not ok.all():
        at = tuple(int(i) for i in np.argwhere(~ok)[0])
        raise ValueError(f"{name} holds {x[at]} at {at}; expected finite numbers: {finite}")
