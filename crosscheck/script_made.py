"""Parameters in a dictionary or a list that a script makes itself: filled when it is made, before anything uses it.

params = initialize(n_x, n_h, n_y)
for i in range(1):
    A2, cache = forward(X, params)
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection
from typing import Any

from crosscheck.lives_on import made_of, read_by_value
from crosscheck.script_names import mentions

MADE = "__made__"


class Made:
    """Two moments of a run: when all that is to be filled is there first, and just before it meets the data first.

    Attributes:
        filled: whether it was filled.
        doubtful: whether it came of a statement that uses the data, such as params = train(X, y).
    """

    def __init__(self, roots: Collection[str], data: Collection[str], fill: Callable[[dict[str, Any]], bool]) -> None:
        """The variables that hold parameters, those that hold data, and what fills: False where it is not there yet."""
        self.roots, self.data, self.fill = frozenset(roots), frozenset(data), fill
        self.filled = self.used = self.doubtful = False

    def prepare(self, tree: ast.Module) -> None:
        """Calls behind what may make the parameters, and in front of what may use them."""
        self.data = made_of(tree.body, self.data) - self.roots
        self.watch(tree.body)

    def begin(self, prepared: Made) -> None:
        """Before a run of a script that was prepared with another one, of the same names."""
        self.data, self.doubtful = prepared.data, prepared.doubtful

    def watch(self, body: list[ast.stmt]) -> None:
        """Put the calls in, in these statements."""
        for statement in list(body):
            if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
                continue
            if isinstance(statement, ast.If | ast.With | ast.Try):
                for name in ("body", "orelse", "finalbody"):
                    self.watch(getattr(statement, name, []))
                continue
            at = body.index(statement)
            if not read_by_value(statement) & self.data:
                body.insert(at + 1, called(False, statement))
            elif mentions(statement, self.roots):
                self.doubtful |= makes(statement, self.roots)
                body.insert(at, called(True, statement))

    def at(self, used: bool, variables: dict[str, Any]) -> None:
        """What the script calls."""
        if not self.used and (used or not self.filled) and self.fill(variables):
            self.filled, self.used = True, used


def makes(statement: ast.stmt, roots: Collection[str]) -> bool:
    """Whether it sets one of the variables, and of nothing that was in it."""
    if not isinstance(statement, ast.Assign) or mentions(statement.value, roots):
        return False
    return any(mentions(target, roots) for target in statement.targets)


def called(used: bool, at: ast.stmt) -> ast.stmt:
    """`MADE(used)`."""
    call = ast.Call(ast.Name(MADE, ast.Load()), [ast.Constant(used)], [])
    return ast.copy_location(ast.Expr(call), at)
