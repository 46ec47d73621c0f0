"""A script whose training loop goes round once in every step; what stands before the loop is run once.

class Mine(crosscheck.Script):
    file, training, names = "train.py", "for epoch", {"X": "x", "y": "y"}
    parameters = "model.layers.W", "model.layers.b"
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.lives_on import copied
from crosscheck.script import KEPT_OUT, Given, blamed, kept_out, source_of
from crosscheck.script_code import GIVEN, GIVEN_ALIKE, Code, code_of
from crosscheck.script_holds import holds, names_for, reaches
from crosscheck.script_loop import FIRST
from crosscheck.script_scope import ONCE, STOPPED

Array = NDArray[Any]
OURS = (GIVEN, GIVEN_ALIKE, ONCE, FIRST)


class Rounds:
    """One build: the script's variables, which live on from round to round."""

    def __init__(
        self,
        path: Path,
        training: str | int,
        substitute: Mapping[str, str],
        names: Mapping[str, Any],
        *,
        formed: Collection[str],
        data: Collection[str],
        parameters: Collection[str],
    ) -> None:
        """Make it ready; arguments as in run_script.

        Raises:
            UsageError: no such line or text.
        """
        self.path, self.given, self.data = path, dict(names), frozenset(data)
        self.source, self.training = source_of(path, None, substitute), training
        self.form: dict[str, Any] = {"formed": frozenset(formed), "parameters": frozenset(parameters)}
        self.variables: dict[str, Any] = {}
        self.data_now: list[Array] = []
        self.as_made: dict[str, Any] = {}  # what was made of the data before the loop, as it was then
        self.rounds = 1
        self.own_data = False  # whether all before the loop was run with the script's own data
        try:
            self.code = self.ready(names)
        except SyntaxError as error:
            raise UsageError(f"{path.name}:{error.lineno}: {error.msg}; {blamed(None, substitute)}") from error

    def ready(self, names: Iterable[str]) -> Code:
        """The script made ready with these names given."""
        given = tuple(sorted(names))
        return code_of(
            self.source, str(self.path), given=given, looped=frozenset(), data=self.data & frozenset(given),
            lives_on=None, made=None, training=self.training, **self.form,
        )  # fmt: skip

    def begin(self, data: Sequence[Any]) -> list[Array]:
        """Run what is before the loop; those of the data that it wrote into.

        Where that raises, it makes its data in several lines, of which not all are given: then they are its own until
        the loop begins.

        Raises:
            UsageError: the loop reads something else that is made of its own data.
            Exception: whatever it raises either way.
        """
        arrays = [a for a in data if isinstance(a, np.ndarray)]
        before = [a.copy() for a in arrays]
        try:
            self.variables = self.started(self.given)
        except Exception:
            try:
                self.variables = self.started({n: value for n, value in self.given.items() if n not in self.data})
            except Exception:  # noqa: BLE001 (the first one says more)
                self.own_data = False
            else:
                self.own_data = True
            if not self.own_data:
                raise
            self.refuse_made_of_own()
            self.variables |= {name: self.handed.give(name) for name in self.data}
        self.data_now = [np.array(value) for value in data]
        self.as_made = {n: copied(self.variables[n]) for n in self.code.follows if is_plain(self.variables.get(n))}
        return [a for a, was in zip(arrays, before, strict=True) if not np.array_equal(a, was, equal_nan=True)]

    def refuse_made_of_own(self) -> None:
        """UsageError where the loop reads a number, or more data, that are made of the script's own data."""
        made = self.code.follows & self.code.read - self.given.keys()
        if plain := sorted(n for n in made if is_plain(self.variables.get(n))):
            raise UsageError(
                f"{self.path.name} makes {', '.join(plain)} of data of its own, in front of its training: give what "
                "that reads in names"
            ) from None

    def started(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The variables in front of the loop, with all of this given."""
        code = self.ready(given)
        variables = {"__name__": "__main__", "__file__": str(self.path), **given}
        handed = Given(given, code, variables)
        variables |= {name: handed.give(name) for name in {*code.tensors, *(self.data & given.keys())}}
        self.run(code.compiled, variables, handed)
        return variables

    def put(self, name: str, value: Any) -> None:
        """A parameter as it was given, where the script has made something else of it; in the same array if it fits."""
        now = self.variables.get(name)
        there = Given({name: value}, self.code, self.variables).give(name)
        if not same_numbers(now, there):
            self.variables[name] = refilled(now, there)

    def give(self, names: Mapping[str, Any], data: Sequence[Any], covered: Collection[str]) -> None:
        """Data and numbers of a later round; where it has other data, with what is made of them in front of the loop.

        What is made of their shape alone, and has been changed by the loop since then, such as velocities, is left.

        Args:
            names: what is given, evaluated anew.
            data: x and y.
            covered: the variables whose own data are given, "net" of "net.x".

        Raises:
            UsageError: an object that is trained holds the data that it was made of.
        """
        self.given |= names
        if all(np.array_equal(a, b) for a, b in zip(self.data_now, data, strict=True)):
            self.variables |= {name: self.handed.give(name) for name in names.keys() - self.code.follows}
            return
        old, self.data_now = self.data_now, [np.array(value) for value in data]
        self.variables |= {name: self.handed.give(name) for name in names}
        if self.own_data:
            return
        self.refuse_held([n for n in self.code.held if n not in covered], old)
        # copies: what is done to a parameter in front of the loop is not done to the one that is trained
        given = {n: v if n in self.data else copied(v) for n, v in self.given.items()}
        anew = self.started(given)
        kept = self.renewed(old, covered) & anew.keys()
        self.variables |= {n: anew[n] for n in kept}
        self.as_made |= {n: copied(anew[n]) for n in kept if n in self.as_made}

    def renewed(self, old: Sequence[Array], covered: Collection[str]) -> set[str]:
        """The variables that follow the data: what is made of them, and what is made of their shape and unchanged."""
        trained = {id(self.variables.get(n)) for n in self.form["parameters"]}
        found = {n for n, was in self.as_made.items() if is_same(was, self.variables.get(n))}
        for name in self.code.by_value & self.variables.keys():
            value = self.variables[name]
            if is_plain(value) or not reaches(value, trained):
                found.add(name)
            elif name not in covered:
                self.refuse_held([name], old)
        return found

    def refuse_held(self, names: Iterable[str], old: Sequence[Array]) -> None:
        """UsageError where one of these objects still holds the data of an earlier step."""
        for name in names:
            value = self.variables.get(name)
            if holds(value, old):
                how = names_for(name, value, old)
                raise UsageError(
                    f"{self.path.name}: {name} is made of the data in front of the training, and holds them: the next "
                    f"step has others. Give them in names{', ' if how else ''}{how}, or train in a step"
                )

    @property
    def ends_itself(self) -> bool:
        """Whether there is a line at which the loop may end before what it runs over does."""
        return self.code.round is not None and STOPPED in self.code.round.co_names

    def go(self, rounds: int = 1) -> int:
        """As many rounds, or fewer if it runs over less; the line at which it ended itself, 0 where it did not."""
        self.rounds = rounds
        self.variables.pop(STOPPED, None)
        self.run(self.code.round, self.variables, self.handed)
        return int(self.variables.pop(STOPPED, 0))

    def once(self, values: Iterable[Any] | None) -> Iterator[Any]:
        """The first of what a loop runs over, or as many as are asked for; of a while loop, which runs over nothing.

        Raises:
            UsageError: there is none.
        """
        if values is None:
            yield from range(self.rounds)
            return
        found = iter(values)
        yield first(found)
        yield from islice(found, self.rounds - 1)

    @property
    def handed(self) -> Given:
        """What is given, in the forms that the script wants."""
        return Given(self.given, self.code, self.variables)

    def run(self, code: Any, variables: dict[str, Any], handed: Given) -> None:
        """Execute a part of it."""
        variables |= dict(zip(OURS, (handed.give, handed.give_alike, self.once, first), strict=True))
        try:
            with kept_out(KEPT_OUT, self.path.parent):
                exec(code, variables)
        finally:
            for name in OURS:
                variables.pop(name, None)


def is_plain(value: Any) -> bool:
    """Whether it holds nothing but numbers and texts."""
    if isinstance(value, dict):
        return all(is_plain(v) for v in value.values())
    if isinstance(value, list | tuple):
        return all(is_plain(v) for v in value)
    return isinstance(value, int | float | str | np.generic | np.ndarray) or hasattr(type(value), "detach")


def is_same(a: Any, b: Any) -> bool:
    """Whether two of these hold the same."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(is_same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(is_same(x, y) for x, y in zip(a, b, strict=True))
    if hasattr(type(a), "detach") and hasattr(type(b), "detach"):
        return is_same(a.detach().cpu().numpy(), b.detach().cpu().numpy())
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        return np.shape(a) == np.shape(b) and bool(np.array_equal(a, b))
    return bool(a == b)


def same_numbers(a: Any, b: Any) -> bool:
    """Whether two parameters, or lists of them, hold the same numbers in the same form."""
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same_numbers(x, y) for x, y in zip(a, b, strict=True))
    try:
        return np.shape(a) == np.shape(b) and is_same(a, b)
    except (TypeError, ValueError):
        return False


def refilled(now: Any, value: Any) -> Any:
    """The value; in the array that is there, which others may hold, if that is of its form."""
    if isinstance(now, list) and isinstance(value, list) and len(now) == len(value):
        now[:] = [refilled(n, v) for n, v in zip(now, value, strict=True)]
        return now
    if (
        isinstance(now, np.ndarray)
        and isinstance(value, np.ndarray)
        and (now.shape, now.dtype) == (value.shape, value.dtype)
    ):
        now[...] = value
        return now
    return value


def first(values: Iterable[Any]) -> Any:
    """That itself.

    Raises:
        UsageError: there is none.
    """
    for value in values:
        return value
    raise UsageError("the loop that is declared goes round not even once with what is given: see names and batch")
