"""What `read` and `step` return -> named arrays, copied at once.

The keys are those of an adapter: W, b (after the update), dW, db, Z, A, dZ, dA, output, loss, d_output, dX. Values of a
layer may come as a list or tuple from the first layer on (None where a layer is not shown, fewer at the end), as a
dictionary whose keys are or end in numbers, as one array stacked over layers, as a single array where the network has
one layer, or under the key with the layer's number, "W1". A list of L + 1 whose first entry stands for layer 0 (the
input among the activations, None among the weights) is taken as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.compare import real_array
from crosscheck.conventions import Conventions, candidate_shape
from crosscheck.errors import UsageError
from crosscheck.record import parse_name, suffix

if TYPE_CHECKING:
    from crosscheck.case import Case

Array = NDArray[Any]

PER_LAYER = ("W", "b", "dW", "db", "Z", "A", "dZ", "dA")
WHOLE = ("output", "loss", "d_output", "dX")
# In these a unit axis more or less is a matter of taste ((N,) for (N, 1), keepdims in a sum), and no mistake.
_SQUEEZABLE = {"Z", "A", "dZ", "dA", "output", "d_output", "dX", "db"}
_NUMBERED = re.compile(rf"({'|'.join(sorted(PER_LAYER, key=len, reverse=True))})_?\[?(\d+)\]?")
_LAST_NUMBER = re.compile(r"(\d+)\D*$")


@dataclass
class Shown:
    """Collects one training step's arrays.

    Attributes:
        arrays: canonical names to arrays, as the candidate orients them.
        broken: what is no array of numbers, by its canonical name or the key it came under, and why.
    """

    case: Case
    conventions: Conventions
    step: int
    arrays: dict[str, Array] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    def take(self, returned: Mapping[Any, Any]) -> None:
        """Copy everything in a returned dictionary; what is there already is replaced.

        Raises:
            UsageError: a key that is not one of an adapter's, or a value that is not one array a layer.
        """
        below = self.counted_below(returned)
        for key, value in returned.items():
            quantity, layer = split_key(key)
            if layer is not None and quantity == "dA":
                layer -= below
            if value is None or (quantity, layer) == ("A", 0):
                continue
            if (quantity, layer) == ("dA", 0):
                self.put("dX", value)
            elif quantity in WHOLE:
                self.put(quantity, value)
            elif layer is not None and layer > self.case.n_layers:
                raise UsageError(self.misread(str(key), f"is of layer {layer}"))
            elif layer is not None:
                self.put(canonical_name(quantity, layer, self.case.n_layers), value)
            else:
                self.take_layers(quantity, value)

    def counted_below(self, returned: Mapping[Any, Any]) -> bool:
        """Whether dA1, dA2 ... are what layers 1, 2 ... hand down, and not what they are given; their shapes tell."""
        fits = {True: 0, False: 0}
        for key, value in returned.items():
            if not re.fullmatch(r"dA_?\[?[1-9]\d*\]?", str(key)) or not hasattr(value, "shape"):
                continue
            layer = split_key(key)[1] or 0
            for below in fits:
                text = "dX" if layer == below else canonical_name("dA", layer - below, self.case.n_layers)
                shape = shape_of(text, self.case)
                wanted = candidate_shape(self.conventions, parse_name(text), shape, self.case.biases is not None)
                fits[below] += without_ones(self.conventions, value, wanted).shape == wanted
        return fits[True] > fits[False]

    def take_layers(self, quantity: str, value: Any) -> None:
        """The values of every layer of one quantity."""
        try:
            with_input = quantity in ("Z", "A", "dZ", "dA")
            layers = by_layer(value, self.case.n_layers, self.layer_ndim(quantity), with_input)
        except (TypeError, ValueError) as error:
            raise UsageError(self.misread(quantity, str(error))) from error
        for layer, array in layers.items():
            self.put(canonical_name(quantity, layer, self.case.n_layers), array)

    def misread(self, key: str, why: str) -> str:
        """What is wrong with a value as a whole; with one array of it, that may be the network's doing."""
        n = self.case.n_layers
        layers = f"{n} layers, one for each of activations" if n > 1 else "1 layer, as activations says"
        return f"what read or step returned as {key} {why}: the network that is declared has {layers}"

    def put(self, name: str, value: Any) -> None:
        """Copy one array under its canonical name."""
        full = name + suffix(self.step)
        self.arrays.pop(full, None)
        self.broken.pop(full, None)
        try:
            array = real_array(value)
        except (TypeError, ValueError) as error:
            self.broken[full] = str(error)
            return
        self.arrays[full] = self.fitted(full, array)

    def fitted(self, full: str, array: Array) -> Array:
        """Without the ones that a folded bias adds to activations, and with the unit axes that are meant."""
        name = parse_name(full)
        if name.quantity not in _SQUEEZABLE and (name.quantity != "dW" or array.ndim != 1):
            return array
        wanted = candidate_shape(self.conventions, name, shape_of(full, self.case), self.case.biases is not None)
        array = without_ones(self.conventions, array, wanted)
        squeezed = tuple(n for n in array.shape if n != 1)
        return array.reshape(wanted) if squeezed == tuple(n for n in wanted if n != 1) else array

    def layer_ndim(self, quantity: str) -> int:
        """How many axes one layer's array has."""
        name = parse_name(canonical_name(quantity, 1, self.case.n_layers))
        canonical = shape_of(name.text, self.case)
        return len(candidate_shape(self.conventions, name, canonical, self.case.biases is not None))


def split_key(key: Any) -> tuple[str, int | None]:
    """("dW", 2) of "dW2", ("dW", None) of "dW"; UsageError for anything else."""
    text = str(key)
    if text in PER_LAYER or text in WHOLE:
        return text, None
    match = _NUMBERED.fullmatch(text.removesuffix("'"))
    if match and (int(match[2]) > 0 or match[1] in ("A", "dA")):  # of layer 0, the input
        return match[1], int(match[2])
    raise UsageError(
        f"unknown key {key!r} in what read or step returned: expected {', '.join((*PER_LAYER, *WHOLE))}, or with the "
        "layer's number, such as W1"
    )


def canonical_name(quantity: str, layer: int, n_layers: int) -> str:
    """W1' of the W of layer 1; the last activation is the output."""
    if quantity in ("W", "b"):
        return f"{quantity}{layer}'"
    if layer == n_layers and quantity in ("A", "dA"):
        return "output" if quantity == "A" else "d_output"
    return f"{quantity}{layer}"


def shape_of(name: str, case: Case) -> tuple[int, ...]:
    """The canonical shape of a quantity."""
    n = parse_name(name)
    if n.quantity == "loss":
        return ()
    layer = {"output": case.n_layers, "d_output": case.n_layers, "dX": 0}.get(n.quantity, n.layer)
    assert layer is not None
    if layer > case.n_layers:
        return ()
    if n.parameter == "W":
        return case.sizes[layer], case.sizes[layer - 1]
    return (case.sizes[layer],) if n.parameter == "b" else (case.n_samples, case.sizes[layer])


def without_ones(c: Conventions, array: Array, wanted: tuple[int, ...]) -> Array:
    """The array without the line that belongs to a folded bias, where it has one more than is meant."""
    if not c.folded or array.ndim != len(wanted):
        return array
    for axis, n in enumerate(wanted):
        longer = tuple(m + (i == axis) for i, m in enumerate(wanted))
        unit_axis = 0 if c.samples in ("columns", "column") else array.ndim - 1
        if array.shape == longer and axis == unit_axis:
            return np.delete(array, 0 if "first" in c.bias else n, axis=axis)
    return array


def by_layer(value: Any, n_layers: int, ndim: int, with_input: bool = False) -> dict[int, Any]:
    """Layer -> its value, for every way in which people keep the arrays of several layers.

    Args:
        value: what was returned under one key.
        n_layers: L.
        ndim: how many axes one layer's array has.
        with_input: whether L + 1 arrays may begin with that of the input.

    Raises:
        ValueError: more layers than the network has, or one array for several.
    """
    if isinstance(value, Mapping):
        return from_mapping(value, n_layers)
    if hasattr(value, "detach") or (hasattr(value, "__array__") and not is_object_array(value)):
        array = value.detach().cpu().numpy() if hasattr(value, "detach") else np.asanyarray(value)
        if array.ndim == ndim + 1 and array.shape[0] <= n_layers:
            return dict(enumerate(array, 1))
        if n_layers > 1:
            raise ValueError(f"is one array of shape {array.shape} for {n_layers} layers: expected a list of arrays")
        return {1: value}
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise TypeError(f"is of type {type(value).__name__}: expected a list of arrays, one a layer")
    entries = list(value)
    if n_layers == 1 and not is_list_of_one(entries, ndim):
        return {1: entries}
    if len(entries) == n_layers + 1 and (with_input or is_placeholder(entries[0])):
        entries = entries[1:]
    if len(entries) > n_layers:
        raise ValueError(f"holds {len(entries)} arrays for {n_layers} layers")
    return {i: v for i, v in enumerate(entries, 1) if v is not None}


def is_placeholder(entry: Any) -> bool:
    """What people put at index 0 so that layers count from 1: None, 0, [] or an empty array."""
    return entry is None or (np.isscalar(entry) and entry == 0) or (hasattr(entry, "__len__") and len(entry) == 0)


def is_object_array(value: Any) -> bool:
    """A NumPy array of arrays: a container, as old NumPy made it of a ragged list."""
    return isinstance(value, np.ndarray) and value.dtype == object


def is_list_of_one(entries: list[Any], ndim: int) -> bool:
    """Whether a list holds the array of a single layer, rather than being that array itself."""
    if len(entries) != 1:
        return len(entries) == 2 and entries[0] is None
    if hasattr(entries[0], "shape"):  # (n,) for (n, 1) too
        return True
    try:
        return bool(np.ndim(entries[0]) >= ndim) or entries[0] is None
    except ValueError:
        return False


def from_mapping(value: Mapping[Any, Any], n_layers: int) -> dict[int, Any]:
    """By the number that each key is or ends in; counted from 0 where there is a 0 and no L."""
    numbered = dict(numbers_of(value))
    if 0 in numbered:
        if n_layers in numbered:
            del numbered[0]
        else:
            numbered = {n + 1: v for n, v in numbered.items()}
    if len(numbered) > n_layers or any(n > n_layers for n in numbered):
        raise ValueError(f"holds layers {sorted(numbered)} for {n_layers} layers")
    return {n: v for n, v in numbered.items() if v is not None}


def numbers_of(value: Mapping[Any, Any]) -> Iterator[tuple[int, Any]]:
    """Each key's number with its value."""
    for key, entry in value.items():
        match = _LAST_NUMBER.search(str(key))
        if match is None:
            raise ValueError(f"has the key {key!r}: expected keys that end in the layer's number")
        yield int(match[1]), entry
