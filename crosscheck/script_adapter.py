"""A script that trains when it is run, declared instead of coded: its variables' names, and what is given under them.

class Mine(crosscheck.Script):
    file, substitute = "train.py", {"range(6000)": "range(1)"}
    names = {"X": "x", "y": "y", "alpha": "lr"}
    parameters = "syn0 syn1"
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from crosscheck.adapter import Adapter
from crosscheck.errors import UsageError
from crosscheck.lives_on import LivesOn
from crosscheck.parameters import names_of, plant, ways_of
from crosscheck.script import run_script

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from crosscheck.handed import Handed


class Names:
    """Global variables as attributes: net.W1, net.forward(x). They are the script's own: what is set is seen by it."""

    __slots__ = ("__dict__", "case_", "lives_on_")

    def __init__(self, variables: dict[str, Any], case: Handed, lives_on: LivesOn | None = None) -> None:
        self.__dict__ = variables
        self.case_ = case
        self.lives_on_ = lives_on


class Script(Adapter):
    """An adapter for a script with global variables, beside the file that it is declared in.

    Attributes, beside those of Adapter:
        file: the script, relative to the adapter's file.
        until: None, or where to stop: before a line number, or the first line that contains a text.
        substitute: text to text, in the source.
        names: the script's variables and what they are, an expression of x, y, lr, case, np and the parameters, such as
            {"X": "x", "alpha": "lr", "P": "np.matrix(x)"}; what is no text is given as it is.
        parameters: as in Adapter, the names of global variables. They are given to the script, and read after it.
        keep: other variables that live on from step to step, if they are not seen to: "v1 v2". The first step finds
            the script's own. Velocities, and whatever else has the shape of a parameter, was there before the training
            loop and is changed in it, live on by themselves.
        shows: what is shown beside the parameters, expressions of the script's variables: {"loss": "error"}.

    Without a `step`, the script is run once in every step, its first assignments to the names given left out. With a
    `step`, it is run in `build`, up to `until`, and `net` are its variables: net.W1, net.forward(x).
    """

    file: str = ""
    until: int | str | None = None
    substitute: ClassVar[Mapping[str, str]] = {}
    names: ClassVar[Mapping[str, Any]] = {}
    keep: str = ""
    shows: ClassVar[Mapping[str, str]] = {}
    more_attributes = ("file", "until", "substitute", "names", "keep", "shows")
    _folder = Path()

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        if "file" in vars(cls):  # a class that inherits `file` inherits the place beside which it stands
            beside = sys._getframe(1).f_globals.get("__file__")  # noqa: SLF001 (a class in a notebook has no module file)
            cls._folder = Path(beside).resolve().parent if beside else Path()

    def build(self, case: Handed) -> Names:
        """The parameters under the script's names; with a `step` of its own, everything that the script defines.

        Raises:
            UsageError: something that is declared is of another kind, or does not occur in the script.
        """
        self._check()
        given = self._parameters(case)
        if self._runs_each_step():
            handed = {name: text for name, text in self.names.items() if isinstance(text, str)}
            data = (name for name, text in handed.items() if re.search(r"\b[xy]\b", text))
            return Names(given, case, LivesOn(data, (*self.names, *self.keep.split()), given))
        names = self._evaluated({"case": case, "lr": case.lr, **given})
        return Names(self._run({**given, **names}, set(given) - set(names)), case)

    def step(self, net: Names, x: Any, y: Any, lr: float) -> dict[str, Any]:
        """Run the script once."""
        variables = vars(net)
        names = self._evaluated({**variables, "x": x, "y": y, "lr": lr, "case": net.case_})
        after = self._run({**variables, **names}, set(variables) - set(names), net.lives_on_)
        if net.lives_on_ is not None:
            net.lives_on_.keep()
        for name in (*variables, *self.keep.split()):
            if name not in after:
                raise UsageError(f"{type(self).__name__}.keep: {self.file} has no {name!r} when it has run")
            variables[name] = after[name]
        return {key: self._value("shows", key, text, after) for key, text in self.shows.items()}

    def read(self, net: Names) -> dict[str, Any] | None:
        """Nothing but the parameters, where they are declared."""
        return None if self.parameters is not None else {}

    def _runs_each_step(self) -> bool:
        return is_run_each_step(self)

    def _run(self, given: Mapping[str, Any], parameters: set[str], lives_on: LivesOn | None = None) -> dict[str, Any]:
        return run_script(
            self._folder / self.file,
            until=self.until,
            substitute=self.substitute,
            names=given,
            formed={name for name in parameters if has_axis_of_one(given[name])},
            lives_on=lives_on,
        )

    def _check(self) -> None:
        who = type(self).__name__
        file: object = self.file
        if not isinstance(file, str) or not file:
            raise UsageError(f"{who}.file is {file!r}: expected the name of the script, such as 'train.py'")
        if not (self._folder / self.file).is_file():
            raise UsageError(f"{who}.file: there is no {self.file} beside the adapter")
        for name in ("substitute", "names", "shows"):
            value = getattr(self, name)
            if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
                example = {"substitute": "{'range(500)': 'range(1)'}", "names": "{'X': 'x'}", "shows": "{'loss': 'E'}"}
                raise UsageError(f"{who}.{name} is {value!r}: expected a dictionary such as {example[name]}")
        mentioned = " ".join(v for v in self.names.values() if isinstance(v, str))
        if self._runs_each_step() and not re.search(r"\bx\b", mentioned):
            raise UsageError(f"{who}.names hands over no x: expected the script's name for it, such as {{'X': 'x'}}")

    def _parameters(self, case: Handed) -> dict[str, Any]:
        """Under every name of `parameters` that stands in the script: an array, or the list of all."""
        source = (self._folder / self.file).read_text(encoding="utf-8")
        given: dict[str, Any] = {}
        for name, arrays in zip(names_of(self), (case.weights, case.biases), strict=False):
            ways = ways_of(name, len(arrays))
            roots = dict.fromkeys(way[0] for way in ways)
            absent = [root for root in roots if not re.search(rf"\b{re.escape(root)}\b", source)]
            if not absent and len(ways) == len(arrays) and all(len(way) == 1 for way in ways):
                for way, array in zip(ways, arrays, strict=True):
                    plant(given, way, array)
            elif absent and name.isidentifier() and re.search(rf"\b{name}\b", source):
                given[name] = list(arrays) if len(arrays) > 1 else arrays[0]
            elif self._runs_each_step():
                why = f"has no {absent[0]!r}" if absent else f"has {len(ways)} of them for {len(arrays)} layers"
                raise UsageError(f"{type(self).__name__}.parameters: {name}: {self.file} {why}")
        return given

    def _evaluated(self, scope: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: self._value("names", name, text, scope) if isinstance(text, str) else text
            for name, text in self.names.items()
        }

    def _value(self, attribute: str, key: str, text: str, scope: Mapping[str, Any]) -> NDArray[Any] | Any:
        """What an expression is in a scope; it stands in the adapter, and is as trusted as that."""
        try:
            return eval(text, {"np": np, **scope})
        except Exception as error:
            known = "x, y, lr, case, np and the parameters" if attribute == "names" else "the script's variables"
            if attribute == "names" and not self._runs_each_step():
                known = "lr, case, np and the parameters (x and y are known in step)"
            raise UsageError(
                f"{type(self).__name__}.{attribute}: {key} = {text!r} raises {type(error).__name__}: {error}; "
                f"it may be made of {known}"
            ) from error


def is_run_each_step(adapter: Adapter) -> bool:
    """Whether it is a script that is run once in every step."""
    return isinstance(adapter, Script) and type(adapter).step is Script.step


def has_axis_of_one(value: Any) -> bool:
    """Whether an array, or one in a list, could be kept without one of its axes."""
    return any(1 in np.shape(v) for v in (value if isinstance(value, list) else [value]))
