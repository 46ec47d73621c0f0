"""Running a candidate on a Case: build, then step and read for every training step."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.adapter import Adapter
from crosscheck.blame import is_adapters
from crosscheck.candidate_code import CandidateError, Failure, call, defined_at, guarded
from crosscheck.compare import real_array
from crosscheck.conventions import Conventions, samples_to_candidate, to_canonical
from crosscheck.declaration import Declaration, declare
from crosscheck.errors import UsageError
from crosscheck.finding import Remark
from crosscheck.handed import hand_over, hand_over_data
from crosscheck.importable import importable
from crosscheck.old_data import step_on
from crosscheck.parameters import Kept
from crosscheck.record import names_of, suffix
from crosscheck.shown import Shown, shape_of
from crosscheck.steps import d_output

if TYPE_CHECKING:
    from crosscheck.case import Case

Array = NDArray[Any]


EPOCHS, BATCH_SIZE = "epochs", "batch_size"  # what a step may ask for, see `loops.py`


@dataclass(frozen=True, eq=False)
class Run:
    """What a candidate showed of one Case.

    Attributes:
        case: the problem.
        conventions: how the arrays of `shown` are stored.
        shown: canonical names to arrays, copied, in the candidate's own orientation.
        canonical: the same in canonical form, as far as their shapes fit; folded biases split off.
        broken: what was shown and is no array of numbers of a layer that exists, and why.
        failure: the call that went wrong, None where none did. What was shown before it is kept.
        mutated: places where the candidate wrote to its inputs: "x" or "y" to where (or "").
        staged: whether the reference's upstream gradient was fed in.
        remarks: what is worth saying.
        divided: the name of the constant that the deltas were shown without, and are divided by here: "N"; "" for none.
    """

    case: Case
    conventions: Conventions
    shown: Mapping[str, Array]
    canonical: Mapping[str, Array]
    broken: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    mutated: Mapping[str, str] = field(default_factory=dict)
    staged: bool = False
    remarks: tuple[Remark, ...] = ()
    divided: str = ""


def run_adapter(
    adapter: Adapter, case: Case, *, declaration: Declaration | None = None, staged: bool = False, seed: int = 0
) -> Run:
    """Run a candidate on a Case; nothing that it raises comes out of here.

    Args:
        adapter: how it is plugged in.
        case: the problem; N = 1 where it takes one sample at a time.
        declaration: what it declares, where that is at hand (or is tried in place of what it declares).
        staged: feed forward, backward and update one after the other, backward with the reference's upstream gradient.
        seed: of the two global random generators while it runs.

    Raises:
        UsageError: the adapter is at fault: a misspelt attribute, an unknown key.
    """
    d = declaration or declare(adapter)
    if d.one_at_a_time and case.n_samples != 1:
        raise UsageError(f"the network takes one sample at a time, the case has {case.n_samples}: see `runs_of`")
    run = attempt(adapter, case, d, staged, seed, locked=False)
    if not run.mutated:
        return run
    # Who wrote? Once more with inputs that refuse it.
    locked = attempt(adapter, case, d, staged, seed, locked=True).failure
    if locked is None or "read-only" not in locked.what:
        return run
    return replace(run, mutated=dict.fromkeys(run.mutated, locked.place))


def attempt(adapter: Adapter, case: Case, d: Declaration, staged: bool, seed: int, locked: bool) -> Run:
    """One run, from build to the last step."""
    session = Session(adapter, case, d.conventions, staged, locked)
    with guarded(seed):
        try:
            session.build()
            for k in range(1, case.steps + 1):
                session.step(k, case.x, case.y)
        except CandidateError as error:
            session.fail(error.failure)
    return session.run()


def run_in_turn(adapter: Adapter, cases: list[Case], d: Declaration, seed: int = 0) -> list[Run]:
    """One build, then sample after sample: each step is a Case of its own that starts from the parameters shown last.

    Args:
        adapter: a network that takes one sample at a time, and keeps no momentum.
        cases: of one sample and one step each; they share the parameters of the first, which are the ones handed over.
        d: what it declares.
        seed: of the two global random generators while it runs.

    Returns:
        A Run for each sample up to the first failure.
    """
    runs: list[Run] = []
    session = Session(adapter, cases[0], d.conventions, staged=False, locked=False)
    with guarded(seed):
        for i, sample in enumerate(cases):
            case = sample if i == 0 else with_parameters_of(runs[-1], sample)
            session.next(case)
            try:
                if i == 0:
                    session.build()
                session.step(1, case.x, case.y)
            except CandidateError as error:
                session.fail(error.failure)
            runs.append(session.run())
            if session.failure is not None:
                break
    return runs


def with_parameters_of(run: Run, case: Case) -> Case:
    """The case, starting from the parameters after a run, as far as they were shown; else from the reference's."""
    from crosscheck.bounds import values

    after = {**values(run.case), **run.canonical}
    layers = range(1, case.n_layers + 1)

    def parameter(p: str, i: int) -> Array:
        shown = np.asarray(after[f"{p}{i}'"], dtype=np.float64)
        return shown if np.all(np.isfinite(shown)) else np.asarray(values(run.case)[f"{p}{i}'"])

    biases = None if case.biases is None else tuple(parameter("b", i) for i in layers)
    return case.with_(weights=tuple(parameter("W", i) for i in layers), biases=biases, inputs="data", seed=None)


class Session:
    """One build and the steps on it: collects what is shown."""

    def __init__(self, adapter: Adapter, case: Case, c: Conventions, staged: bool, locked: bool) -> None:
        self.adapter, self.conventions, self.locked = adapter, c, locked
        self.staged = staged or adapter.step is None
        self.fed = staged
        self.net: Any = None
        self.kept = Kept(adapter)
        self.data: list[tuple[Array, Array]] = []
        self.loop: dict[str, int] = {}  # of one call: how often it goes through the data, by how many samples
        self.next(case)

    def next(self, case: Case) -> None:
        """Go on with another Case on the same build."""
        self.case = case
        self.arrays: dict[str, Array] = {}
        self.broken: dict[str, str] = {}
        self.mutated: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.failure: Failure | None = None

    def fail(self, failure: Failure) -> None:
        """The end of the run, and whose fault it is."""
        self.failure = replace(failure, adapters=is_adapters(self.adapter, failure, self.net))

    def build(self) -> None:
        """A new network with the Case's parameters, under what the candidate's import has set for all of PyTorch."""
        if self.adapter.more_torch_settings is not None:
            import torch

            torch.set_default_dtype(self.adapter.more_torch_settings[0])
            torch.set_grad_enabled(self.adapter.more_torch_settings[1])
        with importable(self.adapter):
            self.net = call("build", 0, self.kept.builder, hand_over(self.case, self.conventions))

    def step(self, k: int, x: Array, y: Array) -> None:
        """One training step, and everything that is shown of it."""
        shown = Shown(self.case, self.conventions, k)
        given, targets = hand_over_data(x, y, self.conventions)
        before = np.array(given), np.array(targets)
        if self.locked:
            given.flags.writeable = False
            if isinstance(targets, np.ndarray):
                targets.flags.writeable = False
        self.data.append(before)
        try:
            with importable(self.adapter):
                self.ask_for_loss(k, shown, x, y)
                with step_on(self.data):
                    returned = self.stepped(k, given, targets, shown)
                read = call("read", k, no_generator(self.kept.reader), self.net)
            self.take(k, shown, read, returned)
        finally:
            self.arrays |= shown.arrays
            self.broken |= shown.broken
            for name, now, was in zip(("x", "y"), (given, targets), before, strict=True):
                if not np.array_equal(np.ravel(now), np.ravel(was)):
                    self.mutated[name] = ""

    def ask_for_loss(self, k: int, shown: Shown, x: Array, y: Array) -> None:
        """The loss before the step, from `loss_of`; what that leaves behind in the network must not reach the step."""
        if self.adapter.loss_of is None or self.adapter.draws is not None or getattr(self.adapter, "training", None):
            return  # where it draws, the weights come in the step; a script's training asks for itself
        value = call("loss_of", k, self.adapter.loss_of, copied(self.net), *hand_over_data(x, y, self.conventions))
        call("loss_of", k, shown.take, {"loss": value})

    def stepped(self, k: int, x: Array, y: Array, shown: Shown) -> Any:
        """What the step, or its stages, return."""
        if self.staged:
            return self.stages(k, x, y, shown)
        step = no_generator(self.adapter.step)
        if loop := self.loop_arguments():
            step = partial(step, **loop)
        return call("step", k, step, self.net, x, y, self.case.lr)

    def loop_arguments(self) -> dict[str, int]:
        """One update in a call, for a step that can be asked for several: see `loops.py`."""
        once = {EPOCHS: 1, BATCH_SIZE: self.case.n_samples} | self.loop
        return {name: n for name, n in once.items() if name in parameters_of(self.adapter.step)}

    def take(self, k: int, shown: Shown, read: Any, returned: Any) -> None:
        """Copy what read returned, then what step returned, which wins."""
        if not isinstance(read, Mapping):
            raise CandidateError(returned_wrong("read", k, read, self.adapter.read))
        call("read", k, shown.take, self.kept.split(read))
        if isinstance(returned, Mapping):
            call("step", k, shown.take, self.kept.split(returned))
        elif returned is not None and k == 1 and self.adapter.loss_of is None:
            self.remarks += ignored(returned)

    def stages(self, k: int, x: Array, y: Array, shown: Shown) -> Any:
        """forward, backward, update; backward is fed the gradient of the loss at the output."""
        adapter, net, lr = self.adapter, self.net, self.case.lr
        out = call("forward", k, no_generator(adapter.forward), net, x)
        call("forward", k, shown.take, out if isinstance(out, Mapping) else {"output": out})
        upstream = self.upstream(k, shown)
        shown.arrays["d_output" + suffix(k)] = samples_to_candidate(self.conventions, upstream)
        fed = samples_to_candidate(self.conventions, upstream)
        back = call("backward", k, no_generator(adapter.backward), net, fed, lr)
        if not isinstance(back, Mapping):
            back = {} if back is None or not is_array(back) else {"dX": back}
        if adapter.update is not None:
            updated = call("update", k, adapter.update, net, lr)
            back = {**back, **updated} if isinstance(updated, Mapping) else back
        return back

    def upstream(self, k: int, shown: Shown) -> Array:
        """dL/d(output): at the reference's output in a staged run, at the candidate's own in a free one."""
        from crosscheck.bounds import values

        name = "output" + suffix(k)
        if self.fed:
            return np.asarray(values(self.case)["d_output" + suffix(k)], dtype=self.case.dtype)
        own, _ = to_canonical(
            self.conventions, shown.arrays, self.case, {n: shape_of(n, self.case) for n in shown.arrays}
        )
        if name not in own:
            raise CandidateError(
                Failure("forward", k, f"returned no output: {shown.broken.get(name, 'its shape does not fit')}",
                        defined_at(self.adapter.forward or call))
            )  # fmt: skip
        with np.errstate(all="ignore"):
            d = d_output(self.case, own[name].astype(np.float64), self.case.y.astype(np.float64))
        return np.asarray(d, dtype=self.case.dtype)

    def run(self) -> Run:
        """Everything that was shown so far."""
        order = names_of(self.case)
        known = {n: a for n, a in self.arrays.items() if n in order}
        for name in self.arrays.keys() - known.keys():
            if self.case.biases is None and name.strip("d").startswith("b"):
                raise UsageError(f"read shows b or db, but the adapter declares bias = {self.conventions.bias!r}")
            self.broken[name] = "is not a quantity of this network"
        shapes = {n: shape_of(n, self.case) for n in known}
        canonical, _ = to_canonical(self.conventions, known, self.case, shapes)
        return Run(
            case=self.case, conventions=self.conventions, shown=known, canonical=canonical, broken=dict(self.broken),
            failure=self.failure, mutated=dict(self.mutated), staged=self.fed, remarks=tuple(self.remarks),
        )  # fmt: skip


def copied(net: Any) -> Any:
    """A deep copy; the network itself where it holds what cannot be copied, such as modules and graphs."""
    try:
        return copy.deepcopy(net)
    except Exception:  # noqa: BLE001 (whatever its own __deepcopy__ raises)
        return net


def parameters_of(function: Any) -> tuple[str, ...]:
    """The names of a function's parameters; none where it does not tell."""
    try:
        return tuple(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return ()


def is_array(value: Any) -> bool:
    """Whether something is an array of numbers."""
    try:
        real_array(value)
    except (TypeError, ValueError):
        return False
    return True


def ignored(returned: Any) -> list[Remark]:
    """A remark on what a step returned that is no dictionary, where it may have been meant to be seen."""
    if isinstance(returned, float) or (is_array(returned) and np.ndim(returned) == 0):
        what = "a number, which is ignored: if it is the loss, return {'loss': ...}, and it is compared"
    elif is_array(returned) or (isinstance(returned, tuple) and any(is_array(part) for part in returned)):
        what = f"a {type(returned).__name__}, which is ignored: only a dictionary is read"
    else:
        return []
    return [Remark("ignored", f"step returned {what}")]


def no_generator(function: Any) -> Any:
    """The function, refusing to be a generator: calling one runs nothing of it."""
    return partial(run_function, function)


def run_function(function: Any, *arguments: Any, **more: Any) -> Any:
    """Call it; a generator that comes back is a failure of its own."""
    returned = function(*arguments, **more)
    if inspect.isgenerator(returned) or inspect.iscoroutine(returned):
        name = getattr(function, "__name__", "it")
        returned.close()
        what = "returned a generator: nothing in it has run; use return in place of yield"
        raise CandidateError(Failure(name, 0, what, defined_at(function), adapters=True))
    return returned


def returned_wrong(name: str, k: int, value: Any, function: Any) -> Failure:
    """A return value that is no dictionary."""
    found = "nothing (None)" if value is None else f"a {type(value).__name__}"
    what = f"returned {found}: expected a dictionary such as {{'W': ..., 'b': ...}}"
    return Failure(name, k, what, defined_at(function), adapters=True)


def one_sample_cases(case: Case) -> list[Case]:
    """The samples of a Case as Cases of one sample and one step each, all from the same parameters."""
    return [
        case.with_(x=case.x[i : i + 1], y=case.y[i : i + 1], steps=1, inputs="data", seed=None)
        for i in range(case.n_samples)
    ]


def runs_of(adapter: Adapter, case: Case, d: Declaration | None = None) -> list[Run]:
    """Every run that a Case asks for.

    One (two where there are stages: free, and fed by the reference). Where the network takes one sample at a time and
    the Case has several: every sample from the same parameters, a fresh build each, and sample after sample. The latter
    not with momentum, whose memory of the sample before is no part of a Case; the Case's steps then repeat one sample.
    """
    d = d or declare(adapter)
    if not d.one_at_a_time or case.n_samples == 1:
        runs = [run_adapter(adapter, case, declaration=d)]
        if adapter.forward is not None and adapter.backward is not None:
            runs.append(run_adapter(adapter, case, declaration=d, staged=True))
        return runs
    samples = one_sample_cases(case)
    if case.momentum:
        return [run_adapter(adapter, s.with_(steps=case.steps), declaration=d) for s in samples]
    apart = [run_adapter(adapter, s, declaration=d) for s in samples[1:]]
    return apart + run_in_turn(adapter, samples, d)
