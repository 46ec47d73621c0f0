"""The training of a script: what runs before it, once, and its loop, which goes round once in every step.

It may be a call as well, `net.fit(X, y)`, made once in every step. A loop that stands in a function is taken out of it:
what comes before the function's first call is run, and its arguments and variables become global ones.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

from crosscheck.errors import UsageError

ONCE = "__once__"  # what a loop runs over, as far as the first
FIRST = "__first__"  # that one itself
Loop: TypeAlias = ast.For | ast.While
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = ("body", "orelse", "finalbody")
MANY = 6  # loops are listed in a message


def split_at(tree: ast.Module, asked: str | int, source: str, name: str, given: Collection[str] | None) -> ast.Module:
    """What runs before the training, and last that itself; a loop is made to go round once.

    Args:
        tree: the script.
        asked: a text that stands in the first line of a loop, or else of a statement; or the number of that line.
        source: the same script, as text.
        name: its file's.
        given: the names that are there from the start; None where that is not asked.

    Raises:
        UsageError: there is no such line, or it cannot be taken out of where it stands.
    """
    training = training_at(tree, asked, source, name)
    before = Before(tree, name, given).of(tree.body, training)
    return ast.Module([*before, once(training)], [])


def line_of(source: str, asked: str | int, name: str) -> int:
    """The line in which the training begins."""
    return training_at(ast.parse(source), asked, source, name).lineno


@lru_cache(maxsize=64)  # it is asked for in every build
def at_one_level(source: str, asked: str | int, name: str) -> str:
    """The same as text, where every variable is a global one; the source itself where it cannot be read."""
    try:
        return ast.unparse(ast.fix_missing_locations(split_at(ast.parse(source), asked, source, name, None)))
    except SyntaxError:
        return source


def training_at(tree: ast.Module, asked: str | int, source: str, name: str) -> ast.stmt:
    """The first loop with the text in its first line, or of that line; if there is none, the first plain statement."""
    lines = source.splitlines()
    loops: list[ast.stmt] = [n for n in ast.walk(tree) if isinstance(n, Loop)]
    plain: list[ast.stmt] = [
        n for n in ast.walk(tree)
        if isinstance(n, ast.Expr | ast.Assign | ast.AugAssign) and not isinstance(n.value, ast.Constant)
    ]  # fmt: skip
    for statements in (loops, plain):
        for statement in sorted(statements, key=lambda n: n.lineno):
            if statement.lineno == asked or (isinstance(asked, str) and asked in lines[statement.lineno - 1]):
                return statement
    found = "; ".join(f"line {n.lineno}, {lines[n.lineno - 1].strip()}" for n in loops[:MANY])
    raise UsageError(
        f"no loop of {name}, and no other statement, has {asked!r} in its first line. Loops: {found or 'none'}"
    )


class Before:
    """What is run of a script before one of its statements."""

    def __init__(self, tree: ast.Module, name: str, given: Collection[str] | None) -> None:
        self.tree, self.name, self.given = tree, name, given
        self.within: list[Function] = []

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
            return [*self.of_call(holder), *without_scope(self.of(holder.body, target))]
        if isinstance(holder, ast.For):
            head.append(assignment(holder.target, of(FIRST, holder.iter), holder))
        if isinstance(holder, ast.With):
            for item in holder.items:
                if item.optional_vars is not None:
                    enters = ast.Call(ast.Attribute(item.context_expr, "__enter__", ast.Load()), [], [])
                    head.append(assignment(item.optional_vars, enters, holder))
        return head + self.of(next(block for block in blocks_of(holder) if holds(block, target)), target)

    def of_call(self, function: Function) -> list[ast.stmt]:
        """What runs before a function's first statement: all before its first call, and its arguments."""
        if function in self.within:
            raise UsageError(f"{self.name}: {function.name}() calls itself: stop in front of it with until")
        self.within.append(function)
        call, statement = first_call(self.tree, function)
        if statement is None:
            head = [s for s in self.tree.body if not is_main(s)]
        else:
            head = self.of(self.tree.body, statement)
        bound = bound_arguments(function, call)
        missing = [n for n in arguments_of(function) if n not in bound and n not in (self.given or ())]
        if missing and self.given is not None:
            raise UsageError(
                f"{self.name}: the training is in {function.name}(), and nothing says what its {', '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'}: give {'it' if len(missing) == 1 else 'them'} in names"
            )
        at = statement or function
        return head + [
            assignment(ast.Name(name, ast.Store()), value, at)
            for name, value in bound.items() if not (isinstance(value, ast.Name) and value.id == name)
        ]  # fmt: skip


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


def first_call(tree: ast.Module, function: Function) -> tuple[ast.Call | None, ast.stmt | None]:
    """The first call of a function by its name, outside itself and outside classes, and the statement it stands in."""

    def search(body: Sequence[ast.stmt]) -> tuple[ast.Call | None, ast.stmt | None]:
        for statement in body:
            if statement is function or isinstance(statement, ast.ClassDef):
                continue
            inner = [statement.body] if isinstance(statement, Function) else list(blocks_of(statement))
            own = [node for node in own_nodes(statement) if is_call_of(node, function.name)]
            if own:
                return own[0], statement
            for block in inner:
                found = search(block)
                if found[0] is not None:
                    return found
        return None, None

    return search(tree.body)


def own_nodes(statement: ast.stmt) -> Iterator[Any]:
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


def without_scope(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Statements of a function as those of a script."""
    flat = [Unscoped().visit(statement) for statement in body]
    return [statement for statement in flat if statement is not None]


class Unscoped(ast.NodeTransformer):
    """Takes out what only a function can have: return, yield and global; what is in functions stays."""

    def __init__(self, in_loop: bool = False) -> None:
        self.in_loop = in_loop

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        """Of the loop, its end; before that, nothing."""
        return ast.copy_location(ast.Break() if self.in_loop else ast.Pass(), node)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        """What it gives."""
        return node.value or ast.copy_location(ast.Constant(None), node)

    def visit_Global(self, node: ast.Global) -> ast.stmt:
        """It is global."""
        return ast.copy_location(ast.Pass(), node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        """Its own; what was the function's around it is global now."""
        for inner in ast.walk(node):
            for name in BLOCKS:
                block = getattr(inner, name, None)
                if isinstance(block, list):
                    block[:] = [as_global(s) for s in block]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        """Its own."""
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        """Its own."""
        return node


def as_global(statement: ast.stmt) -> ast.stmt:
    """`global x` for `nonlocal x`: the variables of the function around it are global now."""
    if isinstance(statement, ast.Nonlocal):
        return ast.copy_location(ast.Global(statement.names), statement)
    return statement


def once(loop: ast.stmt) -> ast.stmt:
    """A loop, going round once; what a condition would say is not asked, but for what it sets. Else the statement."""
    if not isinstance(loop, Loop):
        return loop
    body = without_scope_in_loop(loop.body)
    if isinstance(loop, ast.For):
        new = ast.For(loop.target, of(ONCE, loop.iter), body, [])
    else:
        sets = [ast.Expr(loop.test)] if any(isinstance(n, ast.NamedExpr) for n in ast.walk(loop.test)) else []
        one = ast.Tuple([ast.Constant(0)], ast.Load())
        new = ast.For(ast.Name("__round__", ast.Store()), one, [*sets, *body], [])
    return ast.copy_location(new, loop)


def without_scope_in_loop(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The same for the loop's own statements, of which a return is the end."""
    return [Unscoped(in_loop=True).visit(statement) for statement in body]


def of(function: str, value: ast.expr) -> ast.Call:
    """`function(value)`."""
    return ast.Call(ast.Name(function, ast.Load()), [value], [])


def assignment(target: ast.expr, value: ast.expr, at: ast.stmt) -> ast.stmt:
    """`target = value`."""
    return ast.copy_location(ast.Assign([target], value), at)
