"""Where a network keeps its parameters: put there after `build`, read there after a step.

parameters = "W", "b"                    net.W and net.b, lists; net.W1, net.W2 ...; net["W1"], net["W2"] ...
parameters = "layers.W", "layers.b"      layer.W of every layer in net.layers that has one; of a list or a module, "W"
parameters = "params.W", "params.b"      net.params["W1"], net.params["W2"] ...
parameters = "syn0 syn1"                 one way for each layer: net.syn0 or net["syn0"], then syn1
parameters = "p.0 p.2", "p.1 p.3"        positions in a list or tuple; "p.::2", "p.1::2" where there may be any number
parameters = "layers.neurons.w", "layers.neurons.b"      a list within a layer is one of neurons: a row each

An array of the shape and dtype that the harness hands over is filled, for others may hold it as well. Everything else
is replaced: by an array, by a list where there is a list, by a number where there is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.candidate_code import describe, place_of
from crosscheck.compare import real_array
from crosscheck.draws import watch_draws
from crosscheck.errors import UsageError
from crosscheck.flat_vector import lists_of, place_of_vector, put_vector, split_up, vector_of
from crosscheck.one_object import one_object
from crosscheck.places import Leaf, Place, Root, Rows, leaves, of_numbers, visit

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.handed import Handed

Array = NDArray[Any]


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
        or not all(isinstance(n, str) and n.split() and all(all(w.split(".")) for w in n.split()) for n in names)
    ):
        raise UsageError(
            f"{owner}.parameters is {value!r}: expected the names under which the network keeps them, such as {wanted}"
        )
    return tuple(names)


def names_of(adapter: Adapter) -> tuple[str, ...]:
    """As declared; one is a pair without the second."""
    value = adapter.parameters
    return (value,) if isinstance(value, str) else tuple(value or ())


def ways_of(name: str, n_layers: int) -> list[tuple[str, ...]]:
    """One way a layer: as they are named, or W1, W2 ... of a single one."""
    ways = [tuple(way.split(".")) for way in name.split()]
    if len(ways) > 1:
        return ways
    *above, last = ways[0]
    return [(*above, f"{last}{i}") for i in range(1, n_layers + 1)]


@dataclass(frozen=True)
class Replaced:
    """An array of the network's that had to make way for another one, and what was in both then."""

    name: str
    layer: int
    place: Place
    old: Array
    was: Array
    new: Any
    given: Array


class Kept:
    """One build of an adapter, and its parameters where they are declared to be kept."""

    def __init__(self, adapter: Adapter) -> None:
        self.adapter = adapter
        self.who = f"{type(adapter).__name__}.parameters"
        self.shapes: dict[tuple[str, int], tuple[int, ...]] = {}
        self.replaced: list[Replaced] = []
        self.n_layers = 0
        self.like: dict[str, list[Array]] = {}  # what is kept in one vector
        self.undrawn = ""  # the method that has not been called yet in which the network draws its parameters
        self.one_object = ""  # parameters that should be apart and are not, in a sentence

    @property
    def builder(self) -> Callable[[Handed], Any]:
        """What builds: the adapter's own method where nothing has to be put in place."""
        if self.adapter.parameters is None:
            assert self.adapter.build is not None
            return self.adapter.build
        return self.build

    @property
    def reader(self) -> Callable[[Any], Any]:
        """What reads, likewise."""
        if self.adapter.parameters is None:
            assert self.adapter.read is not None
            return self.adapter.read
        return self.read

    def build(self, case: Handed) -> Any:
        """`build`, and the parameters put in place; without a `build`, into a dictionary that is empty.

        Raises:
            UsageError: another number of layers is found there, or arrays of another shape: with what would fit.
        """
        adapter = self.adapter
        net = adapter.build(case) if adapter.build is not None else {}
        self.n_layers = case.n_layers
        self.replaced = []
        try:
            if adapter.flat is not None:
                self.like = {q: list(a) for q, a in (("W", case.weights), ("b", case.biases)) if len(a)}
                name = names_of(adapter)[0]
                put_vector(self.who, net, name, vector_of(self.like, adapter.flat))
            elif adapter.draws is None:
                self.place(net, case)
            else:
                self.place_when_drawn(net, case, adapter.draws)
        except (UsageError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise UsageError(
                f"{self.who}: nothing can be put there in what build returned, {described(net)}: it raises "
                f"{describe(error)}. Without parameters, store case.weights and case.biases in build, and show them "
                "in read"
            ) from error
        return net

    def place_when_drawn(self, net: Any, case: Handed, method: str) -> None:
        """The same each time the network has drawn its weights: first what the case says, then what was there."""
        names = list(zip(names_of(self.adapter), "Wb", (1, 0), (case.weights, case.biases), strict=False))
        self.shapes |= {(q, i): a.shape for _, q, _, arrays in names for i, a in enumerate(arrays, 1)}
        self.undrawn = method

        def now() -> list[list[Array]]:
            if self.undrawn:
                return [arrays for *_, arrays in names]
            shown = self.all_of(net)
            return [[real_array(a).reshape(self.shapes[q, i]) for i, a in enumerate(shown[q], 1)] for _, q, *_ in names]

        def put(kept: list[list[Array]]) -> None:
            self.undrawn, self.replaced = "", []
            for (name, quantity, rank, _), arrays in zip(names, kept, strict=True):
                for i, (leaf, array) in enumerate(zip(self.plan(net, name, rank, arrays), arrays, strict=True), 1):
                    self.put_drawn(net, name, quantity, i, leaf, array)

        watch_draws(type(self.adapter).__name__, net, method, now, put)

    def put_drawn(self, net: Any, name: str, quantity: str, layer: int, leaf: Leaf | Missing, array: Array) -> None:
        """One layer's array; the last is as wide as the batch has classes, so that it may have another width."""
        if isinstance(leaf, Missing):
            plant(net, leaf.way, array)
        elif isinstance(leaf, Place) and layer == self.n_layers and len(shape_of(leaf) or ()) == array.ndim:
            leaf.store(array.copy())
        else:
            self.put(net, name, quantity, layer, leaf, array)

    def place(self, net: Any, case: Handed) -> None:
        """Every parameter put where it belongs; not those that a script fills in when it has made their place."""
        adapter = self.adapter
        waits = net.waits_ if "waits_" in vars(type(net)) else {}
        lists = [arrays for arrays in (case.weights, case.biases) if arrays]
        every = list(zip(names_of(adapter), "Wb", (1, 0), lists, strict=False))
        for name, quantity, _, arrays in every:
            self.shapes |= {(quantity, i): array.shape for i, array in enumerate(arrays, 1) if name in waits}
        todo = [entry for entry in every if entry[0] not in waits]
        # all places are looked for before anything is stored: what is empty then may be filled
        plans = [self.plan(net, name, rank, arrays) for name, _, rank, arrays in todo]
        for (name, quantity, _, arrays), plan in zip(todo, plans, strict=True):
            for i, (spot, array) in enumerate(zip(plan, arrays, strict=True), 1):
                if isinstance(spot, Missing):
                    plant(net, spot.way, array)
                else:
                    self.put(net, name, quantity, i, spot, array)
        found = [
            one_object(name, [leaf for leaf in plan if not isinstance(leaf, Missing)], arrays)
            for (name, _, _, arrays), plan in zip(todo, plans, strict=True)
            if not any(isinstance(leaf, Missing) for leaf in plan)
        ]
        self.one_object = next(filter(None, found), "")

    def read(self, net: Any) -> Any:
        """`read`, in front of it the parameters; what `read` returns wins, and if that is nothing, nothing is shown.

        Raises:
            UsageError: the network does not move the arrays that it was given, but those that they replaced.
        """
        adapter = self.adapter
        if self.undrawn:
            raise UsageError(f"{type(adapter).__name__}.draws: the step has not called {self.undrawn}")
        self.looked_at(self.check_old_arrays)
        more = adapter.read(net) if adapter.read is not None else None
        if more is not None and not isinstance(more, Mapping):
            return more
        if more is not None and not more:
            return {}
        return {**self.looked_at(lambda: self.all_of(net)), **(more or {})}

    def split(self, shown: Any) -> Any:
        """What read or step returned, without a vector of gradients."""
        return shown if self.adapter.flat is None else split_up(self.who, shown, self.like, self.adapter.flat)

    def looked_at(self, look: Callable[[], Any]) -> Any:
        """What it returns; what it raises is the adapter's, but for what a line of the network's raises.

        Raises:
            UsageError: something else is there than at first.
        """
        try:
            return look()
        except UsageError:
            raise
        except Exception as error:
            if place_of(error.__traceback__):
                raise
            raise UsageError(
                f"{self.who}: after a step, nothing can be read there: {describe(error)}. Without parameters, store "
                "case.weights and case.biases in build, and show them in read"
            ) from error

    def all_of(self, net: Any) -> dict[str, list[Any]]:
        """The parameters of all layers, as they are now."""
        shown: dict[str, list[Any]] = {}
        if self.adapter.flat is not None:
            place = place_of_vector(net, names_of(self.adapter)[0])
            return lists_of(self.who, None if place is None else place.get(), self.like, self.adapter.flat)
        for name, q, rank in zip(names_of(self.adapter), "Wb", (1, 0), strict=False):
            shapes = [self.shapes.get((q, i), ()) for i in range(1, self.n_layers + 1)]
            found = of_numbers(leaves(net, name, rank, self.n_layers), shapes)
            shown[q] = [self.shaped(q, i, leaf.get()) for i, leaf in enumerate(found, 1)]
        return shown

    def shaped(self, quantity: str, layer: int, value: Any) -> Any:
        """The value with the axes that the network does without."""
        full = self.shapes.get((quantity, layer))
        if full is None or hasattr(value, "detach"):
            return value
        fewer = is_reduced(np.shape(value), full) or is_row_by_row(np.shape(value), full)
        return np.reshape(value, full) if fewer else value

    def plan(self, net: Any, name: str, rank: int, arrays: list[Array]) -> list[Leaf | Missing]:
        """Where each array goes; into nothing but an empty dictionary is anything put that is not there yet."""
        found = of_numbers(leaves(net, name, rank, len(arrays)), [array.shape for array in arrays])
        if len(found) == len(arrays):
            return list(found)
        ways = ways_of(name, len(arrays))
        if not found and len(ways) == len(arrays) and all(ends_in_nothing(net, way) for way in ways):
            return [Missing(way) for way in ways]
        raise UsageError(
            f"{self.who}: {name} leads to {len(found)} arrays in what build returned, {described(net)}: expected "
            f"{len(arrays)}, one a layer; without parameters, store them in build and show them in read"
        )

    def put(self, net: Any, name: str, quantity: str, layer: int, leaf: Leaf, array: Array) -> None:
        """Store one layer's array, in the form in which the network keeps it."""
        shape, full = shape_of(leaf), array.shape
        if shape is not None and is_row_by_row(shape, array.shape):
            array = array.reshape(-1)
        elif shape is not None and shape != array.shape and not is_reduced(shape, array.shape):
            raise UsageError(
                f"{self.who}: {name} of layer {layer} has shape {shape}, declared is {array.shape}: "
                f"{advice(shape, array)}{self.own_widths(net) if quantity == 'W' else ''}"
            )
        self.shapes[quantity, layer] = full
        rows = array.reshape(-1) if isinstance(leaf, Rows) and quantity == "b" else array

        def act(place: Place, part: Array) -> None:
            old = place.get()
            new = filled(old, part)
            if new is old and not (hasattr(old, "detach") and place.key == "data"):
                return  # tensor.data is another object each time it is asked for, and has to be set
            place.store(new)
            if isinstance(old, np.ndarray) and old.shape == np.shape(new):
                self.replaced.append(Replaced(name, layer, place, old, old.copy(), new, np.array(new)))

        try:
            visit(leaf, rows, act)
        except UsageError as error:
            raise UsageError(f"{self.who}: {name} of layer {layer}: {error}") from None

    def own_widths(self, net: Any) -> str:
        """The line that declares the widths which the network has of itself, where its weights fit each other."""
        shapes = [shape_of(leaf) for leaf in leaves(net, names_of(self.adapter)[0], 1, self.n_layers)]
        folded = self.adapter.bias.startswith("folded")
        pairs = [(s if self.adapter.weight == "in_out" else s[::-1]) for s in shapes if s is not None and len(s) == 2]
        widths = [(m - folded, n) for m, n in pairs]
        if len(widths) != self.n_layers or any(a[1] != b[0] for a, b in pairwise(widths)):
            return ""
        return f" If these widths are fixed, sizes = {(widths[0][0], *(n for _, n in widths))}"

    def check_old_arrays(self) -> None:
        """UsageError where an array that was replaced has moved, and the one in its place has not.

        Judged as it is, the network would seem to stand still: it is right, and works on an array that nobody sees.
        """
        for r in self.replaced:
            now = r.place.get()
            still = now is r.new and np.array_equal(np.asarray(now), r.given)
            if still and not np.array_equal(r.old, r.was):
                raise UsageError(
                    f"{self.who}: {r.name} of layer {r.layer} was {r.old.dtype} and was replaced by an array of "
                    f"{r.given.dtype}, but the step moves the old one: something else holds it, such as an optimizer "
                    f"that was made in build. Check with --dtype {r.old.dtype}, make the network with "
                    f"{r.given.dtype}, or store case.weights in build before the optimizer is made"
                )


@dataclass(frozen=True)
class Missing:
    """A way that leads into an empty dictionary."""

    way: tuple[str, ...]


def described(net: Any) -> str:
    """What build returned, with the names that are there."""
    names = list(net) if isinstance(net, MutableMapping) else list(getattr(net, "__dict__", {}))
    listed = ", ".join(str(n) for n in names if not str(n).startswith("__"))
    return f"a {type(net).__name__}" + (f" with {listed[:100]}{'...' if len(listed) > 100 else ''}" if listed else "")


def ends_in_nothing(net: Any, way: tuple[str, ...]) -> bool:
    """Whether a way leads, as far as it goes, to a dictionary with nothing in it."""
    at = net
    for part in way:
        if isinstance(at, MutableMapping):
            if part not in at:
                return not at
            at = at[part]
        elif hasattr(at, part):
            at = getattr(at, part)
        else:
            return False
    return False


def plant(net: Any, way: tuple[str, ...], array: Array) -> None:
    """Store an array at the end of a way, and make the dictionaries and lists on it that are not there."""
    at = net
    for part, after in zip(way, (*way[1:], None), strict=True):
        value: Any = array if after is None else [] if after.isdigit() else {}
        if isinstance(at, list):
            at.extend([None] * (int(part) + 1 - len(at)))
            at[int(part)] = value if after is None or at[int(part)] is None else at[int(part)]
            at = at[int(part)]
        elif isinstance(at, MutableMapping):
            at = at.setdefault(part, value)
        else:
            at = getattr(at, part)


def shape_of(leaf: Leaf) -> tuple[int, ...] | None:
    """The shape of what is there; None for a placeholder, which says nothing."""
    return shape_of_value(leaf.get())


def shape_of_value(value: Any) -> tuple[int, ...] | None:
    """The shape of an array, of a list of numbers or of such lists; None for anything else, and for what is empty."""
    if hasattr(value, "shape"):
        return tuple(value.shape)
    if not isinstance(value, list) or not value:
        return None
    try:
        return np.shape(value) if np.size(value) else None
    except (ValueError, TypeError):
        return None


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


def is_reduced(shape: tuple[int, ...], full: tuple[int, ...]) -> bool:
    """Whether it is a shape without the axes of one: a vector for the weights of one output, a number for its bias."""
    return len(shape) < len(full) and [n for n in shape if n != 1] == [n for n in full if n != 1]


def is_row_by_row(shape: tuple[int, ...], full: tuple[int, ...]) -> bool:
    """Whether it is a vector with the numbers of a whole matrix: w[j * n_in + i], as in C, row after row of it."""
    return len(shape) == 1 and len(full) == 2 and 1 not in full and shape[0] == full[0] * full[1]


def filled(old: Any, array: Array) -> Any:
    """The array in the form of what is there: that very object where it can be filled."""
    if hasattr(old, "detach"):
        import torch

        new = torch.tensor(array).reshape(tuple(old.shape))
        if new.dtype == old.dtype:
            old.data.copy_(new)
        else:
            old.data = new
        return old
    if isinstance(old, np.ndarray):
        array = array.reshape(old.shape) if old.size == array.size else array
        if (old.shape, old.dtype) == (array.shape, array.dtype):
            old[...] = array
            return old
        return array.view(type(old)) if type(old) is not np.ndarray else array
    if isinstance(old, list):
        if array.ndim > 1 and is_reduced(shape_of_value(old) or (), array.shape):
            array = array.reshape(-1)  # one neuron, its numbers in the list itself
        same = len(old) == len(array)
        old[:] = [filled(e, a) for e, a in zip(old, array, strict=True)] if same else array.tolist()
        return old
    if array.ndim == 0 or (array.size == 1 and isinstance(old, float)):
        return np.float64(array.item()) if isinstance(old, np.floating) else array.item()
    return array


__all__ = ["Kept", "Root", "check_parameters", "names_of"]
