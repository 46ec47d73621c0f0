"""A script that trains when it is run, declared instead of coded: its variables' names, and what is given under them.

class Mine(crosscheck.Script):
    file, training = "train.py", "for epoch in range(6000)"
    names = {"X": "x", "y": "y", "alpha": "lr"}
    parameters = "syn0 syn1"
    bias, activations, loss = "none", ("sigmoid", "sigmoid"), "half_sse"
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard

import numpy as np

from crosscheck.adapter import Adapter
from crosscheck.compare import real_array
from crosscheck.errors import UsageError
from crosscheck.flat_vector import vector_of
from crosscheck.lives_on import LivesOn, copied
from crosscheck.parameters import Kept, names_of, plant, ways_of
from crosscheck.places import Place, leaves
from crosscheck.script import run_script, source_of
from crosscheck.script_batches import sizes_of_batches
from crosscheck.script_loop import at_one_level, line_of
from crosscheck.script_made import Made
from crosscheck.script_names import names_used
from crosscheck.script_parameters import (
    Names,
    has_axis_of_one,
    is_made_of_data,
    of_their_own,
    other_number,
    parameters_now,
    roots_of,
    same_arrays,
    set_attribute,
    unfit,
)  # fmt: skip
from crosscheck.script_rounds import Rounds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from crosscheck.handed import Handed


class Script(Adapter):
    """An adapter for a script with global variables, beside the file that it is declared in.

    Attributes, beside those of Adapter:
        file: the script, relative to the adapter's file.
        training: None, or the training loop: a text that stands in its first line, or the number of that. It may be
            another statement as well, a call that trains.
        until: None, or where to stop: before a line number, or the first line that contains a text.
        substitute: text to text, in the source.
        names: the script's variables and what they are, an expression of x, y, lr, case, np and the parameters, such as
            {"X": "x", "alpha": "lr", "P": "np.matrix(x)"}; what is no text is given as it is.
        parameters: as in Adapter, the names of global variables. They are given to the script, and read after it.
        keep: other variables that live on from step to step, if they are not seen to: "v1 v2". The first step finds
            the script's own. Velocities, and whatever else has the shape of a parameter, was there before the training
            loop and is changed in it, live on by themselves.
        shows: what is shown beside the parameters, expressions of the script's variables: {"loss": "error"}.

    With `training`, what stands before that is run once, and the loop goes round once in every step. Without one, and
    without a `step`, the script is run once in every step. The first assignments to the names given are left out. With
    a `step`, it is run in `build`, up to `until`, and `net` are its variables: net.W1, net.forward(x).
    """

    file: str = ""
    training: int | str | None = None
    until: int | str | None = None
    substitute: ClassVar[Mapping[str, str]] = {}
    names: ClassVar[Mapping[str, Any]] = {}
    keep: str = ""
    shows: ClassVar[Mapping[str, str]] = {}
    more_attributes = ("file", "training", "until", "substitute", "names", "keep", "shows")
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
        given, waits = self._parameters(case)
        if self._runs_each_step():
            named = (*given, *roots_of(waits))
            return Names(given, case, LivesOn(self._data(), (*self.names, *self.keep.split()), named), waits)
        names = self._evaluated({"case": case, "lr": case.lr, **given})
        return Names(self._run({**given, **names}, set(given) - set(names)), case)

    def step(
        self, net: Names, x: Any, y: Any, lr: float, batch_size: int | None = None, epochs: int = 1
    ) -> dict[str, Any]:
        """Run the script once; in mini-batches of a size, where a name that it is given is that size.

        Only a `training` can go round for several epochs.
        """
        if self.training is not None:
            return self._round(net, x, y, lr, batch_size, epochs)
        variables = vars(net)
        lives_on = net.lives_on_
        assert lives_on is not None
        roots = roots_of(net.waits_)
        given = {name: value for name, value in variables.items() if name not in roots}
        names = self._evaluated({**given, "x": x, "y": y, "lr": lr, "case": net.case_})
        names |= self._batches(net, names, batch_size)
        lives_on.watched = [(a, a.copy()) for a in (x, y) if isinstance(a, np.ndarray)]
        kept = Kept(self)
        made = Made(roots, self._data(), lambda there: self._fill(there, net, kept)) if roots else None
        after = self._run({**given, **names}, set(given) - set(names), lives_on, made)
        lives_on.keep()
        self._refuse_written(names, lives_on.written)
        for name in (*given, *roots, *self.keep.split()):
            if name not in after:
                raise UsageError(f"{type(self).__name__}.keep: {self.file} has no {name!r} when it has run")
            variables[name] = after[name]
        if made is not None:
            self._take(net, after, made, kept, still=lr == 0)
        return {key: self._value("shows", key, text, after) for key, text in self.shows.items()}

    def _batches(self, net: Names, names: Mapping[str, Any], size: int | None) -> dict[str, Any]:
        """That size under each of the names that are one of mini-batches; they are noted."""
        if size is None:
            return {}
        net.batches_ = sizes_of_batches(source_of(self._folder / self.file, self.until, self.substitute), names, size)
        return dict.fromkeys(net.batches_, size)

    def _round(self, net: Names, x: Any, y: Any, lr: float, batch_size: int | None, epochs: int) -> dict[str, Any]:
        """One round of the training loop; what stands before it is run in the first."""
        variables, begins = vars(net), net.rounds_ is None
        scope = {name: variables[name] for name in net.plain_} | {"x": x, "y": y, "lr": lr, "case": net.case_}
        names = self._evaluated(scope, None if begins else {"x", "y", "lr"})
        names |= self._batches(net, names, batch_size)
        dotted = {name: names.pop(name) for name in list(names) if "." in name}
        if net.rounds_ is None:
            net.rounds_ = self._begun(net, names, x, y)
        else:
            net.rounds_.give(names, (x, y), [name.partition(".")[0] for name in dotted])
        for name, value in dotted.items():
            set_attribute(self, net, name, value)
        loss_of = self.loss_of
        shown = {} if loss_of is None else {"loss": loss_of(net, x, y)}
        before = parameters_now(self, net) if net.rounds_.ends_itself else None
        stopped = net.rounds_.go(epochs)
        if stopped and lr and before is not None and same_arrays(before, parameters_now(self, net)):
            raise UsageError(
                f"{type(self).__name__}.training: the loop ends itself at {self.file}:{stopped} before it makes an "
                "update: take that line out with substitute"
            )
        if net.kept_ is not None:
            net.kept_.check_old_arrays()
        return shown | {key: self._value("shows", key, text, vars(net)) for key, text in self.shows.items()}

    def _begun(self, net: Names, names: Mapping[str, Any], x: Any, y: Any) -> Rounds:
        """A script that stands in front of its training, with the parameters where they belong."""
        given = {n: vars(net)[n] for n in net.plain_}
        training = self._asked(source_of(self._folder / self.file, None, self.substitute))
        assert training is not None
        own = set(given) - set(names)
        rounds = Rounds(
            self._folder / self.file, training, self.substitute, {**given, **names},
            formed={name for name in own if has_axis_of_one(given[name])},
            data=self._data(), parameters=own | set(roots_of(net.waits_)),
        )  # fmt: skip
        handed = {name: copied(given[name]) for name in own}
        self._refuse_written(names, rounds.begin((x, y)))
        for name, value in handed.items():
            rounds.put(name, value)  # what is done to parameters before the training is how they are initialised
        net.__dict__ = rounds.variables
        net.kept_ = Kept(self)
        if not self._fill(rounds.variables, net, net.kept_):
            raise UsageError(other_number(self, self.file, net))
        return rounds

    def read(self, net: Names) -> dict[str, Any] | None:
        """Nothing but the parameters, where they are declared."""
        return None if self.parameters is not None else {}

    def _runs_each_step(self) -> bool:
        return is_run_each_step(self)

    @property
    def place(self) -> str:
        """Where its training is, as far as it is said."""
        if self.training is None:
            return self.file
        return f"{self.file}:{line_of(source_of(self._folder / self.file, None, {}), self.training, self.file)}"

    def _data(self) -> tuple[str, ...]:
        """The script's names for what is made of x or y, by more than the shape."""
        return tuple(n for n, text in self.names.items() if isinstance(text, str) and is_made_of_data(text))

    def _run(
        self,
        given: Mapping[str, Any],
        parameters: set[str],
        lives_on: LivesOn | None = None,
        made: Made | None = None,
    ) -> dict[str, Any]:
        return run_script(
            self._folder / self.file,
            until=self.until,
            substitute=self.substitute,
            names=given,
            formed={name for name in parameters if has_axis_of_one(given[name])},
            data=self._data(),
            parameters=parameters | (set(made.roots) if made else set()),
            lives_on=lives_on,
            made=made,
        )

    def _refuse_written(self, names: Mapping[str, Any], written: list[NDArray[Any]]) -> None:
        """UsageError where the script prepares the data of the step as if they were its own."""
        own = [n for n, v in names.items() for a in written if isinstance(v, np.ndarray) and np.may_share_memory(a, v)]
        if written:
            raise UsageError(
                f"{type(self).__name__}.names: {self.file} writes into {' and '.join(own) or 'x or y'} before its "
                "training loop, where the data of the step are: take those lines out with substitute"
            )

    def _fill(self, there: dict[str, Any], net: Names, kept: Kept) -> bool:
        """Put the parameters that wait into what the script has made; False where it is not there yet."""
        space, n = Names(there, net.case_), net.case_.n_layers
        names = [(name, "Wb"[i], 1 - i) for i, name in enumerate(names_of(self)) if name in net.waits_]
        found = {name: leaves(space, name, rank, n) for name, _, rank in names}
        if any(len(of) != n for of in found.values()):
            return False
        kept.n_layers = n
        for name, quantity, _ in names:
            for i, (leaf, array) in enumerate(zip(found[name], net.waits_[name], strict=True), 1):
                owner = leaf.above.get() if isinstance(leaf, Place) else None
                if self.training is None and not isinstance(owner, dict | list | tuple):
                    raise UsageError(
                        f"{type(self).__name__}.parameters: {name} leads to attributes of an object of {self.file}'s: "
                        "stop in front of its training with until, and train the object in a step"
                    )
                kept.put(space, name, quantity, i, leaf, array)
        return True

    def _take(self, net: Names, after: dict[str, Any], made: Made, kept: Kept, still: bool) -> None:
        """What waits for the next step: the parameters as they are after this one."""
        n = net.case_.n_layers
        found = {
            name: [leaf.get() for leaf in leaves(net, name, 1 - i, n)]
            for i, name in enumerate(names_of(self)) if name in net.waits_
        }  # fmt: skip
        who = f"{type(self).__name__}.parameters: {' and '.join(found)}"
        if not made.filled or any(len(values) != n for values in found.values()):
            raise UsageError(
                f"{who}: {self.file} makes no {n} arrays there before it trains: stop in front of its training with "
                "until, and train in a step"
            )
        kept.check_old_arrays()
        news = {
            name: [
                np.asarray(real_array(v)).reshape(was.shape) for v, was in zip(values, net.waits_[name], strict=True)
            ]
            for name, values in found.items()
            if all(np.size(v) == was.size for v, was in zip(values, net.waits_[name], strict=True))
        }
        unmoved = all(
            np.array_equal(a, was)
            for name, arrays in news.items()
            for a, was in zip(arrays, net.waits_[name], strict=True)
        )
        if made.doubtful and unmoved and not still:
            raise UsageError(
                f"{who}: {self.file} makes them of its data in one call, and nothing moves them after that: if that "
                "call trains, stop in front of it with until, and call what it calls in a step"
            )
        net.waits_.update(news)

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
        if self.training is not None and (self.until is not None or not self._runs_each_step()):
            raise UsageError(f"{who}.training is what makes a step: leave out step and until")
        if self.loss_of is not None and self.training is None and self._runs_each_step():
            raise UsageError(f"{who}.loss_of wants functions of the script's: name its loop in training")
        if self._runs_each_step():
            self._check_names(who)

    def _check_names(self, who: str) -> None:
        """That x and lr are handed over, and under names that the script has."""
        mentioned = " ".join(v for v in self.names.values() if isinstance(v, str))
        if not re.search(r"\bx\b", mentioned):
            raise UsageError(f"{who}.names hands over no x: expected the script's name for it, such as {{'X': 'x'}}")
        if self.lr is None and not re.search(r"\blr\b", mentioned):
            raise UsageError(
                f"{who}.names hands over no lr: expected the script's name for the learning rate, such as "
                "{'alpha': 'lr'}; if it is a number in the code, declare that, such as lr = 0.1"
            )
        if self.training is not None:
            roots = {name.partition(".")[0] for name in self.names}
            absent = sorted(roots - names_used(self._source(), roots))
            if absent:
                raise UsageError(f"{who}.names: {self.file} has no {' and no '.join(absent)} in what is run of it")

    def _parameters(self, case: Handed) -> tuple[dict[str, Any], dict[str, list[NDArray[Any]]]]:
        """Under every name of `parameters` that stands in the script: an array, or the list of all.

        And by their declared names those that go into what the script makes, a dictionary or a list.
        """
        path = self._folder / self.file
        if self.flat is not None:
            lists = {"W": case.weights, "b": case.biases} if case.biases else {"W": case.weights}
            return {names_of(self)[0]: vector_of(lists, self.flat)}, {}
        source = self._source() if self._runs_each_step() else ""
        whole = path.read_text(encoding="utf-8")
        given: dict[str, Any] = {}
        waits: dict[str, list[NDArray[Any]]] = {}

        def used(asked: Iterable[str]) -> set[str]:
            asked = set(asked)
            return names_used(source, asked) if source else {n for n in asked if re.search(rf"\b{n}\b", whole)}

        for name, arrays in zip(names_of(self), (case.weights, case.biases), strict=False):
            ways = ways_of(name, len(arrays))
            roots = dict.fromkeys(way[0] for way in ways)
            present = used(roots)
            absent = [root for root in roots if root not in present]
            plain = all(len(way) == 1 for way in ways)
            if numbers := of_their_own(name, arrays, used):
                given |= numbers
            elif not absent and len(ways) == len(arrays) and plain:
                for way, array in zip(ways, arrays, strict=True):
                    plant(given, way, array)
            elif absent and name.isidentifier() and used([name]):
                given[name] = list(arrays) if len(arrays) > 1 else arrays[0]
            elif self._runs_each_step():
                if not plain and not absent:
                    waits[name] = list(arrays)
                    continue
                raise UsageError(
                    f"{type(self).__name__}.parameters: {name}: {self.file} {unfit(ways, absent, arrays, whole)}"
                )
        return given, waits

    def _source(self) -> str:
        """What is run of the script."""
        source = source_of(self._folder / self.file, self.until, self.substitute)
        asked = self._asked(source)
        return source if asked is None else at_one_level(source, asked, self.file)

    def _asked(self, source: str) -> str | int | None:
        """The line of the training, as it is when the substitutions are made."""
        asked = self.training
        if isinstance(asked, str) and asked not in source:
            for old, new in self.substitute.items():
                asked = asked.replace(old, new)
        return asked

    def _evaluated(self, scope: Mapping[str, Any], of: Collection[str] | None = None) -> dict[str, Any]:
        """What the names are; with `of`, of those that are made of one of these."""
        return {
            name: self._value("names", name, text, scope) if isinstance(text, str) else text
            for name, text in self.names.items()
            if of is None or (isinstance(text, str) and re.search(rf"\b({'|'.join(of)})\b", text))
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


def is_run_each_step(adapter: Adapter) -> TypeGuard[Script]:
    """Whether it is a script that is run once in every step."""
    return isinstance(adapter, Script) and type(adapter).step is Script.step
