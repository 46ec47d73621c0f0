"""What the objects of a script hold: the data of a step, or the network that is trained."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from types import FunctionType, GeneratorType, MethodType, ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.old_data import is_same

DEEPEST = 5
MOST = 5000  # objects are looked at


def objects_in(value: Any) -> Iterator[Any]:
    """The value, and what it holds: attributes, entries, what functions and generators have at hand; not twice."""
    seen: set[int] = set()
    todo = [(value, 0)]
    while todo and len(seen) < MOST:
        at, depth = todo.pop()
        if id(at) in seen or isinstance(at, str | bytes | int | float | complex | type | ModuleType | None.__class__):
            continue
        seen.add(id(at))
        yield at
        if depth < DEEPEST:
            todo += [(inner, depth + 1) for inner in parts_of(at)]


def parts_of(value: Any) -> list[Any]:
    """What it holds itself."""
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return list(value.values() if isinstance(value, Mapping) else value)
    if isinstance(value, FunctionType):
        return [cell.cell_contents for cell in value.__closure__ or () if cell_is_full(cell)]
    if isinstance(value, GeneratorType):
        return list(value.gi_frame.f_locals.values()) if value.gi_frame is not None else []
    if isinstance(value, partial):
        return [value.func, *value.args, *value.keywords.values()]
    owner = [value.__self__] if isinstance(value, MethodType) else []
    return owner + (list(vars(value).values()) if hasattr(value, "__dict__") else [])


def cell_is_full(cell: Any) -> bool:
    """Whether a variable of an enclosing function has a value."""
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def reaches(value: Any, ids: Collection[int]) -> bool:
    """Whether one of these objects is in it."""
    return any(id(o) in ids for o in objects_in(value))


def is_data(value: Any, data: Sequence[NDArray[Any]]) -> int | None:
    """Which of the data an array or a tensor is; None where it is none of them."""
    if hasattr(type(value), "detach"):
        value = value.detach().cpu().numpy()
    if not isinstance(value, np.ndarray) or value.size < 2:
        return None
    return next((i for i, array in enumerate(data) if is_same(value, array)), None)


def holds(value: Any, data: Sequence[NDArray[Any]]) -> bool:
    """Whether it holds one of the data."""
    return any(is_data(o, data) is not None for o in objects_in(value))


def names_for(name: str, value: Any, data: Sequence[NDArray[Any]]) -> str:
    """How the data that an object holds can be given: "nn.input": "x", "nn.y": "y"; "" where that is deeper within."""
    texts = ("x", "y")
    found = [
        f'"{name}.{key}": "{texts[i]}"' for key, held in getattr(value, "__dict__", {}).items()
        if (i := is_data(held, data)) is not None
    ]  # fmt: skip
    return ", ".join(found)
