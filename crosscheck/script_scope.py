"""A function's statements as a script's: its variables become global, which must not make one of what are two."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

from crosscheck.errors import UsageError

ONCE = "__once__"  # what a loop runs over, as far as the first, or as many as are asked for
STOPPED = "__stopped__"  # the line at which the loop has ended itself
ROUND = "__round__"
Loop: TypeAlias = ast.For | ast.While
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = ("body", "orelse", "finalbody")
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def without_scope(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Statements of a function as those of a script."""
    return [Unscoped().visit(statement) for statement in body]


class Unscoped(ast.NodeTransformer):
    """Takes out what only a function can have: return, yield, global, nonlocal; what is in functions stays."""

    def visit_Return(self, node: ast.Return) -> Any:
        """Nothing."""
        return ast.copy_location(ast.Pass(), node)

    def visit_Yield(self, node: ast.Yield) -> ast.expr:
        """What it gives."""
        return node.value or ast.copy_location(ast.Constant(None), node)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        """All that it gives."""
        return ast.fix_missing_locations(ast.copy_location(called("list", node.value), node))

    def visit_Await(self, node: ast.Await) -> ast.expr:
        """What is waited for."""
        return node.value

    def visit_Global(self, node: ast.Global) -> ast.stmt:
        """It is global."""
        return ast.copy_location(ast.Pass(), node)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.stmt:
        """It is global now."""
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


class OfLoop(Unscoped):
    """The same in the body of the loop that goes round, whose end is noted: by return, or by a break of its own."""

    def __init__(self) -> None:
        self.inner = 0

    def visit_Return(self, node: ast.Return) -> Any:
        """The end of the loop."""
        return self.ended(node)

    def visit_Break(self, node: ast.Break) -> Any:
        """The end of the loop, but in loops within it."""
        return node if self.inner else self.ended(node)

    def visit_For(self, node: ast.For) -> ast.stmt:
        """A loop within."""
        return self.within(node)

    def visit_While(self, node: ast.While) -> ast.stmt:
        """A loop within."""
        return self.within(node)

    def within(self, node: ast.stmt) -> ast.stmt:
        """Its breaks are its own."""
        self.inner += 1
        self.generic_visit(node)
        self.inner -= 1
        return node

    def ended(self, node: ast.stmt) -> list[ast.stmt]:
        """The line is noted, and the loop left."""
        noted = ast.Assign([ast.Name(STOPPED, ast.Store())], ast.Constant(node.lineno))
        return [ast.copy_location(noted, node), ast.copy_location(ast.Break(), node)]


def as_global(statement: ast.stmt) -> ast.stmt:
    """`global x` for `nonlocal x`: the variables of the function around it are global now."""
    if isinstance(statement, ast.Nonlocal):
        return ast.copy_location(ast.Global(statement.names), statement)
    return statement


def once(loop: ast.stmt) -> ast.stmt:
    """A loop, going round as often as is asked for, once at least; else the statement.

    What the condition of a `while` says is asked before every round but the first.
    """
    if not isinstance(loop, Loop):
        return loop
    transformer = OfLoop()
    body: list[ast.stmt] = []
    for statement in loop.body:
        made: Any = transformer.visit(statement)
        body += made if isinstance(made, list) else [made]
    if isinstance(loop, ast.For):
        new = ast.For(loop.target, called(ONCE, loop.iter), body, [])
    else:
        ends = ast.BoolOp(ast.And(), [ast.UnaryOp(ast.Not(), loop.test), ast.Name(ROUND, ast.Load())])
        new = ast.For(
            ast.Name(ROUND, ast.Store()), called(ONCE, ast.Constant(None)), [ast.If(ends, [ast.Break()], []), *body], []
        )
    return ast.copy_location(new, loop)


def called(function: str, value: ast.expr) -> ast.Call:
    """`function(value)`."""
    return ast.Call(ast.Name(function, ast.Load()), [value], [])


def refuse_two_of_one_name(
    tree: ast.Module, taken_out: Sequence[Function], file: str, given: Collection[str], same: Collection[str]
) -> None:
    """UsageError where a variable of a function that is taken out is another one than the module's of that name.

    Args:
        tree: the script.
        taken_out: the functions whose variables become global.
        file: the script's name.
        given: names of which all have the value that is given.
        same: arguments that are called with the module's variable of their name.
    """
    bound_above = {n for s in tree.body for n in bound_by(s)}
    for function in taken_out:
        own = locals_of(function)
        arguments = every_argument(function)
        for name, line in read_before(function, own - arguments):
            if name in bound_above:
                raise UsageError(
                    f"{file}:{line}: {function.name}() sets {name} further down, so that it is a variable of its own, "
                    f"and reads it before that: Python raises UnboundLocalError. Is `global {name}` missing?"
                )
        rebound = rebound_in(function) | (arguments - set(same))
        for other in reachable(tree, taken_out):
            for name in sorted((rebound & own & globals_read(other)) - set(given)):
                raise UsageError(
                    f"{file}: {function.name}() has a variable {name} of its own, and {other.name}() reads the "
                    f"module's {name}: these are two. If they are meant to be one, that is a mistake of the script's; "
                    f"else stop in front of {function.name}() with until, and call it in a step"
                )


def bound_by(statement: ast.AST) -> set[str]:
    """The names that a statement sets in its own scope; what is set in functions and classes is theirs."""
    return {name for name, stores, _ in events(statement) if stores}


def locals_of(function: Function) -> set[str]:
    """Its own variables: arguments, and what it sets and does not declare global."""
    declared = {n for node in own_nodes(function) if isinstance(node, ast.Global | ast.Nonlocal) for n in node.names}
    return (every_argument(function) | {n for s in function.body for n in bound_by(s)}) - declared


def every_argument(function: Function) -> set[str]:
    """The names of its arguments, *args and **kwargs among them."""
    return {a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)}


def own_nodes(function: Function) -> Iterator[ast.AST]:
    """The nodes of its body that are in no function within it."""
    todo: list[ast.AST] = list(function.body)
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, Function | ast.ClassDef | ast.Lambda):
            todo += ast.iter_child_nodes(node)


def rebound_in(function: Function) -> set[str]:
    """The names to which it assigns something else; x -= ... may change an array in its place, and is none of it."""
    return {
        n.id for node in own_nodes(function) if isinstance(node, ast.Assign | ast.For | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for n in ast.walk(target) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }  # fmt: skip


def read_before(function: Function, names: Collection[str]) -> Iterator[tuple[str, int]]:
    """Of these variables those that are read first, and set only then; with the line."""
    seen: set[str] = set()
    for statement in function.body:
        for name, stores, line in events(statement):
            if name in names and name not in seen:
                seen.add(name)
                if not stores:
                    yield name, line


def events(node: ast.AST | None) -> Iterator[tuple[str, bool, int]]:
    """Names that are read and set (True), in the order in which that happens, with their lines."""
    if isinstance(node, Function | ast.ClassDef):
        yield node.name, True, node.lineno
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from (((alias.asname or alias.name).partition(".")[0], True, node.lineno) for alias in node.names)
    elif isinstance(node, ast.Name):
        yield node.id, isinstance(node.ctx, ast.Store), node.lineno
    elif isinstance(node, COMPREHENSIONS):
        inner = {n.id for g in node.generators for n in ast.walk(g.target) if isinstance(n, ast.Name)}
        yield from (e for child in ast.iter_child_nodes(node) for e in events(child) if e[0] not in inner and not e[1])
    elif node is not None and not isinstance(node, ast.Lambda):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, False, node.lineno
        for part in in_order_of_evaluation(node):
            yield from events(part)


def in_order_of_evaluation(node: ast.AST) -> list[ast.AST | None]:
    """The parts of a node, what is computed in front of what it is stored in."""
    if isinstance(node, ast.Assign):
        return [node.value, *node.targets]
    if isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign):
        return [node.value, node.target]
    if isinstance(node, ast.For):
        return [node.iter, node.target, *node.body, *node.orelse]
    return list(ast.iter_child_nodes(node))


def globals_read(function: Function) -> set[str]:
    """The module's variables that it reads."""
    read = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    return read - locals_of(function)


def reachable(tree: ast.Module, taken_out: Sequence[ast.stmt]) -> list[Function]:
    """The functions and methods that these may call, by their names, but for those within them."""
    within = {id(n) for f in taken_out for n in ast.walk(f)}
    every = [n for n in ast.walk(tree) if isinstance(n, Function) and id(n) not in within]
    classes = {c.name: c for c in ast.walk(tree) if isinstance(c, ast.ClassDef)}
    found: list[Function] = []
    names = {n for f in taken_out for n in mentioned(f)}
    while True:
        names |= {m.name for n in names & classes.keys() for m in classes[n].body if isinstance(m, Function)}
        news = [f for f in every if f.name in names and f not in found]
        if not news:
            return found
        found += news
        names |= {n for f in news for n in mentioned(f)}


def mentioned(node: ast.AST) -> set[str]:
    """Names and attributes."""
    return {
        n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(node) if isinstance(n, ast.Name | ast.Attribute)
    }
