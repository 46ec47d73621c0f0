"""Which arrays a network can reach, and whether two of them are the same memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
MOST_OBJECTS = 20_000
OVERLAP_WORK = 100_000  # np.shares_memory solves a Diophantine equation; this much is plenty for strided views
CANARY = 12345.678


def as_view(value: Any) -> Array | None:
    """An array of numbers without a copy: an ndarray itself, a CPU tensor's memory; None for everything else."""
    if isinstance(value, np.ndarray):
        return value if value.dtype.kind in "fiu" else None
    if hasattr(type(value), "detach") and hasattr(type(value), "data_ptr"):  # a Mock has whatever it is asked for
        try:
            view = value.detach().numpy()
        except (RuntimeError, TypeError):
            return None
        return view if isinstance(view, np.ndarray) else None
    return None


def overlap(a: Array, b: Array) -> bool:
    """Whether the two have an element in common."""
    try:
        # NumPy's stubs know of 0 and -1 only
        return bool(np.shares_memory(a, b, max_work=OVERLAP_WORK))  # type: ignore[arg-type]
    except np.exceptions.TooHardError:
        return bool(np.may_share_memory(a, b))


def moves(a: Array, b: Array) -> bool | None:
    """Whether writing a canary into a changes b; everything is put back. None where a cannot be written to."""
    if not a.flags.writeable or a.size == 0:
        return None
    kept, before = a.copy(), b.copy()
    canary = CANARY if a.dtype.kind == "f" else 123
    try:
        a[...] = np.where(a == canary, canary + 1, canary)
        return not np.array_equal(b, before, equal_nan=b.dtype.kind == "f")
    finally:
        a[...] = kept


def arrays_of(net: Any) -> Iterator[tuple[str, Array]]:
    """Every array that can be reached from an object, with its path: attributes, items, class attributes, closures.

    Not through modules and functions' globals, nor through an nn.Module or an optimizer: what they hold is PyTorch's.
    """
    seen: set[int] = set()
    todo: deque[tuple[str, Any]] = deque([("net", net)])
    while todo and len(seen) < MOST_OBJECTS:
        path, value = todo.popleft()
        if id(value) in seen:
            continue
        seen.add(id(value))
        view = as_view(value)
        if view is not None:
            if not is_torch(value, "Parameter"):
                yield path, view
        elif not is_closed(value):
            todo.extend(children(path, value))


def is_closed(value: Any) -> bool:
    """What is not looked into."""
    if value is None or isinstance(
        value, str | bytes | bool | int | float | complex | np.generic | BuiltinFunctionType
    ):
        return True
    return isinstance(value, ModuleType | type) or is_torch(value, "Module") or is_torch(value, "Optimizer")


def is_torch(value: Any, name: str) -> bool:
    """Whether a value is one of PyTorch's classes, without importing it."""
    return any(c.__name__ == name and c.__module__.startswith("torch.") for c in type(value).__mro__)


def children(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What an object holds, with the paths."""
    if isinstance(value, Mapping):
        yield from ((f"{path}[{k!r}]", v) for k, v in list(value.items()))
    elif isinstance(value, list | tuple | set | frozenset | deque) or (
        isinstance(value, np.ndarray) and value.dtype == object
    ):
        yield from ((f"{path}[{i}]", v) for i, v in enumerate(list(value)))
    elif isinstance(value, MethodType):
        yield f"{path}.__self__", value.__self__
    elif isinstance(value, FunctionType):
        names, cells = value.__code__.co_freevars, value.__closure__ or ()
        yield from ((f"{path}.{n}", c.cell_contents) for n, c in zip(names, cells, strict=False) if is_filled(c))
    else:
        yield from attributes(path, value)


def is_filled(cell: Any) -> bool:
    """Whether a closure's variable has a value."""
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def attributes(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """An object's own attributes, in __dict__ or slots, and those that its classes share among all objects."""
    yield from ((f"{path}.{k}", v) for k, v in list(getattr(value, "__dict__", {}).items()))
    for cls in type(value).__mro__:
        slots = vars(cls).get("__slots__", ())
        for slot in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, slot):
                yield f"{path}.{slot}", getattr(value, slot)
        if cls.__module__ not in ("builtins", "numpy"):
            shared = ((k, v) for k, v in list(vars(cls).items()) if not k.startswith("__"))
            yield from ((f"{cls.__name__}.{k}", v) for k, v in shared if not callable(v))
