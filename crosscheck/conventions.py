"""How a candidate stores things <-> the canonical form. The only transposes between the two stand here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.record import Name, parse_name
from crosscheck.vocabulary import check_choice

if TYPE_CHECKING:
    from crosscheck.case import Case

Array = NDArray[Any]

SAMPLES = ("rows", "columns", "vector", "row", "column")
WEIGHT = ("in_out", "out_in")
BIAS = (
    "vector", "row", "column", "none",
    "folded_first_row", "folded_last_row", "folded_first_column", "folded_last_column",
)  # fmt: skip
TARGETS = ("values", "vector", "one_hot", "class_index")
GRADIENT = ("descent", "ascent")


@dataclass(frozen=True)
class Conventions:
    """What a candidate declares of its arrays; the defaults are those of most NumPy networks.

    Attributes:
        samples: "rows" (N, n) or "columns" (n, N); one at a time: "vector" (n,), "row" (1, n), "column" (n, 1).
        weight: "in_out" (n_in, n_out) or "out_in" (n_out, n_in).
        bias: "vector" (n,), "row" (1, n), "column" (n, 1), "none", or folded into the weights on one of four sides.
        bias_sign: -1 for z = xW - b.
        targets: "values", "one_hot" or "class_index" (N,); "vector", values (N,) of a single output.
        gradient: "ascent" where what is shown is -dL/dθ.

    Raises:
        UsageError: unknown values, or a folded side that contradicts the orientation of the weights.
    """

    samples: str = "rows"
    weight: str = "in_out"
    bias: str = "vector"
    bias_sign: int = 1
    targets: str = "values"
    gradient: str = "descent"

    def __post_init__(self) -> None:
        check_choice("samples", self.samples, SAMPLES)
        check_choice("weight", self.weight, WEIGHT)
        bias: object = self.bias
        if isinstance(bias, tuple | list):
            raise UsageError(
                f"bias is {bias!r}: expected one kind for all layers; where only the first layer has a bias, "
                "declare bias = 'none', and let the last input stand in for its 1 (docs/adapters.md, A bias in the "
                "first layer alone)"
            )
        check_choice("bias", self.bias, BIAS)
        check_choice("targets", self.targets, TARGETS)
        check_choice("gradient", self.gradient, GRADIENT)
        if self.bias_sign not in (1, -1):
            raise UsageError(f"bias_sign is {self.bias_sign!r}: expected 1, or -1 for z = xW - b")
        fits = "in_out" if self.bias.endswith("_row") else "out_in"
        if self.folded and self.weight != fits:
            raise UsageError(f"bias {self.bias!r} with weight {self.weight!r}: a {self.bias} goes with weight {fits!r}")

    @property
    def folded(self) -> bool:
        """Whether the biases are a row or a column of the weights."""
        return self.bias.startswith("folded")


CANONICAL = Conventions(weight="out_in")
NUMERATOR = Conventions()
DENOMINATOR = Conventions(samples="columns", weight="out_in", bias="column")

ONE_AT_A_TIME = ("vector", "row", "column")

_SAMPLE_ARRAYS = {"x", "y", "Z", "A", "output", "d_output", "dZ", "dA", "dX"}
TRANSPOSED = "it is the transpose"  # what is said of a shape
_STRIP = 16  # rows: 3 times as fast as at once for (784, 256)
_FLIPPED = ("columns", "column")  # where samples stand in columns, one sample or many


def samples_to_candidate(c: Conventions, array: Array) -> Array:
    """(N, n) -> rows or columns; one sample -> vector, row or column. A fresh, contiguous, writable copy."""
    if c.samples == "columns":
        return turned(array)
    if c.samples == "rows":
        return np.array(array, order="C")
    shape = {"vector": (-1,), "row": (1, -1), "column": (-1, 1)}[c.samples]
    return np.array(array, order="C").reshape(shape)


def turned(array: Array) -> Array:
    """The transpose as a fresh, contiguous copy; in strips, for a column's elements may compete for one cache line."""
    out = np.empty(array.shape[::-1], array.dtype)
    for i in range(0, len(array), _STRIP):
        out[:, i : i + _STRIP] = array[i : i + _STRIP].T
    return out


def targets_to_candidate(c: Conventions, y: Array) -> Array:
    """Targets as the candidate takes them: class_index as integers (N,), one sample's as one integer; vector as (N,).

    With one output the two classes are the targets 0 and 1 themselves.
    """
    if c.targets == "class_index":
        labels = np.array(np.argmax(y, axis=-1)) if y.shape[-1] > 1 else np.rint(y[:, 0]).astype(np.intp)
        return labels.reshape(()) if c.samples in ONE_AT_A_TIME else labels
    if c.targets == "vector":
        if y.shape[-1] != 1:
            raise UsageError(f"targets is 'vector', values of one output, and the case has {y.shape[-1]} outputs")
        return np.array(y[:, 0]).reshape(() if c.samples in ONE_AT_A_TIME else -1)
    return samples_to_candidate(c, y)


def parameters_to_candidate(
    c: Conventions, weights: Sequence[Array], biases: Sequence[Array] | None
) -> tuple[list[Array], list[Array]]:
    """Fresh, contiguous, writable lists of weights and biases (empty where they are folded or there are none)."""
    oriented = [turned(w) if c.weight == "in_out" else np.array(w, order="C") for w in weights]
    if biases is None or c.bias == "none":
        return oriented, []
    signed = [c.bias_sign * np.array(b) for b in biases]
    if c.folded:
        return [_fold(c, w, b) for w, b in zip(oriented, signed, strict=True)], []
    shape = {"vector": (-1,), "row": (1, -1), "column": (-1, 1)}[c.bias]
    return oriented, [b.reshape(shape) for b in signed]


def _fold(c: Conventions, w: Array, b: Array) -> Array:
    axis = 0 if c.bias.endswith("_row") else 1
    line = b.reshape(1, -1) if axis == 0 else b.reshape(-1, 1)
    return np.ascontiguousarray(np.concatenate([line, w] if "first" in c.bias else [w, line], axis=axis))


def candidate_shape(c: Conventions, name: Name, canonical: tuple[int, ...], bias: bool = True) -> tuple[int, ...]:
    """The shape that an array of this name has in the candidate's own orientation."""
    if name.parameter:
        return _parameter_shape(c, name.parameter, canonical, bias)
    if name.quantity in _SAMPLE_ARRAYS:
        if c.samples == "vector":
            return canonical[1:]
        return canonical[::-1] if c.samples in _FLIPPED else canonical
    return canonical


def _parameter_shape(c: Conventions, base: str, canonical: tuple[int, ...], bias: bool) -> tuple[int, ...]:
    if base == "b":
        n = canonical[0]
        return {"row": (1, n), "column": (n, 1)}.get(c.bias, (n,))
    m, n = canonical
    extra = 1 if c.folded and bias else 0
    return (n + extra, m) if c.weight == "in_out" else (m, n + extra)


@dataclass(frozen=True)
class Mismatch:
    """An array that does not have the shape its conventions call for."""

    name: str
    found: tuple[int, ...]
    expected: tuple[int, ...]
    hint: str


def to_canonical(
    c: Conventions, arrays: Mapping[str, Array], case: Case, shapes: Mapping[str, tuple[int, ...]]
) -> tuple[dict[str, Array], list[Mismatch]]:
    """Named arrays of a candidate in canonical form.

    Args:
        c: what the candidate declares.
        arrays: its arrays, under canonical names, as it stores them.
        case: the problem they belong to.
        shapes: the canonical shape of every name.

    Returns:
        The canonical arrays (folded biases split off), and the mismatches: an array of another shape than declared is
        left out of the first, and named in the second.

    Raises:
        UsageError: one sample at a time declared, for a case that has several; a bias beside the weights that hold it.
    """
    if c.samples in ONE_AT_A_TIME and case.n_samples > 1:
        raise UsageError(
            f"samples is {c.samples!r}, which is one at a time, and the case has {case.n_samples}: "
            "expected 'rows' or 'columns', or a case of one sample"
        )
    twice = {n.replace("b", "W", 1): n for n in arrays if c.folded and parse_name(n).parameter == "b"}.items() & {
        (n, n.replace("W", "b", 1)) for n in arrays
    }
    for weights, biases in twice:
        raise UsageError(
            f"{biases} is shown beside {weights}, which holds it as bias = {c.bias!r} says: show {weights}"
        )
    canonical: dict[str, Array] = {}
    mismatches: list[Mismatch] = []
    for text, array in arrays.items():
        name = parse_name(text)
        shape = shapes[text]
        wanted = candidate_shape(c, name, shape, case.biases is not None)
        fits = array.size == 1 if name.quantity == "loss" else array.shape == wanted
        if not fits:
            mismatches.append(Mismatch(text, array.shape, wanted, _hint(c, name, array.shape, wanted, case.n_samples)))
            continue
        canonical |= _parts(c, name, array, shape, case.biases is not None)
    return canonical, mismatches


def _parts(c: Conventions, name: Name, array: Array, shape: tuple[int, ...], bias: bool) -> dict[str, Array]:
    base = name.parameter
    sign = -1 if c.gradient == "ascent" and name.quantity in ("dW", "db") else 1
    if base == "b":
        return {name.text: _signed(sign * c.bias_sign, array.reshape(shape))}
    if base == "W" and c.folded and bias:
        axis = 0 if c.bias.endswith("_row") else 1
        at = 0 if "first" in c.bias else array.shape[axis] - 1
        w, b = np.delete(array, at, axis=axis), np.take(array, at, axis=axis)
        bias_name = name.text.replace("W", "b", 1)
        return {
            name.text: _signed(sign, w.T if c.weight == "in_out" else w),
            bias_name: _signed(sign * c.bias_sign, b),
        }
    if base == "W":
        oriented = turned(array) if c.weight == "in_out" else array
        return {name.text: _signed(sign, oriented)}
    if name.quantity == "loss":
        return {name.text: array.reshape(())}
    if name.quantity in _SAMPLE_ARRAYS:
        return {name.text: turned(array) if c.samples in _FLIPPED else array.reshape(shape)}
    return {name.text: array}


def _signed(sign: int, array: Array) -> Array:
    """The array, or its negative: of unsigned integers and truth values, too."""
    if sign == 1:
        return array
    return -array if array.dtype.kind == "f" else -array.astype(np.float64)


def candidate_index(c: Conventions, name: Name, index: tuple[int, ...], case: Case) -> tuple[int, ...]:
    """A canonical index in the candidate's own orientation; of a folded bias, in the array that it is folded into."""
    base = name.parameter
    if base == "b" and c.folded:
        assert name.layer is not None
        at = 0 if "first" in c.bias else case.sizes[name.layer - 1]
        return (at, *index) if c.bias.endswith("_row") else (*index, at)
    if base == "W":
        shift = 1 if c.folded and "first" in c.bias else 0
        i, j = index
        return (j + shift, i) if c.weight == "in_out" else (i, j + shift)
    if base == "b":
        return {"row": (0, *index), "column": (*index, 0)}.get(c.bias, index)
    if name.quantity in _SAMPLE_ARRAYS:
        return index[1:] if c.samples == "vector" else index[::-1] if c.samples in _FLIPPED else index
    return index


def _hint(c: Conventions, name: Name, found: tuple[int, ...], wanted: tuple[int, ...], n_samples: int) -> str:
    base = name.parameter
    if base == "b" and n_samples > 1 and n_samples in found and n_samples not in wanted:
        return f"the {n_samples} samples are still in it: the gradient of a bias is summed over the axis of the samples"
    if found == wanted[::-1] and len(found) == 2 and base in ("W", "b"):
        other = {"W": ("weight", "out_in" if c.weight == "in_out" else "in_out"),
                 "b": ("bias", "column" if c.bias == "row" else "row")}[base]  # fmt: skip
        return f"{TRANSPOSED}: declare {other[0]} = {other[1]!r} if that is how it is meant"
    if found == wanted[::-1] and len(found) == 2:
        other_samples = "columns" if c.samples == "rows" else "rows"
        return f"{TRANSPOSED}: declare samples = {other_samples!r} if that is how it is meant"
    if base == "b" and int(np.prod(found)) == int(np.prod(wanted)):
        fitting = {1: "vector"}.get(len(found)) or ("row" if found[0] == 1 else "column")
        return f"declare bias = {fitting!r} if that is how it is meant"
    return ""
