"""The way to a network's parameters: one leaf a layer, through objects, attributes, dictionaries, lists and neurons.

A way is a name with dots, "layers.linear.W". A part of it is an attribute, a key (which may have dots in it), a
position in a list or tuple, or a slice of one ("p.::2"). A list on the way, for which the way names no position, is one
of layers; a list within a layer is one of neurons, each of which holds a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.shown import is_object_array, is_placeholder

Array = NDArray[Any]
_INDEX = re.compile(r"-?\d+")
_SLICE = re.compile(r"(-?\d*):(-?\d*)(?::(-?\d*))?")
SEQUENCE = (list, tuple)


@dataclass(frozen=True)
class Root:
    """Where a way begins."""

    value: Any

    def get(self) -> Any:
        """The network itself."""
        return self.value

    def store(self, value: Any) -> None:
        """It cannot be another one."""
        raise UsageError(
            f"parameters leads into the {type(self.value).__name__} that build returned, which cannot be written to: "
            "store case.weights and case.biases in build"
        )


@dataclass(frozen=True)
class Place:
    """An attribute of an object, or an entry of a dictionary, a list or a tuple; looked up anew each time."""

    above: Root | Place
    key: Any

    def get(self) -> Any:
        """What is there."""
        owner = self.above.get()
        return owner[self.key] if is_indexed(owner, self.key) else getattr(owner, self.key)

    def store(self, value: Any) -> None:
        """Another value in its stead; in a tuple, by another tuple."""
        owner = self.above.get()
        if isinstance(owner, tuple):
            entries = [*owner[: self.key], value, *owner[self.key + 1 :]]
            self.above.store(type(owner)(*entries) if hasattr(owner, "_fields") else tuple(entries))
        elif is_indexed(owner, self.key):
            owner[self.key] = value
        else:
            setattr(owner, self.key, value)


@dataclass(frozen=True)
class Rows:
    """What a list of neurons holds: a row each."""

    places: tuple[Leaf, ...]

    def get(self) -> Any:
        """The rows in a list."""
        return [p.get() for p in self.places]


Leaf: TypeAlias = Place | Rows


def of_numbers(found: list[Leaf], shapes: Sequence[tuple[int, ...]]) -> list[Leaf]:
    """Single numbers w1, w2, w3 ... as the arrays of layers, row by row; as they are where they are no such numbers."""
    counts = [int(np.prod(shape)) for shape in shapes]
    if len(found) == len(shapes) or len(found) != sum(counts) or not all(is_one_number(leaf) for leaf in found):
        return found
    rest = iter(found)
    return [in_rows([next(rest) for _ in range(n)], shape) for n, shape in zip(counts, shapes, strict=True)]


def in_rows(flat: Sequence[Leaf], shape: tuple[int, ...]) -> Leaf:
    """Places in nested rows of a shape."""
    if len(shape) < 2:
        return Rows(tuple(flat))
    width = len(flat) // shape[0]
    return Rows(tuple(in_rows(flat[i : i + width], shape[1:]) for i in range(0, len(flat), width)))


def is_number(leaf: Leaf) -> bool:
    """Whether a single number is there, be it the only one of an array."""
    return isinstance(leaf, Place) and isinstance(leaf.get(), float | int | np.floating)


def is_one_number(leaf: Leaf) -> bool:
    """Whether a number is there, be it the only one of an array: a step may make such an array of it."""
    return is_number(leaf) or (isinstance(leaf, Place) and isinstance(a := leaf.get(), np.ndarray) and a.size == 1)


def is_indexed(owner: Any, key: Any) -> bool:
    """Whether an entry is meant, and no attribute."""
    return isinstance(owner, MutableMapping | list | tuple | np.ndarray) and not (
        isinstance(key, str) and not isinstance(owner, MutableMapping)
    )


def leaves(net: Any, name: str, rank: int, n_layers: int | None = None) -> list[Leaf]:
    """Where the arrays of all layers are, the first layer's first; none for a way that is not there.

    Args:
        net: what build returned.
        name: one way for all layers, or one a layer, separated by blanks.
        rank: how many axes the part of one neuron has: 1 for weights, 0 for biases.
        n_layers: L, where it is known.
    """
    ways = name.split()
    if len(ways) > 1:
        return [leaf for way in ways for leaf in of_one_layer(Root(net), tuple(way.split(".")), rank)]
    found = of_all_layers(Root(net), tuple(name.split(".")), rank)
    fits = n_layers is None or len(found) == n_layers + 1
    numbers = n_layers != 1 and all(is_number(leaf) for leaf in found)  # b1, b2, b3 of three units
    if found and fits and not numbers and is_placeholder(found[0].get()):
        found = found[1:]  # so that layers count from 1
    if n_layers == 1 and len(found) != 1:
        return of_one_layer(Root(net), tuple(name.split(".")), rank)
    return found


def of_all_layers(at: Root | Place, way: tuple[str, ...], rank: int) -> list[Leaf]:
    """The leaves at the end of a way; the first list on it is one of layers."""
    value = at.get()
    if not way:
        return in_container(at, value)
    step = next_step(value, way)
    if step is not None:
        key, rest = step
        if isinstance(key, slice):
            return [leaf for i in range(*key.indices(len(value))) for leaf in of_one_layer(Place(at, i), rest, rank)]
        return of_all_layers(Place(at, key), rest, rank)
    if len(way) == 1 and (keys := numbered_keys(value, way[0])):
        return [Place(at, key) for key in keys]
    return [leaf for e in elements_of(at, value) for leaf in of_one_layer(e, way, rank)]


def of_one_layer(at: Root | Place, way: tuple[str, ...], rank: int) -> list[Leaf]:
    """The leaf of a layer; none where the way is not there, several where the layer is itself a list of layers."""
    if not way:
        return [at] if isinstance(at, Place) else []
    value = at.get()
    step = next_step(value, way, within=True)
    if step is not None and not isinstance(step[0], slice):
        return of_one_layer(Place(at, step[0]), step[1], rank)
    inner = [] if isinstance(value, MutableMapping) else elements_of(at, value)
    found = [leaf for e in inner for leaf in of_one_layer(e, way, rank)]
    if found and isinstance(value, SEQUENCE) and all(ndim_of(leaf) <= rank for leaf in found):
        return [Rows(tuple(found))]
    return found


def next_step(value: Any, way: tuple[str, ...], within: bool = False) -> tuple[Any, tuple[str, ...]] | None:
    """The key that the next part of a way, or the next parts, lead to, and the rest of it; None where there is none.

    In a list of tuples, one a layer, a position is one in each of them; not so `within` a layer.
    """
    head, rest = way[0], way[1:]
    if isinstance(value, MutableMapping):
        for n in range(len(way), 0, -1):  # a key may have dots in it
            if (key := ".".join(way[:n])) in value:
                return key, way[n:]
        return (int(head), rest) if _INDEX.fullmatch(head) and int(head) in value else None
    if isinstance(value, SEQUENCE):
        at = position(value, head, within)
        return None if at is None else (at, rest)
    return (head, rest) if hasattr(value, head) else None


def position(value: Any, head: str, within: bool) -> int | slice | None:
    """Where in a list or tuple a part of a way leads: a number, a slice, or a field of a namedtuple."""
    if part := _SLICE.fullmatch(head):
        return slice(*(int(p) if p else None for p in part.groups()))
    fields = getattr(value, "_fields", ())
    if head in fields:
        return int(fields.index(head))
    in_each = not within and bool(value) and all(isinstance(e, SEQUENCE) for e in value)
    if _INDEX.fullmatch(head) and not in_each and -len(value) <= int(head) < len(value):
        return int(head) % len(value)
    return None


def elements_of(at: Root | Place, value: Any) -> list[Root | Place]:
    """What a list, a dictionary or an nn.Module consists of."""
    if isinstance(value, SEQUENCE) or is_object_array(value):
        return [Place(at, i) for i in range(len(value))]
    if isinstance(value, MutableMapping):
        return [Place(at, key) for key in value]
    if callable(getattr(value, "children", None)):
        return [Root(child) for child in value.children()]
    return []


def in_container(at: Root | Place, value: Any) -> list[Leaf]:
    """The entries of a list or a dictionary, one a layer; the array itself of a network of one layer."""
    if isinstance(value, SEQUENCE) or is_object_array(value):
        return [Place(at, i) for i in range(len(value))]
    if isinstance(value, MutableMapping):
        return [Place(at, key) for key in value]
    return [at] if isinstance(at, Place) else []


def numbered_keys(owner: Any, name: str) -> list[str]:
    """Keys or attributes W1, W2 ... (or W_1, W[1]), in the order of the numbers."""
    if not isinstance(owner, MutableMapping) and not hasattr(owner, "__dict__"):
        return []
    pattern = re.compile(rf"{re.escape(name)}_?\[?(\d+)\]?")
    keys = owner if isinstance(owner, MutableMapping) else vars(owner)
    found = [(int(m[1]), key) for key in keys if (m := pattern.fullmatch(str(key)))]
    return [key for _, key in sorted(found, key=lambda f: f[0])]


def ndim_of(leaf: Leaf) -> int:
    """How many axes there are; many where it cannot be said."""
    try:
        return int(np.ndim(leaf.get()))
    except (ValueError, TypeError, RuntimeError):
        return 9


def visit(leaf: Leaf, array: Array, act: Callable[[Place, Array], None]) -> None:
    """Call `act` with every place of a leaf and its part of the array.

    Raises:
        UsageError: there are more neurons, or fewer, than rows.
    """
    if isinstance(leaf, Place):
        act(leaf, array)
        return
    if len(leaf.places) != len(array):
        raise UsageError(f"{len(leaf.places)} neurons for {len(array)} rows")
    for place, row in zip(leaf.places, array, strict=True):
        visit(place, row, act)
