"""What a candidate does to the process beside computing: noted with its place, and put back."""

from __future__ import annotations

import ast
import builtins
import math
import os
import random
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import numpy as np

from crosscheck.candidate_code import PRINTED, is_own

WATCHED = (np, np.linalg, np.random, math, builtins)
KEPT = 2_000  # characters of what is printed that are kept
MUCH = 100_000  # characters from which on printing is worth a remark


class Watch:
    """Notes of one candidate: what it did -> where it did so first."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.printed = Printed()
        self.before: list[tuple[ModuleType, dict[str, Any]]] = []

    def install(self) -> None:
        """Watch this process from now on; only for a process that runs one candidate and ends."""
        self.wrap(np.random, "seed", "seeds NumPy's global random generator")
        self.wrap(np.random, "set_state", "sets the state of NumPy's global random generator")
        self.wrap(random, "seed", "seeds the global random generator")
        self.wrap(warnings, "simplefilter", "changes the warnings filter")
        self.wrap(warnings, "filterwarnings", "changes the warnings filter")
        # `guarded` discards what is printed; here its beginning is kept, and all of it counted
        PRINTED.set(lambda: self.printed)
        self.before = [(module, dict(vars(module))) for module in WATCHED]

    def wrap(self, module: ModuleType, name: str, what: str) -> None:
        """Note the calls that come straight from the candidate's own code."""
        original: Callable[..., Any] = getattr(module, name)

        def noted(*args: Any, **kwargs: Any) -> Any:
            caller = sys._getframe(1)  # noqa: SLF001
            usual = what.startswith("seeds ") and caller.f_code.co_name == "<module>"  # where a file is loaded
            if is_own(caller.f_code.co_filename) and not usual:
                self.note(what, caller)
            return original(*args, **kwargs)

        setattr(module, name, noted)

    def note(self, what: str, frame: FrameType | None = None) -> None:
        """The first place of each thing, in the candidate's own code where there is some on the way here."""
        self.seen.setdefault(what, own_place(frame or sys._getframe(1)))  # noqa: SLF001

    def put_back(self, file: Path) -> list[tuple[str, str]]:
        """Replaced names of NumPy, math and the built-ins as they were; which, and where. New names may stay."""
        replaced: list[tuple[str, str]] = []
        for module, was in self.before:
            now = vars(module)
            for name in [n for n in was if now.get(n, was) is not was[n]]:
                setattr(module, name, was[name])
                replaced.append((f"{module.__name__}.{name}", assigned_at(file, name)))
            for name in [n for n, value in now.items() if n not in was and not isinstance(value, ModuleType)]:
                if place := assigned_at(file, name):
                    self.seen.setdefault(f"adds {module.__name__}.{name}", place)
        return replaced


class Printed:
    """A stream that keeps the beginning, and counts the rest."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.start, self.count, self.place = "", 0, ""

    def write(self, text: str) -> int:
        """Keep a little."""
        if len(self.start) < KEPT:
            self.start += text[: KEPT - len(self.start)]
        if self.count < MUCH <= self.count + len(text):
            self.place = own_place(sys._getframe(1))  # noqa: SLF001
        self.count += len(text)
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """No terminal."""
        return False


ACTIVE: list[Watch] = []  # the one of this process, for crosscheck.no_window


def own_place(frame: FrameType | None) -> str:
    """The deepest frame in the candidate's own code: "net.py:12 in step"."""
    while frame is not None:
        code = frame.f_code
        if is_own(code.co_filename):
            return f"{Path(code.co_filename).name}:{frame.f_lineno} in {code.co_name}"
        frame = frame.f_back
    return ""


def assigned_at(file: Path, name: str) -> str:
    """The first line of a file that sets an attribute of this name; "" where none does."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):
        return ""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Call)]
    lines = [node.lineno for node in nodes if sets_attribute(node, name)]
    return f"{file.name}:{min(lines)}" if lines else ""


def sets_attribute(node: ast.AST, name: str) -> bool:
    """Whether this is `something.name` being assigned, or setattr(something, "name", ...)."""
    if isinstance(node, ast.Attribute):
        return node.attr == name and isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr":
        return len(node.args) > 1 and isinstance(node.args[1], ast.Constant) and node.args[1].value == name
    return False


def note_exit(say: Callable[[str, str], None]) -> None:
    """os._exit ends a process without a trace: say where from before it does."""
    leave = os._exit

    def noted(code: int) -> Any:
        say(f"called os._exit({code})", own_place(sys._getframe(1)))  # noqa: SLF001
        leave(code)

    os._exit = noted  # type: ignore[assignment]
