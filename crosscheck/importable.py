"""What stands beside an adapter can be imported while its network runs, as while the file was: it is one module."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter


@dataclass(frozen=True)
class Beside:
    """The modules that a file has imported from its own folder; `sys.modules` forgets them between runs."""

    folder: Path
    modules: dict[str, ModuleType]


@contextmanager
def importable(adapter: Adapter) -> Iterator[None]:
    """Modules beside the adapter in `sys.modules`, their folder in `sys.path`; both as before afterwards."""
    beside = adapter.more_modules
    if beside is None:
        yield
        return
    before = {name: sys.modules.get(name) for name in beside.modules}
    sys.modules.update(beside.modules)
    known, folder = set(sys.modules), str(beside.folder)  # a program that stands there too is nobody's network
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
        if len(sys.modules) != len(known):  # some are imported in functions
            beside.modules.update(standing_in(beside.folder, set(sys.modules) - known))
        for name in beside.modules:
            was = before.get(name)
            if was is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = was


def standing_in(folder: Path, names: set[str]) -> dict[str, ModuleType]:
    """Those modules whose file is in a folder."""
    return {name: module for name in names if stands_beside(module := sys.modules[name], folder)}


def stands_beside(module: ModuleType, folder: Path) -> bool:
    """Whether a module is a file in a folder."""
    own = getattr(module, "__file__", None)
    return isinstance(own, str) and Path(own).resolve().parent == folder
