"""The training of a script: what runs before it, once, and its loop, which goes round once in every step.

It may be a call as well, `net.fit(X, y)`, made once in every step. A loop that stands in a function is taken out of it:
what comes before the function's first call is run, and its arguments and variables become global ones.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from crosscheck.errors import UsageError
from crosscheck.script_scope import BLOCKS, Function, Loop, called, once, refuse_two_of_one_name, without_scope

FIRST = "__first__"  # of what a loop runs over, the first
MANY = 6  # loops are listed in a message


def split_at(
    tree: ast.Module,
    asked: str | int,
    source: str,
    name: str,
    given: Collection[str] | None,
    parameters: Collection[str] = (),
) -> ast.Module:
    """What runs before the training, and last that itself; a loop is made to go round once.

    Args:
        tree: the script.
        asked: a text that stands in the first line of a loop, or else of a statement; or the number of that line.
        source: the same script, as text.
        name: its file's.
        given: the names that are there from the start; None where that is not asked.
        parameters: those of them that the training moves.

    Raises:
        UsageError: there is no such line, or it cannot be taken out of where it stands.
    """
    training = training_at(tree, asked, source, name)
    before = Before(tree, name, given)
    head = before.of(tree.body, training)
    if given is not None:
        refuse_two_of_one_name(tree, before.within, name, set(given) - set(parameters), before.same)
    last = once(training)
    if before.contexts:
        last = ast.copy_location(ast.With(before.contexts, [last]), training)
    return ast.fix_missing_locations(ast.Module([*head, last], []))


def line_of(source: str, asked: str | int, name: str) -> int:
    """The line in which the training begins."""
    return training_at(ast.parse(source), asked, source, name).lineno


@lru_cache(maxsize=64)  # it is asked for in every build
def at_one_level(source: str, asked: str | int, name: str) -> str:
    """The same as text, where every variable is a global one; the source itself where it cannot be read."""
    try:
        return ast.unparse(split_at(ast.parse(source), asked, source, name, None))
    except SyntaxError:
        return source


def training_at(tree: ast.Module, asked: str | int, source: str, name: str) -> ast.stmt:
    """The first loop with the text in its first line, or of that line; if there is none, the first plain statement.

    A loop in a function that is called nowhere comes last.
    """
    lines = source.splitlines()
    loops: list[ast.stmt] = [n for n in ast.walk(tree) if isinstance(n, Loop)]
    plain: list[ast.stmt] = [
        n for n in ast.walk(tree)
        if isinstance(n, ast.Expr | ast.Assign | ast.AugAssign) and not isinstance(n.value, ast.Constant)
    ]  # fmt: skip
    unused = [f for f in tree.body if isinstance(f, Function) and first_call(tree.body, f)[0] is None]
    for statements in (loops, plain):
        ordered = sorted(statements, key=lambda n: (any(contains(f, n) for f in unused), n.lineno))
        for statement in ordered:
            if statement.lineno == asked or (isinstance(asked, str) and asked in lines[statement.lineno - 1]):
                return statement
    found = "; ".join(f"line {n.lineno}, {lines[n.lineno - 1].strip()}" for n in loops[:MANY])
    raise UsageError(
        f"no loop of {name}, and no other statement, has {asked!r} in its first line. Loops: {found or 'none'}"
    )


class Before:
    """What is run of a script before one of its statements.

    Attributes:
        within: the functions that it stands in, whose variables become global.
        same: arguments that are called with a variable of their own name.
        contexts: of `with` around the statement, those that are to be entered in every round.
    """

    def __init__(self, tree: ast.Module, name: str, given: Collection[str] | None) -> None:
        self.tree, self.name, self.given = tree, name, given
        self.within: list[Function] = []
        self.same: set[str] = set()
        self.contexts: list[ast.withitem] = []

    def of(self, body: Sequence[ast.stmt], target: ast.stmt) -> list[ast.stmt]:
        """The statements before the target, which is in one of these, or in one that is in one of them."""
        at = next(i for i, statement in enumerate(body) if contains(statement, target))
        holder, head = body[at], list(body[:at])
        if holder is target:
            return head
        if isinstance(holder, ast.ClassDef):
            raise UsageError(
                f"{self.name}: line {target.lineno} is in a method of {holder.name}: that is an Adapter "
                "with a step, which calls the method with one epoch"
            )
        if isinstance(holder, Function):
            return [*self.of_call(holder, body), *without_scope(self.of(holder.body, target))]
        if isinstance(holder, ast.For):
            head.append(assignment(holder.target, called(FIRST, holder.iter), holder))
        if isinstance(holder, ast.With):
            for item in holder.items:
                if item.optional_vars is None:
                    self.contexts.append(item)
                else:
                    enters = ast.Call(ast.Attribute(item.context_expr, "__enter__", ast.Load()), [], [])
                    head.append(assignment(item.optional_vars, enters, holder))
        return head + self.of(next(block for block in blocks_of(holder) if holds(block, target)), target)

    def of_call(self, function: Function, around: Sequence[ast.stmt]) -> list[ast.stmt]:
        """What runs before a function's first statement: all before its first call, and its arguments.

        The call is looked for in the block that the function stands in, then in the whole script.
        """
        if function in self.within:
            raise UsageError(f"{self.name}: {function.name}() calls itself: stop in front of it with until")
        self.within.append(function)
        call, statement = first_call(around, function)
        if statement is not None:
            head = self.of(around, statement)
        elif around is self.tree.body:
            head = [s for s in self.tree.body if not is_main(s)]
        else:
            head = [s for s in around if not isinstance(s, ast.Return)]
        bound = bound_arguments(function, call)
        missing = [n for n in arguments_of(function) if n not in bound and n not in (self.given or ())]
        if missing and self.given is not None:
            raise UsageError(
                f"{self.name}: the training is in {function.name}(), and nothing says what its {', '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'}: give {'it' if len(missing) == 1 else 'them'} in names"
            )
        self.same |= {n for n, value in bound.items() if isinstance(value, ast.Name) and value.id == n}
        # what is given is given to the argument too
        left = {n: v for n, v in bound.items() if n not in self.same and n not in (self.given or ())}
        return head + at_once(left, statement or function)


def at_once(bound: dict[str, ast.expr], at: ast.stmt) -> list[ast.stmt]:
    """Arguments as variables; all in one assignment where one is made of another."""
    read = {n.id for value in bound.values() for n in ast.walk(value) if isinstance(n, ast.Name)}
    if len(bound) > 1 and read & bound.keys():
        names = ast.Tuple([ast.Name(name, ast.Store()) for name in bound], ast.Store())
        return [assignment(names, ast.Tuple(list(bound.values()), ast.Load()), at)]
    return [assignment(ast.Name(name, ast.Store()), value, at) for name, value in bound.items()]


def contains(statement: ast.AST, target: ast.AST) -> bool:
    """Whether one is the other, or within it."""
    return any(node is target for node in ast.walk(statement))


def holds(block: Sequence[ast.stmt], target: ast.stmt) -> bool:
    """Whether it is in one of these statements."""
    return any(contains(statement, target) for statement in block)


def blocks_of(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a loop, a condition, a `with` or a `try`, its handlers' too."""
    for part in chain([statement], getattr(statement, "handlers", [])):
        yield from (block for name in BLOCKS if (block := getattr(part, name, [])))


def first_call(body: Sequence[ast.stmt], function: Function) -> tuple[ast.Call | None, ast.stmt | None]:
    """The first call of a function by its name, outside itself and outside classes, and the statement it stands in."""

    def search(block: Sequence[ast.stmt]) -> tuple[ast.Call | None, ast.stmt | None]:
        for statement in block:
            if statement is function or isinstance(statement, ast.ClassDef):
                continue
            inner = [statement.body] if isinstance(statement, Function) else list(blocks_of(statement))
            own = [node for node in head_nodes(statement) if is_call_of(node, function.name)]
            if own:
                return own[0], statement
            for within in inner:
                found = search(within)
                if found[0] is not None:
                    return found
        return None, None

    return search(body)


def head_nodes(statement: ast.stmt) -> Iterator[Any]:
    """The nodes of a statement that are in no block of it."""
    for field, value in ast.iter_fields(statement):
        if field not in (*BLOCKS, "handlers"):
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST):
                    yield from ast.walk(part)


def is_call_of(node: Any, name: str) -> bool:
    """Whether it calls a function by its name."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def is_main(statement: ast.stmt) -> bool:
    """Whether it is `if __name__ == "__main__"`."""
    return isinstance(statement, ast.If) and any(
        isinstance(n, ast.Name) and n.id == "__name__" for n in ast.walk(statement.test)
    )


def arguments_of(function: Function) -> list[str]:
    """The names of its arguments, but for *args and **kwargs."""
    a = function.args
    return [arg.arg for arg in (*a.posonlyargs, *a.args, *a.kwonlyargs)]


def bound_arguments(function: Function, call: ast.Call | None) -> dict[str, ast.expr]:
    """What each argument is: as it is called, or by default."""
    a = function.args
    positional = [arg.arg for arg in (*a.posonlyargs, *a.args)]
    bound = dict(zip(reversed(positional), reversed(a.defaults), strict=False))
    bound |= {arg.arg: value for arg, value in zip(a.kwonlyargs, a.kw_defaults, strict=True) if value is not None}
    if call is not None:
        for name, value in zip(positional, call.args, strict=False):
            if isinstance(value, ast.Starred):
                break
            bound[name] = value
        bound |= {k.arg: k.value for k in call.keywords if k.arg is not None}
    return {name: bound[name] for name in arguments_of(function) if name in bound}


def assignment(target: ast.expr, value: ast.expr, at: ast.stmt) -> ast.stmt:
    """`target = value`."""
    return ast.copy_location(ast.Assign([target], value), at)
