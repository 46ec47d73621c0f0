"""What lives on in a script from one round of its training loop to the next, beside its parameters: velocities, sums.

A script that is run once in every step makes its velocities, and the buffers of its gradients, anew each time. In its
own loop they go on: so they are put back in front of the loop, as they were at its end.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

LOOP = "__loop__"
SHAPE = frozenset({"shape", "ndim", "size", "dtype"})
LIKE = frozenset({"len", "shape", "size", "zeros_like", "ones_like", "empty_like", "full_like"})
Array = NDArray[Any]


class LivesOn:
    """The variables that the training loop of a script hands on to itself, from step to step.

    A variable is one where all of this holds: it was there before the loop, and is neither given nor made of the data;
    the loop changed it; it holds numbers of the shape of a parameter. A single number has to be named in the step of a
    parameter that is one, for losses and counters are single numbers too.

    The training loop is the last one, outside functions, in which the parameters change.
    """

    def __init__(self, data: Iterable[str], given: Iterable[str], parameters: Iterable[str]) -> None:
        """For one network: the names under which data, data and all else, and the parameters are given."""
        self.data, self.given, self.parameters = frozenset(data), frozenset(given), frozenset(parameters)
        self.values: dict[str, Any] = {}
        self.loop = 0  # from 1
        self.made_of_data: frozenset[str] = frozenset()
        self.in_step: frozenset[str] = frozenset()
        self.before: dict[str, Any] = {}
        self.found: tuple[int, dict[str, Any]] = (0, {})
        self.watched: list[tuple[Array, Array]] = []  # the data of this step, and as they were
        self.written: list[Array] = []  # those that were written to before the loop
        self.now_written: list[Array] = []

    def prepare(self, tree: ast.Module) -> None:
        """Two calls around every loop of the script that is in no function."""
        self.made_of_data = made_of(tree.body, self.data)
        self.in_step = read_in_step(tree, self.parameters)
        watch_loops(tree.body, 0)

    def begin(self, prepared: LivesOn) -> None:
        """Before a run of a script that was prepared with another one, of the same names."""
        self.made_of_data, self.in_step = prepared.made_of_data, prepared.in_step
        self.found = (0, {})
        self.written = []

    def at_loop(self, number: int, ends: bool, variables: dict[str, Any]) -> None:
        """What the script calls in front of a loop, and behind it."""
        if not ends:
            if number == self.loop:
                variables.update(self.values)
            self.now_written = [a for a, was in self.watched if not np.array_equal(a, was, equal_nan=True)]
            self.before = {n: copied(v) for n, v in variables.items() if n not in self.given and not n.startswith("__")}
        elif any(differs(self.before.get(n), variables.get(n)) for n in self.parameters):
            self.found = number, self.changed(variables)
            self.written = self.now_written

    def keep(self) -> None:
        """Once the script has run: what is put back in its next run."""
        self.loop, self.values = self.found

    def changed(self, variables: Mapping[str, Any]) -> dict[str, Any]:
        """What the loop changed, and has the shapes of parameters."""
        parameters = [a for n in self.parameters for a in numbers_of(variables.get(n))]
        shapes = {a.shape for a in parameters}
        names = self.before.keys() - self.parameters - self.made_of_data
        return {n: variables[n] for n in sorted(names) if self.is_one(n, variables.get(n), shapes, parameters)}

    def is_one(self, name: str, value: Any, shapes: set[tuple[int, ...]], parameters: list[Array]) -> bool:
        """Whether a variable is handed on."""
        held = [a for a in numbers_of(value) if a.shape in shapes and (a.ndim or name in self.in_step)]
        if not held or not differs(self.before[name], value):
            return False
        return not any(np.may_share_memory(a, p) for a in held for p in parameters)


def watch_loops(body: list[ast.stmt], number: int) -> int:
    """Put the calls in, in these statements; the number of the last loop."""
    i = 0
    while i < len(body):
        statement = body[i]
        if isinstance(statement, ast.For | ast.While):
            number += 1
            body[i : i + 1] = [called(number, False, statement), statement, called(number, True, statement)]
            i += 2
        elif isinstance(statement, ast.If | ast.With | ast.Try):
            if is_no_choice(statement):  # `if True:` in the place of a loop
                number += 1
                body[i : i + 1] = [called(number, False, statement), statement, called(number, True, statement)]
                i += 2
            else:
                for name in ("body", "orelse", "finalbody"):
                    number = watch_loops(getattr(statement, name, []), number)
        i += 1
    return number


def is_no_choice(statement: ast.stmt) -> bool:
    """Whether it is an `if` that says what is always true."""
    return isinstance(statement, ast.If) and isinstance(statement.test, ast.Constant)


def called(number: int, ends: bool, at: ast.stmt) -> ast.stmt:
    """`LOOP(number, ends)`."""
    call = ast.Call(ast.Name(LOOP, ast.Load()), [ast.Constant(number), ast.Constant(ends)], [])
    return ast.copy_location(ast.Expr(call), at)


def made_of(
    body: Iterable[ast.stmt], data: frozenset[str], reads: Callable[[ast.AST], set[str]] | None = None
) -> frozenset[str]:
    """The names that outside loops and functions are made of data, by more than its shape; the data's own with them.

    Args:
        body: statements.
        data: names.
        reads: the names that an expression reads; read_by_value where it is left out.
    """
    made, reads = data, reads or read_by_value
    for statement in body:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if reads(statement.value) & made:
                made |= {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
        elif isinstance(statement, ast.If | ast.With | ast.Try):
            for name in ("body", "orelse", "finalbody"):
                made = made_of(getattr(statement, name, []), made, reads)
    return made


def read_by_value(node: ast.AST) -> set[str]:
    """The names in an expression of which more than the shape is used."""
    if isinstance(node, ast.Attribute) and node.attr in SHAPE:
        return set()
    if isinstance(node, ast.Call):
        function = node.func
        if getattr(function, "id", getattr(function, "attr", "")) in LIKE:
            return set()
    if isinstance(node, ast.Name):
        return {node.id}
    return set().union(*(read_by_value(child) for child in ast.iter_child_nodes(node)))


def read_in_step(tree: ast.Module, parameters: frozenset[str]) -> frozenset[str]:
    """The names that an assignment to a parameter reads."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(n, ast.Name) and n.id in parameters for t in targets for n in ast.walk(t)):
                found |= {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
    return frozenset(found)


def numbers_of(value: Any, depth: int = 3) -> list[Array]:
    """The arrays of floating point numbers in a variable: itself, or what lists and dictionaries hold."""
    if hasattr(type(value), "detach"):  # a tensor
        value = value.detach().cpu().numpy()
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return [value]
    if isinstance(value, float | np.floating):
        return [np.asarray(value)]
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list | tuple) or depth == 0:
        return []
    if value and all(isinstance(e, float | int | np.floating) for e in value):
        return [np.asarray(value, dtype=float)]
    rows = value and all(isinstance(e, list) and e and all(isinstance(f, float | int) for f in e) for e in value)
    if rows and len({len(e) for e in value}) == 1:  # a matrix
        return [np.asarray(value, dtype=float)]
    return [a for e in value for a in numbers_of(e, depth - 1) if a.ndim]


def copied(value: Any, depth: int = 4) -> Any:
    """A copy of arrays, and of the lists and dictionaries that they are in; whatever else there is stays itself."""
    if hasattr(type(value), "detach"):
        return value.detach().clone().requires_grad_(value.requires_grad)
    if isinstance(value, np.ndarray):
        return value.copy()
    if depth and isinstance(value, dict):
        return {key: copied(v, depth - 1) for key, v in value.items()}
    return [copied(v, depth - 1) for v in value] if depth and isinstance(value, list | tuple) else value


def differs(before: Any, after: Any) -> bool:
    """Whether a variable holds other numbers than before."""
    a, b = numbers_of(before), numbers_of(after)
    return len(a) != len(b) or not all(np.array_equal(x, y, equal_nan=True) for x, y in zip(a, b, strict=True))
