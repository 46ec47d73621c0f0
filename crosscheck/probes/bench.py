"""What the probes share: a Case that the candidate can be given, runs on it, a build that a probe handles itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.ball import rounding
from crosscheck.bounds import global_balls
from crosscheck.candidate_code import call, defined_at, is_own
from crosscheck.declaration import Declaration, declare
from crosscheck.draw import draw
from crosscheck.handed import Handed, hand_over
from crosscheck.importable import importable
from crosscheck.judge import rms
from crosscheck.probes.result import NotRunError
from crosscheck.recovered import recovered_gradients
from crosscheck.run_adapter import Run, Session, one_sample_cases, run_adapter
from crosscheck.script_adapter import is_run_each_step
from crosscheck.shown import Shown
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]
TRAINS = re.compile(r"fit|train|step|epoch|update|learn|backward", re.IGNORECASE)
Key: TypeAlias = tuple[str, str]  # ("shown", "dW1") or ("applied", "dW1")


def suited(adapter: Adapter, case: Case) -> Case:
    """One step of a Case; its first sample where the network takes one at a time."""
    one = case.with_(steps=1)
    return one_sample_cases(one)[0] if declare(adapter).one_at_a_time and one.n_samples > 1 else one


def sound(run: Run) -> Run:
    """The run, if it came to its end and showed something; NotRunError otherwise."""
    if run.failure is not None:
        raise NotRunError(run.failure.sentence, run.failure.place)
    if not run.canonical:
        raise NotRunError("the network shows nothing that could be compared")
    return run


def run_once(adapter: Adapter, case: Case, seed: int = 0, staged: bool = False) -> Run:
    """A fresh build, run on a Case; NotRunError where it fails."""
    return sound(run_adapter(adapter, case, staged=staged, seed=seed))


class Trial(Session):
    """A build that a probe handles itself: it also remembers what was handed over, and can be asked for raw arrays."""

    def __init__(self, adapter: Adapter, case: Case, d: Declaration, staged: bool = False) -> None:
        super().__init__(adapter, case, d.conventions, staged=staged, locked=False)
        self.handed: Handed | None = None

    def build(self) -> None:
        """A new network with the Case's parameters."""
        self.handed = hand_over(self.case, self.conventions)
        with importable(self.adapter):
            self.net = call("build", 0, self.kept.builder, self.handed)

    def stepped_on(self, case: Case) -> Run:
        """One step on another Case's data, on this same build."""
        self.next(case)
        self.step(1, case.x, case.y)
        return sound(self.run())

    def raw(self) -> dict[str, Any]:
        """What read returns now, by canonical name, not copied."""
        shown = Uncopied(self.case, self.conventions, 1)
        returned = call("read", 1, self.kept.reader, self.net)
        if isinstance(returned, Mapping):
            shown.take(returned)
        return shown.raw


class Uncopied(Shown):
    """Collects what is shown as it is, for those who ask where it lies in memory."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.raw: dict[str, Any] = {}

    def put(self, name: str, value: Any) -> None:
        """Keep the object itself."""
        self.raw[name] = value


def other_data(case: Case, seed: int = 1, more: int = 0) -> Case:
    """Other x and other y of the same kind, the same parameters; of the same shape, or of some more samples."""
    stream = RandomState(seed)
    if more:
        again = np.arange(case.n_samples + more) % case.n_samples
        case = case.with_(x=case.x[again], y=case.y[again])
    y = np.roll(case.y, 1, axis=0 if case.n_samples > 1 else 1)
    if not is_labels(case):
        y = np.clip(y * stream.uniform(0.5, 1.5, y.shape), case.y.min(), case.y.max())
    return case.with_(x=stream.standard_normal(case.x.shape), y=y)


def redrawn(case: Case, inputs: str) -> Case:
    """The same problem with data and parameters drawn in another way; the targets stay, and so does what was given."""
    if case.inputs == inputs or (case.inputs == "data" and inputs == "random"):
        return case
    new = draw(case.sizes, case.n_samples, activations=case.activations, loss=case.loss, bias=case.biases is not None,
               inputs=inputs, dtype=case.dtype, seed=case.seed or 0)  # fmt: skip
    return case.with_(x=new.x, weights=new.weights, biases=new.biases, inputs=inputs)


def is_labels(case: Case) -> bool:
    """Whether the targets are classes or probabilities, which cannot be scaled."""
    return LOSSES[case.loss].family != "squares" or bool(np.all((case.y == 0) | (case.y == 1)))


def other_parameters(case: Case) -> Case:
    """The same data, other parameters."""
    biases = None if case.biases is None else tuple(0.5 * b - 0.25 for b in case.biases)
    return case.with_(weights=tuple(0.5 * w - 0.25 for w in case.weights), biases=biases)


def gradients(run: Run) -> dict[Key, tuple[Array, Array]]:
    """Every parameter gradient of a run's first step, shown and applied: values, and what recovering them may cost."""
    found: dict[Key, tuple[Array, Array]] = {}
    for name, array in run.canonical.items():
        if name.startswith(("dW", "db")) and "@" not in name:
            values = array.astype(np.float64)
            found["shown", name] = values, np.zeros_like(values)
    for name, ball in recovered_gradients(run).items():
        if "@" not in name:
            found["applied", name] = ball.v, ball.radius
    return found


def slack(case: Case) -> dict[str, Array]:
    """How far two sound evaluations of each quantity may be apart, by name."""
    return {name: 2 * ball.radius for name, ball in global_balls(case, arithmetic=rounding(case.dtype)).items()}


def apart(a: Run, b: Run, allowed: Mapping[str, Array]) -> dict[str, float]:
    """Arrays of two runs that are not equal bit by bit -> the worst difference in units of what is allowed.

    A network that is wrong may be far larger than the bounds suppose, so that some rounding of its own size is let pass
    as well.
    """
    found: dict[str, float] = {}
    for name in a.canonical.keys() & b.canonical.keys():
        first, second = (np.asarray(r.canonical[name], dtype=np.float64) for r in (a, b))
        if first.shape != second.shape or not np.array_equal(first, second, equal_nan=True):
            found[name] = excess(first, second, allowed[name], a.case.dtype)
    order = list(a.canonical)
    return {name: found[name] for name in sorted(found, key=order.index)}


def excess(first: Array, second: Array, allowed: Array, dtype: str) -> float:
    """The worst |first - second| ÷ allowed; infinite where one is not finite and the other is."""
    if first.shape != second.shape:
        return float("inf")
    if not np.array_equal(np.isfinite(first), np.isfinite(second)):
        return float("inf")
    least = 1e3 * rounding(dtype).u * max(rms(first), rms(second))
    with np.errstate(invalid="ignore"):
        ratio = np.abs(first - second) / (allowed + least + np.finfo(np.float64).tiny)
    return float(np.nanmax(ratio, initial=0.0))


def names(found: Iterable[str], most: int = 4) -> str:
    """The first few names in a sentence."""
    every = list(found)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def step_place(adapter: Adapter) -> str:
    """Where the network is stepped, as far as the adapter says."""
    function: Callable[..., Any] | None = adapter.step or adapter.backward
    if is_run_each_step(adapter):
        return adapter.place  # the whole script is the step, or its loop
    if function is None:
        return ""
    return next((defined_at(f) for f in called_in(function)), defined_at(function))


def called_in(function: Callable[..., Any]) -> list[FunctionType]:
    """What a step calls in other files of the candidate's, the training first; a method is that of a class in sight."""
    plain = getattr(function, "__func__", function)
    if not isinstance(plain, FunctionType):
        return []
    names = plain.__globals__
    classes = [value for value in names.values() if isinstance(value, type)]
    found = [
        f for name in plain.__code__.co_names
        for f in (names.get(name), *(vars(c).get(name) for c in classes))
        if isinstance(f, FunctionType) and f.__code__.co_filename != plain.__code__.co_filename
        and is_own(f.__code__.co_filename)
    ]  # fmt: skip
    return sorted(found, key=lambda f: not TRAINS.search(f.__name__))
