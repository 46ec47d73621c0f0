"""Running a script that trains at import: up to a line or marker, changed here and there, its namespace returned.

def build(self, case):
    W, b = case.weights, case.biases
    return crosscheck.run_script("train.py", until="plt.plot", names={"W1": W[0], "b1": b[0], "epochs": 0})
"""

from __future__ import annotations

import ast
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
from crosscheck.script_made import MADE, Made
from crosscheck.script_names import without_filling
from crosscheck.script_tensors import first_values, tensors_of

GIVEN = "__given__"  # gives what was handed in, where the script has set its own
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
        tree = ast.parse(source, filename=str(file))
    except SyntaxError as error:
        raise UsageError(f"{file.name}:{error.lineno}: {error.msg}; {blamed(until, substitute)}") from error
    tensors = tensors_of(tree, given)
    formed = {*formed, *(name for name, value in first_values(tree).items() if name in given and is_list(value))}
    tree.body = without_first_assignments(tree.body, set(given), frozenset(formed), looped)
    tree.body = without_filling(tree.body, frozenset(data), frozenset(parameters))

    def give(name: str) -> Any:
        value = in_form_of(namespace.get(name), given[name]) if name in formed else given[name]
        return tensors[name](value) if name in tensors else value

    namespace: dict[str, Any] = {"__name__": "__main__", "__file__": str(file), **given}
    namespace |= {name: give(name) for name in tensors}
    namespace[GIVEN] = give
    namespace[LOOP] = lambda number, ends: lives_on.at_loop(number, ends, namespace) if lives_on else None
    namespace[MADE] = lambda used: made.at(used, namespace) if made else None
    if made is not None:
        made.prepare(tree)  # first: a loop begins when what it moves is filled
    if lives_on is not None:
        lives_on.prepare(tree)
    with kept_out(keep_out, file.parent):
        exec(compile(ast.fix_missing_locations(tree), str(file), "exec"), namespace)
    del namespace[GIVEN], namespace[LOOP], namespace[MADE]
    namespace[LEFT] = dict(namespace)
    return namespace


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


def is_list(value: ast.expr) -> bool:
    """Whether it is written out as a list, as weights are without NumPy."""
    return isinstance(value, ast.List | ast.ListComp)


def in_list(own: list[Any], given: NDArray[Any]) -> Any:
    """The given numbers in a list, where the script keeps its own so: of numbers, or of such lists."""
    try:
        depth = np.asarray(own, dtype=np.float64).ndim
    except (ValueError, TypeError):
        return given
    if depth == given.ndim:
        return given.tolist()
    return given.reshape(-1).tolist() if depth == 1 and max(given.shape, default=0) == given.size else given


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


def without_first_assignments(
    body: list[ast.stmt], left: set[str], formed: frozenset[str], looped: frozenset[str] = frozenset()
) -> list[ast.stmt]:
    """Statements without the first assignment to each name in `left`, which loses it; branches count apart.

    In a loop, those in `looped` are kept.
    """
    kept: list[ast.stmt] = []
    for statement in body:
        sets = assigned(statement)
        targets = sets & left
        left -= targets
        if targets & read_by(statement):  # the script's own step: W = W - lr * dW
            kept.append(statement)
            continue
        if targets and targets == sets and not targets & formed:
            continue
        if targets and targets == sets:  # run for its form alone: it may want data that is not there
            ignored = ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [ast.Pass()])
            kept.append(ast.copy_location(ast.Try([statement], [ignored], [], []), statement))
            kept += (taken_back(name, statement) for name in sorted(targets))
            continue
        kept.append(statement)
        if targets:  # others are set in the same line: run it, and take back what is given
            kept += [taken_back(name, statement) for name in sorted(targets)]
        if isinstance(statement, ast.For | ast.While):
            left -= looped
        if isinstance(statement, ast.For):
            loop = names_in(statement.target) & left
            left -= loop
            statement.body[:0] = [taken_back(name, statement) for name in sorted(loop)]
        if isinstance(statement, ast.For | ast.While | ast.If | ast.With | ast.Try):
            inside(statement, left, formed, looped)
    return kept


def inside(
    statement: ast.For | ast.While | ast.If | ast.With | ast.Try,
    left: set[str],
    formed: frozenset[str],
    looped: frozenset[str],
) -> None:
    """The same in the blocks of a loop, a condition, a `with` or a `try`; an emptied block passes."""
    found: set[str] = set()
    for name in ("body", "orelse", "finalbody"):
        block: list[ast.stmt] = getattr(statement, name, [])
        if block:
            here = set(left)
            setattr(statement, name, without_first_assignments(block, here, formed, looped) or [ast.Pass()])
            found |= left - here
    left -= found


def taken_back(name: str, at: ast.stmt) -> ast.stmt:
    """`name = GIVEN("name")`."""
    given = ast.Call(ast.Name(GIVEN, ast.Load()), [ast.Constant(name)], [])
    return ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], given), at)


def assigned(statement: ast.stmt) -> set[str]:
    """The names that a plain assignment sets; empty for every other statement, and where it sets more than names."""
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets: list[ast.expr] = [statement.target]
    elif isinstance(statement, ast.Assign):
        targets = list(statement.targets)
    else:
        return set()
    return set().union(*(names_in(t) for t in targets))


def names_in(target: ast.expr) -> set[str]:
    """The names in a target, also where it is a tuple of tuples."""
    if isinstance(target, ast.Tuple | ast.List):
        return set().union(*(names_in(e) for e in target.elts))
    if isinstance(target, ast.Starred):
        return names_in(target.value)
    return {target.id} if isinstance(target, ast.Name) else {""}  # "": something that is no name is set as well


def read_by(statement: ast.stmt) -> set[str]:
    """The names on the right side of an assignment."""
    value = getattr(statement, "value", None)
    nodes = ast.walk(value) if isinstance(value, ast.AST) else ()
    return {n.id for n in nodes if isinstance(n, ast.Name)}


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


@contextmanager
def kept_out(packages: Sequence[str], folder: Path) -> Iterator[None]:
    """Plotting, input and the network kept out; sys.path, sys.modules and all the rest as before afterwards."""

    def is_theirs(name: str) -> bool:
        return name.partition(".")[0] in packages

    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if is_theirs(name)}
    finder, real_input = _Finder(packages), builtins.input
    real_connect, real_lookup = socket.socket.connect, socket.getaddrinfo
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, str(folder.resolve()))

    def no_network(*_: Any) -> None:
        raise OSError("the network is kept out of this script: substitute the line that loads, or inject the data")

    builtins.input = lambda *_: ""
    socket.socket.connect = no_network  # type: ignore[method-assign]
    socket.getaddrinfo = no_network  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.input = real_input
        socket.socket.connect = real_connect  # type: ignore[method-assign]
        socket.getaddrinfo = real_lookup
        sys.meta_path.remove(finder)
        sys.path.remove(str(folder.resolve()))
        for name in [n for n in sys.modules if is_theirs(n)]:
            del sys.modules[name]
        sys.modules.update(hidden)
