"""What is run of a script: its code without the assignments that would undo what it is given, and with calls put in."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any, TypeAlias

from crosscheck.lives_on import LivesOn, made_of, read_by_value
from crosscheck.script_loop import split_at
from crosscheck.script_made import Made
from crosscheck.script_names import mentions, without_appending, without_filling
from crosscheck.script_scope import globals_read, reachable
from crosscheck.script_tensors import first_values, tensors_of

GIVEN = "__given__"  # gives what was handed in, where the script has set its own
GIVEN_ALIKE = "__given_alike__"  # the same, where what the script has made of it is still of that form
Names: TypeAlias = frozenset[str]


@dataclass(frozen=True, eq=False)
class Code:
    """A script made ready to run with certain names given; it is made once, and run many times.

    Attributes:
        compiled: to be executed in a fresh namespace.
        tensors: for each name that is to be a tensor, what makes one.
        formed: the names that take the form of the script's own first value.
        lives_on: what was seen of the script where something lives on in it; none of a run's own is in it.
        made: the same where it makes its parameters itself.
        round: its training loop, going round once, where that is apart: `compiled` is what comes before it.
        by_value: the names that are made of the data before that, by more than the shape; the data's own with them.
        follows: those that are made of the data, be it of the shape alone; the same.
        read: the names that the loop reads, itself or in functions of the script's that it may call.
        held: the variables with parameters that are made of the data too, and may hold them.
    """

    compiled: CodeType
    tensors: Mapping[str, Callable[[Any], Any]]
    formed: Names
    lives_on: LivesOn | None
    made: Made | None
    round: CodeType | None = None
    by_value: Names = frozenset()
    follows: Names = frozenset()
    read: Names = frozenset()
    held: Names = frozenset()


@lru_cache(maxsize=64)  # a check runs the same script a hundred times
def code_of(
    source: str,
    file: str,
    *,
    given: tuple[str, ...],
    formed: Names,
    looped: Names,
    data: Names,
    parameters: Names,
    lives_on: tuple[Names, Names, Names] | None,
    made: tuple[Names, Names] | None,
    training: str | int | None = None,
) -> Code:
    """A script's source made ready; what is not explained here as in run_script, names alone.

    Args:
        source: what is run of it.
        file: its path.
        given: the names that are there from the start.
        formed: those that take the script's own form.
        looped: those that loops compute anew.
        data: those into which nothing is written.
        parameters: the names of parameters.
        lives_on: the arguments of a LivesOn, or None.
        made: the roots and the data of a Made, or None.
        training: a text in the first line of the training, or its number, where that is to be apart.

    Raises:
        SyntaxError: the source is no Python.
        UsageError: there is no such line.
    """
    tree = ast.parse(source, filename=file)
    if training is not None:
        tree = split_at(tree, training, source, file.rpartition("/")[2], given, parameters)
    last = tree.body[-1] if training is not None else None
    tensors = tensors_of(tree, given)
    firsts = {name: value for name, value in first_values(tree).items() if name in given}
    formed |= {name for name, value in firsts.items() if is_list(value)}
    tree.body = without_first_assignments(tree.body, set(given), formed, looped)
    tree.body = without_appending(tree.body, {name for name, value in firsts.items() if is_empty_list(value)})
    tree.body = with_data_as_given(without_filling(tree.body, data, parameters), data, parameters)
    filling = None if made is None else Made(*made, lambda _: False)
    if filling is not None:
        filling.prepare(tree)  # first: a loop begins when what it moves is filled
    living = None if lives_on is None else LivesOn(*lives_on)
    if living is not None:
        living.prepare(tree)
    ast.fix_missing_locations(tree)
    if last is None:
        return Code(compile(tree, file, "exec"), tensors, formed, living, filling)
    at = tree.body.index(last)
    before, rounds = ast.Module(tree.body[:at], []), ast.Module(tree.body[at:], [])
    whole = ast.Module([*before.body, *rounds.body], [])
    moved = parameters | {n for n in all_names(before) if n in given} - data
    by_value = made_of(before.body, data, without(read_by_value, moved)) - moved
    follows = made_of(before.body, data, without(all_names, moved)) - moved
    parts = compile(before, file, "exec"), compile(rounds, file, "exec")
    held = made_of(before.body, data, read_by_value) & parameters - data
    return Code(parts[0], tensors, formed, living, filling, parts[1], by_value, follows, read_from(whole, last), held)


def without(reads: Callable[[ast.AST], set[str]], names: Names) -> Callable[[ast.AST], set[str]]:
    """What an expression reads, but for these names: what is made of them is made of nothing else."""
    return lambda node: reads(node) - names


def read_from(tree: ast.Module, last: ast.stmt) -> Names:
    """The variables of a script that a statement reads, itself or in functions that it may call."""
    return frozenset(all_names(last).union(*(globals_read(f) for f in reachable(tree, [last]))))


def all_names(node: ast.AST) -> set[str]:
    """The names in an expression."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def is_list(value: ast.expr) -> bool:
    """Whether it is written out as a list, as weights are without NumPy; `[0.0] * n` too."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        return is_list(value.left) or is_list(value.right)
    return isinstance(value, ast.List | ast.ListComp)


def is_empty_list(value: ast.expr) -> bool:
    """Whether it is `[]` or `list()`, to be filled afterwards."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "list" and not value.args
    return isinstance(value, ast.List) and not value.elts


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


def with_data_as_given(body: list[ast.stmt], data: Names, parameters: Names) -> list[ast.stmt]:
    """Statements that make given data anew of themselves, X = X / 255, and take them back if they keep their form.

    The data of a step are as the training wants them. A column of ones that is added changes the form: it stays, and so
    does everything in functions and in statements that mention a parameter.
    """
    kept: list[ast.stmt] = []
    for statement in body:
        kept.append(statement)
        if mentions(statement, parameters):
            continue
        if isinstance(statement, ast.For | ast.While | ast.If | ast.With | ast.Try):
            for name in ("body", "orelse", "finalbody"):
                if block := getattr(statement, name, []):
                    setattr(statement, name, with_data_as_given(block, data, parameters))
        anew = assigned(statement) & data & read_by(statement)
        kept += [taken_back(name, statement, GIVEN_ALIKE) for name in sorted(anew)]
    return kept


def taken_back(name: str, at: ast.stmt, by: str = GIVEN) -> ast.stmt:
    """`name = GIVEN("name")`."""
    given = ast.Call(ast.Name(by, ast.Load()), [ast.Constant(name)], [])
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
