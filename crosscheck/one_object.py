"""Parameters that a network keeps in one object where it should be several: [Neuron()] * n, [[0.0] * n] * m."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.catalogue import in_words
from crosscheck.compare import real_array
from crosscheck.places import Leaf, Place, Rows

Array = NDArray[Any]


def one_object(name: str, leaves: Sequence[Leaf], stored: Sequence[Array]) -> str:
    """What is one object and should be several, in a sentence; "" where every array came back as it was stored.

    Args:
        name: of the parameters, as they are declared.
        leaves: where they are, a layer each.
        stored: what was put there.
    """
    wrong = [i for i, (leaf, array) in enumerate(zip(leaves, stored, strict=True)) if not holds(leaf, array)]
    found = [words for i in wrong if (words := in_layer(leaves[i], name, i + 1))]
    return found[0] if found else between_layers(leaves, wrong, name)


def holds(leaf: Leaf, array: Array) -> bool:
    """Whether a leaf holds an array, but for its precision."""
    try:
        shown = np.asarray(real_array(leaf.get()), dtype=np.float64)
    except (ValueError, TypeError):
        return True  # a list of arrays: nothing is known
    return shown.size != array.size or np.allclose(shown.ravel(), array.ravel(), rtol=1e-3, atol=1e-6)


def in_layer(leaf: Leaf, name: str, layer: int) -> str:
    """Neurons, or rows, of one layer."""
    if isinstance(leaf, Rows):
        places = [p for p in leaf.places if isinstance(p, Place)]
        owners = [(p.above.get(), p.key) for p in places]  # all at once: ids are used again
        same = alike([(id(owner), key) for owner, key in owners])
        if same:
            return sentence(same, len(owners), "neurons", f"layer {layer}", f"[{made(owners[same[0]][0])}] * n")
        values = [p.get() for p in places]
    else:
        values = leaf.get() if isinstance(leaf.get(), list) else []
    same = alike([id(v) if isinstance(v, list | np.ndarray) else -i for i, v in enumerate(values, 1)])
    return sentence(same, len(values), "rows", f"{name} of layer {layer}", "[[...] * n] * m") if same else ""


def between_layers(leaves: Sequence[Leaf], wrong: Sequence[int], name: str) -> str:
    """Layers that are one object, one of which did not keep what it was given."""
    places = [leaf for leaf in leaves if isinstance(leaf, Place)]
    if not wrong or len(places) < len(leaves):
        return ""
    owners = [(p.above.get(), p.key) for p in places]
    same = alike([(id(owner), key) for owner, key in owners])
    if same:
        made_of = f"[{made(owners[same[0]][0])}] * n"
        return f"{in_words([i + 1 for i in same])} are one and the same object: {made_of} makes one; {EACH}"
    values = [p.get() for p in places]
    same = alike([id(v) if isinstance(v, list | np.ndarray) else -i for i, v in enumerate(values, 1)])
    return f"{name} of {in_words([i + 1 for i in same])} is one and the same array; {EACH}" if same else ""


EACH = "make each its own"


def alike(keys: Sequence[Any]) -> list[int]:
    """The positions of the first key that is there more than once."""
    first = next((key for key in keys if keys.count(key) > 1), None)
    return [i for i, key in enumerate(keys) if key == first] if first is not None else []


def sentence(same: Sequence[int], n: int, what: str, where: str, made_by: str) -> str:
    """All 7 neurons of layer 1 are one and the same object."""
    numbers = ", ".join(str(i + 1) for i in same)
    who = f"all {n} {what}" if len(same) == n else f"{what} {numbers}"
    return f"{who} of {where} are one and the same object: {made_by} makes one; {EACH}"


def made(owner: Any) -> str:
    """How an object may have been made."""
    return {"dict": "{...}", "list": "[...]"}.get(type(owner).__name__, f"{type(owner).__name__}(...)")
