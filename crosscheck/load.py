"""Adapters from a file: FILE.py, or FILE.py:NAME where it holds several."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from crosscheck.adapter import Adapter
from crosscheck.candidate_code import describe, guarded, place_of
from crosscheck.declaration import instance
from crosscheck.errors import UsageError
from crosscheck.importable import Beside, standing_in


def load(spec: str) -> Adapter:
    """The adapter of FILE[:NAME].

    Raises:
        UsageError: no such file, one that does not import, no adapter in it, or several and no name.
    """
    path, name = split_spec(spec)
    found = adapters_in(fresh_module(path))
    if name:
        if name not in found:
            raise UsageError(f"{path.name} has no adapter {name!r}: it has {', '.join(found) or 'none'}")
        return instance(found[name])
    if not found:
        raise UsageError(f"{path.name} has no adapter: expected a class Mine(crosscheck.Adapter)")
    if len(found) > 1:
        raise UsageError(f"{path.name} has {len(found)} adapters: choose one, as in {path.name}:{next(iter(found))} "
                         f"({', '.join(found)})")  # fmt: skip
    return instance(next(iter(found.values())))


def split_spec(spec: str) -> tuple[Path, str]:
    """(FILE, NAME) of FILE[:NAME]; a colon that belongs to the path stays there."""
    path = Path(spec)
    if path.is_file():
        return path, ""
    file, colon, name = spec.rpartition(":")
    if colon and Path(file).is_file():
        return Path(file), name
    raise UsageError(f"no such file: {file if colon and name.isidentifier() else spec}")


def fresh_module(path: str | Path) -> ModuleType:
    """The file run anew as a module of its own: two of them share no globals.

    For code that keeps its network in global variables: `net = fresh_module("net.py")` in every build.

    Raises:
        UsageError: the file does not import; with the line.
    """
    file = Path(path).resolve()
    name = f"_crosscheck_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise UsageError(f"{file.name} is no Python file: expected FILE.py or FILE.py:NAME")
    module = importlib.util.module_from_spec(spec)
    before, loaded = sys.modules.get(name), set(sys.modules)
    with guarded():
        sys.modules[name] = module  # dataclasses and pickle look a class's module up there
        sys.path.insert(0, str(file.parent))  # `import network` beside it works, as when the file is run
        try:
            spec.loader.exec_module(module)
            remember(module, Beside(file.parent, standing_in(file.parent, set(sys.modules) - loaded)))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            at = place_of(error.__traceback__)
            where = f"{file.name}:{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else at
            raise UsageError(
                f"{file.name} does not import: {describe(error)}{f' at {where}' if where else ''}"
            ) from error
        finally:
            for beside in standing_in(file.parent, set(sys.modules) - loaded):
                del sys.modules[beside]  # its globals are part of this network: the next load gets new ones
            if before is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = before
    return module


def remember(module: ModuleType, beside: Beside) -> None:
    """What a module has imported, and has set for all of PyTorch: each run of its adapters begins with that."""
    torch = sys.modules.get("torch")
    settings = None if torch is None else (torch.get_default_dtype(), torch.is_grad_enabled())
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Adapter) and value.__module__ == module.__name__:
            value.more_torch_settings, value.more_modules = settings, beside


def adapters_in(module: ModuleType) -> dict[str, type[Adapter] | Adapter]:
    """Name -> adapter, for those that the file itself defines; base classes of others are not meant."""
    found: dict[str, type[Adapter] | Adapter] = {}
    for name, value in vars(module).items():
        if name.startswith("_"):
            continue
        is_class = isinstance(value, type) and issubclass(value, Adapter) and value.__module__ == module.__name__
        if is_class or isinstance(value, Adapter):
            found[name] = value
    ready = {name: a for name, a in found.items() if is_complete(a)}
    return ready or found


def is_complete(adapter: type[Adapter] | Adapter) -> bool:
    """Whether it can be run: what it shares with others may stand in a base class without a build or a step."""
    steps = adapter.step is not None or adapter.forward is not None
    return adapter.build is not None or (adapter.parameters is not None and steps)
