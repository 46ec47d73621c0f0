"""A script whose training loop goes round once in every step; what stands before the loop is run once.

class Mine(crosscheck.Script):
    file, training, names = "train.py", "for epoch", {"X": "x", "y": "y"}
    parameters = "model.layers.W", "model.layers.b"
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError
from crosscheck.lives_on import copied
from crosscheck.script import KEPT_OUT, Given, blamed, kept_out, source_of
from crosscheck.script_code import GIVEN, GIVEN_ALIKE, Code, code_of
from crosscheck.script_loop import FIRST, ONCE

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
        self.own_data = False  # whether all before the loop was run with the script's own data
        try:
            self.code = self.ready(names)
        except SyntaxError as error:
            raise UsageError(f"{path.name}:{error.lineno}: {error.msg}; {blamed(None, substitute)}") from error

    def ready(self, names: Iterable[str]) -> Code:
        """The script made ready with these names given."""
        return code_of(
            self.source, str(self.path), given=tuple(sorted(names)), looped=frozenset(), data=self.data,
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
            if made := sorted(self.code.of_data - self.given.keys()):
                raise UsageError(
                    f"{self.path.name} makes {', '.join(made)} of data of its own, in front of its training: give what "
                    "that reads in names"
                ) from None
            self.variables |= {name: self.handed.give(name) for name in self.data}
        self.data_now = [np.array(value) for value in data]
        self.as_made = {n: copied(self.variables[n]) for n in self.code.follows if is_plain(self.variables.get(n))}
        return [a for a, was in zip(arrays, before, strict=True) if not np.array_equal(a, was, equal_nan=True)]

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

    def give(self, names: Mapping[str, Any], data: Sequence[Any]) -> None:
        """Data and numbers of a later round; where it has other data, with what is made of them in front of the loop.

        What the loop has changed since then, such as velocities, is left as it is.
        """
        self.given |= names
        if all(np.array_equal(a, b) for a, b in zip(self.data_now, data, strict=True)):
            self.variables |= {name: self.handed.give(name) for name in names.keys() - self.code.follows}
            return
        self.data_now = [np.array(value) for value in data]
        self.variables |= {name: self.handed.give(name) for name in names}
        if not self.own_data:
            # copies: what is done to a parameter in front of the loop is not done to the one that is trained
            given = {n: v if n in self.data else copied(v) for n, v in self.given.items()}
            anew = self.started(given)
            kept = {n for n, was in self.as_made.items() if n in self.data or is_same(was, self.variables.get(n))}
            self.variables |= {n: anew[n] for n in kept if n in anew}
            self.as_made |= {n: copied(anew[n]) for n in kept if n in anew}

    def go(self) -> None:
        """One round."""
        self.run(self.code.round, self.variables, self.handed)

    @property
    def handed(self) -> Given:
        """What is given, in the forms that the script wants."""
        return Given(self.given, self.code, self.variables)

    def run(self, code: Any, variables: dict[str, Any], handed: Given) -> None:
        """Execute a part of it."""
        variables |= dict(zip(OURS, (handed.give, handed.give_alike, once, first), strict=True))
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


def once(values: Iterable[Any]) -> Iterator[Any]:
    """The first of what a loop runs over."""
    yield first(values)


def first(values: Iterable[Any]) -> Any:
    """That itself.

    Raises:
        UsageError: there is none.
    """
    for value in values:
        return value
    raise UsageError("the loop that is declared goes round not even once with what is given: see names and batch")
