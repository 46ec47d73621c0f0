"""What a step leaves in the candidate's code itself: default arguments, class attributes and globals that it changes.

Two fresh networks that differ are either random or remember something. What they can remember without the network is in
one of these three places, where it can be seen to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter

DEEPEST = 4  # containers within containers


def left_behind(adapter: Adapter, run: Callable[[], object]) -> list[str]:
    """Where a run has changed something that the next one finds, in words: "the default v of update, network.py:40"."""
    before = {where: print_of(value) for where, value in kept(adapter)}
    run()
    return [where for where, value in kept(adapter) if before.get(where, "") != print_of(value)]


def kept(adapter: Adapter) -> Iterator[tuple[str, Any]]:
    """Every container that outlives a call, in the files of the adapter and of the classes that it is made from."""
    classes = [c for c in type(adapter).__mro__ if not c.__module__.startswith(("crosscheck.", "builtins"))]
    functions = [f for c in classes for f in vars(c).values() if isinstance(f, FunctionType)]
    folders = {Path(f.__code__.co_filename).parent for f in functions}
    seen: set[int] = set()
    for c in classes:
        yield from of_namespace(vars(c), folders, seen, c.__name__)
    for f in functions:
        yield from of_namespace(f.__globals__, folders, seen, "")


def of_namespace(names: Mapping[str, Any], folders: set[Path], seen: set[int], owner: str) -> Iterator[tuple[str, Any]]:
    """What a module or a class holds; functions, classes and modules of the same folder are looked into."""
    for name, value in list(names.items()):
        plain = getattr(value, "__func__", value)
        if id(value) in seen or (name.startswith("__") and not isinstance(plain, FunctionType)):
            continue
        seen.add(id(value))
        if isinstance(plain, FunctionType):
            if Path(plain.__code__.co_filename).parent in folders:
                yield from of_function(plain)
        elif isinstance(value, ModuleType):
            if Path(getattr(value, "__file__", None) or "/").parent in folders:
                yield from of_namespace(vars(value), folders, seen, "")
        elif isinstance(value, type):
            yield from of_namespace(vars(value), folders, seen, value.__name__)
        elif isinstance(value, list | dict | set | np.ndarray):
            yield (f"the attribute {name} of the class {owner}" if owner else f"the global variable {name}"), value


def of_function(function: FunctionType) -> Iterator[tuple[str, Any]]:
    """Its default arguments: each is made once, when the function is defined."""
    code = function.__code__
    values = function.__defaults__ or ()
    named = dict(zip(code.co_varnames[: code.co_argcount][::-1], values[::-1], strict=False))
    for name, value in {**named, **(function.__kwdefaults__ or {})}.items():
        if isinstance(value, list | dict | set | np.ndarray):
            place = f"{Path(code.co_filename).name}:{code.co_firstlineno}"
            yield f"the default value of {name} in {function.__name__}, {place}", value


def print_of(value: Any, depth: int = 0) -> str:
    """A text that changes with what is inside."""
    if isinstance(value, np.ndarray):
        return f"{value.shape} {value.dtype} {hash(value.tobytes())}" if value.dtype != object else str(id(value))
    if depth < DEEPEST and isinstance(value, dict):
        return f"{{{', '.join(f'{k}: {print_of(v, depth + 1)}' for k, v in value.items())}}}"
    if depth < DEEPEST and isinstance(value, list | tuple):
        return f"[{', '.join(print_of(v, depth + 1) for v in value)}]"
    return repr(value) if isinstance(value, int | float | complex | str | bool | None) else str(type(value))
