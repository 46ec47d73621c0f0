"""Helpers for the usual shapes of code, so that an adapter stays short.

collect(net.layers, "W")                 [layer.W for those layers that have one]
collect(net.params, "W")                 [params["W1"], params["W2"], ...]
collect(net, "W")                        [net.W1, net.W2, ...]
assign(net.layers, "W", case.weights)    the other way round

net.theta = flatten(case.weights, case.biases)         W1 b1 W2 b2 ... in one vector
W, b = unflatten(net.theta, case.weights, case.biases)
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from crosscheck.errors import UsageError
from crosscheck.places import leaves, numbered_keys

Array = NDArray[Any]


def collect(source: Any, name: str) -> list[Any]:
    """The values of all layers, the first layer first.

    Args:
        source: layer objects in a list (those without the attribute, such as activations, are passed over); a
            dictionary with the keys W1, W2 ... (or W_1, W[1]); or an object with such attributes.
        name: as in `Adapter.parameters`: of the attribute, or the key without its number; dots go into objects and
            dictionaries, "linear.W"; or one name a layer, "syn0 syn1".

    Raises:
        UsageError: nothing of that name is there.
    """
    source = listed(source)
    found = leaves(source, name, rank=1)
    if found:
        return [leaf.get() for leaf in found]
    if isinstance(source, MutableMapping) or not isinstance(source, Iterable):
        names = source if isinstance(source, MutableMapping) else vars(source)
        raise UsageError(f"nothing is called {name}1, {name}2 ... there, only {', '.join(str(k) for k in names)}")
    raise UsageError(f"none of the {len(list(source))} layers has the attribute {name!r}")


def listed(source: Any) -> Any:
    """A list of what can be gone through, such as an nn.Sequential; anything else as it is."""
    as_it_is = isinstance(source, MutableMapping) or hasattr(source, "children")
    return source if as_it_is or not isinstance(source, Iterable) else list(source)


def assign(target: Any, name: str, arrays: Sequence[Any]) -> None:
    """Store one array a layer, the first layer's first.

    Args:
        target: as `source` of `collect`. A dictionary need not have the keys yet, nor an object the attributes.
        name: as in `collect`.
        arrays: such as case.weights; with the empty list of a network without biases nothing is done.

    Raises:
        UsageError: another number of arrays than there are layers with that attribute.
    """
    if not len(arrays):
        return
    if isinstance(target, MutableMapping) or not isinstance(target, Iterable):
        spots = numbered_keys(target, name)
        spots = spots if len(spots) == len(arrays) else [f"{name}{i}" for i in range(1, len(arrays) + 1)]
        for key, array in zip(spots, arrays, strict=True):
            if isinstance(target, MutableMapping):
                target[key] = array
            else:
                setattr(target, key, array)
        return
    owners = [(o, a) for o, a in (owner_of(layer, name) for layer in target) if has(o, a)]
    if len(owners) != len(arrays):
        raise UsageError(f"{len(arrays)} arrays for {len(owners)} layers with the attribute {name!r}")
    for (owner, attribute), array in zip(owners, arrays, strict=True):
        if isinstance(owner, MutableMapping):
            owner[attribute] = array
        else:
            setattr(owner, attribute, array)


def flatten(*lists: Sequence[ArrayLike], order: str = "C") -> Array:
    """One vector of several lists of arrays: W1 b1 W2 b2 ...; an empty list is passed over.

    `order="F"` unrolls each array column by column, as MATLAB does.
    """
    full = [group for group in lists if len(group)]
    return np.concatenate(
        [np.ravel(np.asarray(a), order=_order(order)) for layer in zip(*full, strict=True) for a in layer]
    )


def unflatten(vector: ArrayLike, *like: Sequence[ArrayLike], order: str = "C") -> tuple[list[Array], ...]:
    """The lists again: as many as are given, with arrays of their shapes.

    Raises:
        UsageError: the vector has another length.
    """
    flat = np.asarray(vector).ravel()
    shapes = [[np.shape(a) for a in group] for group in like]
    total = sum(int(np.prod(s)) for group in shapes for s in group)
    if flat.size != total:
        raise UsageError(f"a vector of {flat.size} numbers for parameters with {total}")
    lists: tuple[list[Array], ...] = tuple([] for _ in like)
    at = 0
    for layer in range(max(len(group) for group in shapes)):
        for group, result in zip(shapes, lists, strict=True):
            if layer < len(group):
                n = int(np.prod(group[layer]))
                result.append(flat[at : at + n].reshape(group[layer], order=_order(order)))
                at += n
    return lists


def _order(order: str) -> Any:
    if order not in ("C", "F"):
        raise UsageError(f"order is {order!r}: expected 'C' (rows) or 'F' (columns)")
    return order


def owner_of(layer: Any, name: str) -> tuple[Any, str]:
    """The object that holds the attribute, and its plain name; None where the way there is not."""
    *way, attribute = name.split(".")
    for part in way:
        layer = layer.get(part) if isinstance(layer, MutableMapping) else getattr(layer, part, None)
    return layer, attribute


def has(owner: Any, attribute: str) -> bool:
    """Whether there is an attribute, or a key, that holds something, even None before the first step."""
    return attribute in owner if isinstance(owner, MutableMapping) else owner is not None and hasattr(owner, attribute)
