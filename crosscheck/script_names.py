"""Which global variables a script has, and which of its lines fill data that it is given."""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Collection, Iterator
from functools import lru_cache

BY_TEXT = frozenset({"globals", "locals", "vars", "exec", "eval"})  # names may be put together there


def names_used(source: str, asked: Collection[str]) -> set[str]:
    """Those of the names that are global variables of a script; a function's own variables are none.

    Args:
        source: the script. Where it cannot be read, or looks names up by texts, every word of it counts.
        asked: names.
    """
    found = every_global(source)
    if found & BY_TEXT:
        return {name for name in asked if re.search(rf"\b{re.escape(name)}\b", source)}
    return set(found & set(asked))


@lru_cache(maxsize=64)  # it is asked for in every build
def every_global(source: str) -> frozenset[str]:
    """The global variables of a script; BY_TEXT where it cannot be read."""
    try:
        return frozenset(globals_of(symtable.symtable(source, "script", "exec"), top=True))
    except SyntaxError:
        return BY_TEXT


def globals_of(table: symtable.SymbolTable, top: bool = False) -> Iterator[str]:
    """The global variables that a scope and those within it use."""
    for symbol in table.get_symbols():
        if top or symbol.is_global():
            yield symbol.get_name()
    for child in table.get_children():
        yield from globals_of(child)


def without_filling(body: list[ast.stmt], data: frozenset[str], parameters: frozenset[str]) -> list[ast.stmt]:
    """Statements without those that write into given data: X[rows] = ..., X /= 255.

    In functions, and in statements that mention a parameter, such as the training loop, they stay.
    """
    kept: list[ast.stmt] = []
    for statement in body:
        blocks = [name for name in ("body", "orelse", "finalbody") if getattr(statement, name, [])]
        if isinstance(statement, ast.If | ast.With | ast.Try):
            for name in blocks:
                setattr(statement, name, without_filling(getattr(statement, name), data, parameters) or [ast.Pass()])
        elif not mentions(statement, parameters):
            if is_filling(statement, data):
                continue
            if isinstance(statement, ast.For | ast.While):
                for name in blocks:
                    setattr(
                        statement, name, without_filling(getattr(statement, name), data, parameters) or [ast.Pass()]
                    )
        kept.append(statement)
    return kept


def without_appending(body: list[ast.stmt], lists: Collection[str]) -> list[ast.stmt]:
    """Statements without those that append to lists which are given in full; in functions they stay."""
    kept: list[ast.stmt] = []
    for statement in body:
        if lists and is_appending(statement, lists):
            continue
        if lists and isinstance(statement, ast.For | ast.While | ast.If | ast.With | ast.Try):
            for name in ("body", "orelse", "finalbody"):
                if block := getattr(statement, name, []):
                    setattr(statement, name, without_appending(block, lists) or [ast.Pass()])
        kept.append(statement)
    return kept


def is_appending(statement: ast.stmt, lists: Collection[str]) -> bool:
    """Whether it is G.append(...), or the like, or G += [...]."""
    if isinstance(statement, ast.AugAssign):
        return isinstance(statement.target, ast.Name) and statement.target.id in lists and is_display(statement.value)
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    owner = call.func.value
    return call.func.attr in ("append", "extend", "insert") and isinstance(owner, ast.Name) and owner.id in lists


def is_display(value: ast.expr) -> bool:
    """Whether it is a list that is written out."""
    return isinstance(value, ast.List | ast.ListComp)


def mentions(node: ast.AST, names: Collection[str]) -> bool:
    """Whether one of the names occurs."""
    return any(isinstance(n, ast.Name) and n.id in names for n in ast.walk(node))


def is_filling(statement: ast.stmt, data: frozenset[str]) -> bool:
    """Whether an assignment writes into one of the data, and does nothing else."""
    if isinstance(statement, ast.AugAssign):
        target = statement.target
        return (target.id in data) if isinstance(target, ast.Name) else filled_name(target) in data
    if not isinstance(statement, ast.Assign):
        return False
    targets = [e for t in statement.targets for e in (t.elts if isinstance(t, ast.Tuple | ast.List) else [t])]
    return all(filled_name(t) in data for t in targets)


def filled_name(target: ast.expr) -> str:
    """X of X[i], X[i][j] and X.flat[i]; "" of anything else."""
    if not isinstance(target, ast.Subscript):
        return ""
    at: ast.expr = target
    while isinstance(at, ast.Subscript | ast.Attribute):
        at = at.value
    return at.id if isinstance(at, ast.Name) else ""
