"""Running a script that trains at import: up to a line or marker, changed here and there, its namespace returned.

def build(self, case):
    W, b = case.weights, case.biases
    return crosscheck.run_script("train.py", until="plt.plot", names={"W1": W[0], "b1": b[0], "epochs": 0})
"""

from __future__ import annotations

import builtins
import importlib.abc
import importlib.machinery
import socket
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.lives_on import LOOP, LivesOn
from crosscheck.old_data import check_data
from crosscheck.script_code import GIVEN, GIVEN_ALIKE, Code, code_of
from crosscheck.script_made import MADE, Made

LEFT = "__left__"  # the variables as a run has left them
KEPT_OUT = (
    "matplotlib", "pylab", "seaborn", "plotly", "bokeh", "cv2", "tkinter", "IPython", "tqdm", "requests", "wandb",
    "tensorboard", "torchvision", "kagglehub", "gdown",
)  # fmt: skip


def run_script(
    path: str | Path,
    *,
    until: int | str | None = None,
    substitute: Mapping[str, str] | None = None,
    names: Mapping[str, Any] | None = None,
    formed: Collection[str] = (),
    data: Collection[str] = (),
    parameters: Collection[str] = (),
    keep_out: Sequence[str] = KEPT_OUT,
    lives_on: LivesOn | None = None,
    made: Made | None = None,
) -> dict[str, Any]:
    """Run a script, or its beginning, and return its global variables.

    Args:
        path: the script.
        until: stop before this line (from 1), or before the first line that contains this text.
        substitute: text to text, in the source; each must occur.
        names: global variables that are there from the start. The script's first plain assignment to each, in loops
            and conditions too but in no function, is left out, so that `W1 = np.random.randn(...)` or `epochs = 1000`
            does not undo them; later ones are run. Of what an earlier run has returned, whatever is not set anew since
            then is left out in no loop: the loop computes it.
        formed: those of the names that take the form which the script's own first assignment gives them, where that has
            no axes of one: (n,) for the weights (n, 1) of one output, a number for its bias. That assignment is run.
        data: those of the names into which nothing is to be written: X[rows] = ... is left out, but in functions and in
            statements that mention a parameter.
        parameters: the names of parameters.
        keep_out: packages in whose place a stand-in is imported that takes anything and does nothing. input() gives "",
            and nothing is loaded over the network.
        lives_on: what the run before left for the loop of this one; it takes what this one leaves.
        made: fills what the script makes itself.

    Raises:
        UsageError: no such file, marker, line or text; data of an earlier step among the names in place of this step's.
        Exception: whatever the script raises.
    """
    file = Path(path)
    if not file.is_file():
        raise UsageError(f"no such file: {path}")
    source = source_of(file, until, substitute)
    given = dict(names or {})
    looped = untouched(given)
    check_data(given)
    try:
        code = code_of(
            source,
            str(file),
            given=tuple(sorted(given)),
            formed=frozenset(formed),
            looped=looped,
            data=frozenset(data),
            parameters=frozenset(parameters),
            lives_on=None if lives_on is None else (lives_on.data, lives_on.given, lives_on.parameters),
            made=None if made is None else (made.roots, made.data),
        )
    except SyntaxError as error:
        raise UsageError(f"{file.name}:{error.lineno}: {error.msg}; {blamed(until, substitute)}") from error

    namespace: dict[str, Any] = {}
    handed = Given(given, code, namespace)
    namespace |= {"__name__": "__main__", "__file__": str(file), **given}
    namespace |= {name: handed.give(name) for name in code.tensors}
    namespace[GIVEN], namespace[GIVEN_ALIKE] = handed.give, handed.give_alike
    namespace[LOOP] = lambda number, ends: lives_on.at_loop(number, ends, namespace) if lives_on else None
    namespace[MADE] = lambda used: made.at(used, namespace) if made else None
    if made is not None and code.made is not None:
        made.begin(code.made)
    if lives_on is not None and code.lives_on is not None:
        lives_on.begin(code.lives_on)
    with kept_out(keep_out, file.parent):
        exec(code.compiled, namespace)
    del namespace[GIVEN], namespace[GIVEN_ALIKE], namespace[LOOP], namespace[MADE]
    namespace[LEFT] = dict(namespace)
    return namespace


class Given:
    """What is given to a script, in the form that it wants."""

    def __init__(self, values: Mapping[str, Any], code: Code, namespace: Mapping[str, Any]) -> None:
        """The values by their names, the script made ready, and its variables."""
        self.values, self.code, self.namespace = values, code, namespace

    def give(self, name: str) -> Any:
        """One value."""
        value = self.values[name]
        value = in_form_of(self.namespace.get(name), value) if name in self.code.formed else value
        return self.code.tensors[name](value) if name in self.code.tensors else value

    def give_alike(self, name: str) -> Any:
        """The same, where what the script has made of it is still of that form."""
        own, mine = self.namespace[name], self.values[name]
        alike = type(own) is type(mine) is np.ndarray and own.shape == mine.shape
        return mine if alike else own


def untouched(names: dict[str, Any]) -> frozenset[str]:
    """Those that are as an earlier run has left them; what that run has noted of them is taken out."""
    left = names.pop(LEFT, {})
    return frozenset(name for name, value in names.items() if name in left and left[name] is value)


def source_of(file: Path, until: int | str | None, changes: Mapping[str, str] | None) -> str:
    """What is run of a script; UsageError for a text or a line that is not there."""
    return cut(substituted(file.read_text(encoding="utf-8"), changes or {}, file.name), until, file.name)


def in_form_of(own: Any, given: Any) -> Any:
    """The given arrays without the axes of one that the script's own value does without."""
    if isinstance(given, list):
        same = isinstance(own, list | tuple) and len(own) == len(given)
        return [in_form_of(o, g) for o, g in zip(own, given, strict=True)] if same else given
    if isinstance(own, list) and isinstance(given, np.ndarray):
        return in_list(own, given)
    if not isinstance(own, float | int) and not hasattr(own, "shape"):
        return given
    if not isinstance(given, np.ndarray) or np.ndim(own) >= given.ndim:
        return given
    if np.ndim(own) == 0:
        return given.item() if given.size == 1 else given
    return given.reshape(-1) if max(given.shape) == given.size else given


def in_list(own: list[Any], given: NDArray[Any]) -> Any:
    """The given numbers in a list, where the script keeps its own so: of numbers, or of such lists."""
    if not own:  # to be filled: that says nothing of its form
        return given
    try:
        depth = np.asarray(own, dtype=np.float64).ndim
    except (ValueError, TypeError):
        return given
    if depth == given.ndim:
        return given.tolist()
    flat = depth == 1 and given.size in (len(own), max(given.shape, default=0))
    return given.reshape(-1).tolist() if flat else given


def blamed(until: int | str | None, changes: Mapping[str, str] | None) -> str:
    """What may have broken a script that is sound by itself."""
    doubts = ["does `until` cut a statement in two"] * (until is not None) + ["does a substitution break it"] * bool(
        changes
    )
    return f"{' or '.join(doubts)}?" if doubts else "is it written for another Python?"


def substituted(source: str, changes: Mapping[str, str], name: str) -> str:
    """The source with texts replaced; UsageError for one that does not occur."""
    for old, new in changes.items():
        if old not in source:
            raise UsageError(f"{name} does not contain {old!r}: nothing to substitute")
        source = source.replace(old, new)
    return source


def cut(source: str, until: int | str | None, name: str) -> str:
    """The lines before `until`."""
    if until is None:
        return source
    lines = source.splitlines(keepends=True)
    if isinstance(until, int):
        if not 1 <= until <= len(lines) + 1:
            raise UsageError(f"{name} has {len(lines)} lines: it cannot be run until line {until}")
        return "".join(lines[: until - 1])
    for i, line in enumerate(lines):
        if until in line:
            return "".join(lines[:i])
    raise UsageError(f"no line of {name} contains {until!r}")


class StandIn(ModuleType):
    """Takes any call, attribute, item and operation, and gives itself back; iterates over nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *args: Any, **_: Any) -> Any:
        """Itself; a decorator or a progress bar hands back what it was given."""
        return args[0] if len(args) == 1 and (callable(args[0]) or hasattr(args[0], "__iter__")) else self

    def __getitem__(self, key: Any) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        # `fig, ax = plt.subplots()` unpacks two
        return iter((self, self))

    def __enter__(self) -> StandIn:
        return self

    def __exit__(self, *error: object) -> None:
        return None


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports stand-ins for packages and everything inside them."""

    def __init__(self, packages: Sequence[str]) -> None:
        self.packages = frozenset(packages)

    def find_spec(self, fullname: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] not in self.packages:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


def modules_of(packages: frozenset[str]) -> list[str]:
    """The modules of these packages that are loaded; none is without its package."""
    if packages.isdisjoint(sys.modules):
        return []
    return [name for name in sys.modules if name.partition(".")[0] in packages]


@contextmanager
def kept_out(packages: Sequence[str], folder: Path) -> Iterator[None]:
    """Plotting, input, the network and our own command line kept out; all is as before afterwards."""
    theirs = frozenset(packages)
    hidden = {name: sys.modules.pop(name) for name in modules_of(theirs)}
    finder, real_input = _Finder(packages), builtins.input
    real_connect, real_lookup = socket.socket.connect, socket.getaddrinfo
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, str(folder.resolve()))

    def no_network(*_: Any) -> None:
        raise OSError("the network is kept out of this script: substitute the line that loads, or inject the data")

    real_arguments, sys.argv = sys.argv, sys.argv[:1]
    builtins.input = lambda *_: ""
    socket.socket.connect = no_network  # type: ignore[method-assign]
    socket.getaddrinfo = no_network  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.input = real_input
        sys.argv = real_arguments
        socket.socket.connect = real_connect  # type: ignore[method-assign]
        socket.getaddrinfo = real_lookup
        sys.meta_path.remove(finder)
        sys.path.remove(str(folder.resolve()))
        for name in modules_of(theirs):
            del sys.modules[name]
        sys.modules.update(hidden)
