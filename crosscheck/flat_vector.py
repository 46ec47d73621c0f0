"""One vector of all parameters, W1 b1 W2 b2 ...: put where the network keeps it, and read there as lists."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.collect import flatten, unflatten
from crosscheck.compare import real_array
from crosscheck.errors import UsageError
from crosscheck.places import Place, Root, leaves

Array = NDArray[Any]
Lists = Mapping[str, Sequence[Array]]  # "W" and, where there are biases apart, "b"


def check_flat(owner: str, value: Any, parameters: Any) -> None:
    """UsageError where `flat` is no order, or `parameters` does not name one vector beside it."""
    if value is None:
        return
    if value not in ("C", "F"):
        raise UsageError(f"{owner}.flat is {value!r}: expected 'C', each array row by row, or 'F', column by column")
    if not isinstance(parameters, str) or len(parameters.split()) != 1:
        raise UsageError(
            f"{owner}.parameters is {parameters!r}: flat means one vector of all of them, expected its name, 'theta'"
        )


def vector_of(arrays: Lists, order: str) -> Array:
    """All of them in one vector."""
    return flatten(*arrays.values(), order=order)


def lists_of(owner: str, vector: Any, like: Lists, order: str) -> dict[str, list[Array]]:
    """The lists that a vector is made of; UsageError where it has another length."""
    try:
        lists = unflatten(real_array(vector), *like.values(), order=order)
    except UsageError as error:
        raise UsageError(f"{owner}: {error}: do its widths follow case.sizes, and is flat right?") from None
    return dict(zip(like, lists, strict=True))


def put_vector(owner: str, net: Any, name: str, vector: Array) -> None:
    """Store it where the network keeps its own, in the form of that; in a dictionary it need not be there yet.

    Raises:
        UsageError: nothing is there, or a vector of another length.
    """
    place = place_of_vector(net, name)
    if place is None:
        *way, last = name.split(".")
        at = net
        for part in way:
            at = at.setdefault(part, {}) if isinstance(at, MutableMapping) else getattr(at, part, None)
        if not isinstance(at, MutableMapping):
            raise UsageError(f"{owner}: {name} leads nowhere in the {type(net).__name__} that build returned")
        at[last] = vector
        return
    old = place.get()
    size = np.size(old) if isinstance(old, np.ndarray | list | tuple) or hasattr(old, "shape") else vector.size
    if size != vector.size:
        raise UsageError(
            f"{owner}: {name} has {size} numbers, and the parameters are {vector.size}: does build make a network of "
            "the widths case.sizes? If they are fixed, declare sizes"
        )
    if hasattr(old, "detach"):
        import torch

        old.data = torch.tensor(vector).reshape(tuple(old.shape))
    elif isinstance(old, np.ndarray) and old.dtype == vector.dtype:
        old[...] = vector.reshape(old.shape)  # whoever holds views of it sees them
    elif isinstance(old, np.ndarray):
        place.store(vector.reshape(old.shape))
    else:
        place.store(vector.tolist() if isinstance(old, list) else vector)


def place_of_vector(net: Any, name: str) -> Place | None:
    """Where it is; None where it is not."""
    found = leaves(net, name, 1, 1)
    return found[0] if len(found) == 1 and isinstance(found[0], Place) and not isinstance(found[0], Root) else None


def split_up(owner: str, shown: Any, like: Lists, order: str) -> Any:
    """What read or step returned, a gradient of all parameters in one vector, "dW", split into dW and db."""
    vector = shown.get("dW") if isinstance(shown, Mapping) else None
    total = sum(a.size for arrays in like.values() for a in arrays)
    if vector is None or not hasattr(vector, "shape") or np.prod(vector.shape) != total:
        return shown
    lists = lists_of(owner, vector, like, order)
    return {**shown, **{f"d{quantity}": arrays for quantity, arrays in lists.items()}}
