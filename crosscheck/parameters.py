"""Where a network keeps its parameters: put there after `build`, read there after a step.

parameters = "W", "b"                    net.W and net.b, lists; net.W1, net.W2 ...; net["W1"], net["W2"] ...
parameters = "layers.W", "layers.b"      layer.W of every layer in net.layers that has one; of a list or a module, "W"
parameters = "params.W", "params.b"      net.params["W1"], net.params["W2"] ...
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.collect import numbered
from crosscheck.errors import UsageError
from crosscheck.shown import is_placeholder

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.handed import Handed

Array = NDArray[Any]


ENTRIES = (MutableMapping, list, tuple)


@dataclass(frozen=True)
class Place:
    """An attribute of an object, or an entry of a dictionary or a list."""

    owner: Any
    key: Any

    def get(self) -> Any:
        """What is there."""
        return self.owner[self.key] if isinstance(self.owner, ENTRIES) else getattr(self.owner, self.key)

    def put(self, array: Array) -> None:
        """Store an array: into the one that is there, where it fits, for others may hold that one as well."""
        now = self.get()
        if hasattr(now, "detach"):
            import torch

            now.data = torch.tensor(array)
        elif isinstance(now, np.ndarray) and (now.shape, now.dtype) == (array.shape, array.dtype):
            now[...] = array
        elif isinstance(self.owner, tuple):
            raise UsageError("parameters leads to a tuple, which cannot be written to: store them in build, without it")
        elif isinstance(self.owner, MutableMapping | list):
            self.owner[self.key] = array
        else:
            setattr(self.owner, self.key, array)


def check_parameters(owner: str, value: Any, biases: bool) -> tuple[str, ...]:
    """The names of weights and biases: two, or one where there are no biases apart from the weights.

    Raises:
        UsageError: something else was declared.
    """
    names = (value,) if isinstance(value, str) else value
    wanted = "('W', 'b')" if biases else "'W', for the biases are none or folded into the weights"
    if (
        not isinstance(names, tuple | list)
        or len(names) != 1 + biases
        or not all(isinstance(n, str) and all(part.isidentifier() for part in n.split(".")) for n in names)
    ):
        raise UsageError(
            f"{owner}.parameters is {value!r}: expected the names under which the network keeps them, such as {wanted}"
        )
    return tuple(names)


def builder(adapter: Adapter) -> Callable[[Handed], Any]:
    """`build`, and the parameters put where they are declared to be kept."""
    make = adapter.build
    assert make is not None
    if adapter.parameters is None:
        return make

    def build(case: Handed) -> Any:
        net = make(case)
        for name, arrays in zip(names_of(adapter), (case.weights, case.biases), strict=False):
            put(f"{type(adapter).__name__}.parameters: {name}", net, name, arrays)
        return net

    return build


def reader(adapter: Adapter) -> Callable[[Any], Any]:
    """`read`, in front of it the parameters where they are declared to be kept; what `read` returns wins."""
    own = adapter.read
    if adapter.parameters is None:
        assert own is not None
        return own

    def read(net: Any) -> Any:
        shown = {q: [p.get() for p in places(net, name)] for q, name in zip("Wb", names_of(adapter), strict=False)}
        more = own(net) if own is not None else {}
        return {**shown, **more} if isinstance(more, Mapping) else more

    return read


def names_of(adapter: Adapter) -> tuple[str, ...]:
    """As declared; one is a pair without the second."""
    value = adapter.parameters
    return (value,) if isinstance(value, str) else tuple(value or ())


def put(who: str, net: Any, name: str, arrays: list[Array]) -> None:
    """Store one array a layer.

    Raises:
        UsageError: another number of layers is found there, or arrays of another shape: with what would fit.
    """
    found = places(net, name)
    if len(found) != len(arrays):
        raise UsageError(
            f"{who} leads to {len(found)} arrays in what build returned, a {type(net).__name__}: expected "
            f"{len(arrays)}, one a layer; without parameters, store them in build and show them in read"
        )
    for i, (place, array) in enumerate(zip(found, arrays, strict=True), 1):
        shape = np.shape(place.get()) if hasattr(place.get(), "shape") else array.shape
        if shape != array.shape:
            raise UsageError(f"{who} of layer {i} has shape {shape}, declared is {array.shape}: {advice(shape, array)}")
        place.put(array)


def advice(shape: tuple[int, ...], array: Array) -> str:
    """What to declare for a network that makes arrays of this shape."""
    plain = array.ndim == 2 and 1 not in array.shape
    if plain and shape == array.shape[::-1]:
        return "declare the other weight, 'out_in' or 'in_out'"
    for axis, line in enumerate(("row", "column")):
        if plain and shape == tuple(n + (i == axis) for i, n in enumerate(array.shape)):
            return f"if its first {line} is the bias, bias = 'folded_first_{line}'; if the last, 'folded_last_{line}'"
    if max(shape, default=1) == array.size and int(np.prod(shape)) == array.size:
        return f"declare bias = {'vector' if len(shape) == 1 else 'row' if shape[0] == 1 else 'column'!r}"
    return "does build make a network of the widths case.sizes?"


def places(net: Any, name: str) -> list[Place]:
    """Where the arrays of all layers are, the first layer's first; none where the way there is not."""
    return walk(net, name.split("."), within=False)


def walk(owner: Any, way: list[str], within: bool) -> list[Place]:
    """The places at the end of a way; a list on the way is one of layer objects, each of which has one array."""
    if isinstance(owner, list | tuple):
        return [p for element in owner for p in walk(element, way, within=True)]
    head, *rest = way
    if not has(owner, head):
        if callable(getattr(owner, "children", None)):  # an nn.Module
            return walk(list(owner.children()), way, within=True)
        return [] if rest or within else numbered_places(owner, head)
    place = Place(owner, head)
    if rest:
        return walk(place.get(), rest, within)
    return [place] if within else inside(place)


def has(owner: Any, name: str) -> bool:
    """Whether an object has an attribute, or a dictionary a key."""
    return name in owner if isinstance(owner, MutableMapping) else hasattr(owner, name)


def numbered_places(owner: Any, name: str) -> list[Place]:
    """W1, W2 ... in the order of the numbers."""
    if not isinstance(owner, MutableMapping) and not hasattr(owner, "__dict__"):
        return []
    return [Place(owner, key) for key, _ in numbered(owner, name, missing_ok=True)]


def inside(place: Place) -> list[Place]:
    """The entries of a list or a dictionary, one a layer; the array itself of a network of one layer."""
    value = place.get()
    if isinstance(value, list | tuple):
        return [Place(value, i) for i in range(bool(value) and is_placeholder(value[0]), len(value))]
    if isinstance(value, MutableMapping):
        return [Place(value, key) for key in value]
    return [place]
