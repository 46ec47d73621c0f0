"""What an earlier call leaves behind: results that depend on it, gradients that add up, caches that are never renewed.

A network that has made a step on other data is, but for a momentum, a network with those parameters. So one that goes
on is held against one that is built afresh from the parameters it showed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.bounds import values
from crosscheck.candidate_code import CandidateError, call, guarded
from crosscheck.conventions import samples_to_candidate
from crosscheck.declaration import declare
from crosscheck.handed import hand_over_data
from crosscheck.judge import rms
from crosscheck.probes.bench import (
    Key,
    Trial,
    apart,
    excess,
    gradients,
    names,
    other_data,
    other_parameters,
    run_once,
    slack,
    sound,
    step_place,
    suited,
)  # fmt: skip
from crosscheck.probes.left_behind import left_behind
from crosscheck.probes.result import FOUND, OK, NotRunError, ProbeResult
from crosscheck.rate import EXACT, rate_between
from crosscheck.run_adapter import Run, with_parameters_of
from crosscheck.shown import Shown

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]
Gradients: TypeAlias = Mapping[Key, tuple[Array, Array]]


MORE = 2  # samples of the larger batch


@dataclass(frozen=True)
class Second:
    """A second step on the same build, and what it may be compared with.

    Attributes:
        case: its problem: the case's data, the parameters that the first step left.
        first: the step before it, on other data.
        run: the second step.
        fresh: the same step on a network that was just built.
        stale: what it would be with something of the first step in place of its own: the inputs, the targets, both, or
            the parameters.
        allowed: how far two sound evaluations may be apart.
    """

    case: Case
    first: Run
    run: Run
    fresh: Run
    stale: Mapping[str, Run]
    allowed: Mapping[str, Array]


def second_step(adapter: Adapter, case: Case, more: int = 0) -> Second:
    """Two steps on one build, the first on so many samples more.

    NotRunError where there is a momentum, or where not every parameter is shown.
    """
    if case.momentum:
        raise NotRunError("with a momentum, a step depends on the one before it: that is what it is for")
    d, other = declare(adapter), other_data(case, more=more)
    trial = Trial(adapter, other, d)
    with guarded():
        trial.build()
        first = trial.stepped_on(other)
        left = [f"{p}{i}'" for i in range(1, case.n_layers + 1) for p in ("Wb" if case.biases is not None else "W")]
        hidden = [n for n in left if n not in first.canonical or not np.all(np.isfinite(first.canonical[n]))]
        if hidden:
            raise NotRunError(f"{names(n[:-1] for n in hidden)} after a step is not shown, or not finite")
        here = with_parameters_of(first, case)
        run = trial.stepped_on(here)
    mixed = (
        {}
        if more
        else {
            "inputs": here.with_(x=other.x),
            "targets": here.with_(y=other.y),
            "data": here.with_(x=other.x, y=other.y),
            "parameters": case,
        }
    )
    fresh = run_once(adapter, here)
    if only_the_rate(here, run, fresh, other.n_samples / here.n_samples):
        raise NotRunError("the second step is the right one times a number: a learning rate that follows the losses?")
    stale = {what: run_once(adapter, c) for what, c in mixed.items()}
    return Second(here, first, run, fresh, stale, slack(here))


def only_the_rate(case: Case, run: Run, fresh: Run, size: float) -> bool:
    """Whether every update is one number, above zero and not 1, times that of a network that was just built.

    Not where that is the share of the sizes of both batches: then a size is kept.
    """
    start = dict(zip((f"W{i}'" for i in range(1, case.n_layers + 1)), case.weights, strict=True))
    start |= dict(zip((f"b{i}'" for i in range(1, case.n_layers + 1)), case.biases or (), strict=False))
    if not start.keys() <= run.canonical.keys() & fresh.canonical.keys():
        return False
    a, b = (np.concatenate([np.ravel(r.canonical[n] - w) for n, w in start.items()]) for r in (run, fresh))
    rate = rate_between(a, b)
    return rate is not None and rate > EXACT and all(abs(rate - other) > EXACT for other in (1.0, size, 1 / size))


def steady(adapter: Adapter, case: Case) -> None:
    """NotRunError where two fresh builds differ anyway; a third goes before them, so that both follow their like."""
    run_once(adapter, case)
    differing = apart(run_once(adapter, case), run_once(adapter, case), slack(case))
    if any(v > 1 for v in differing.values()):
        raise NotRunError("two fresh builds differ already, see `nondeterministic`")


def results_depend_on_earlier_calls(adapter: Adapter, case: Case) -> ProbeResult:
    """A prediction before the step, a step on other data before it, another network before it."""
    me = "results-depend-on-earlier-calls"
    case = suited(adapter, case)
    try:
        steady(adapter, case)
    except NotRunError:
        where = left_behind(adapter, lambda: run_once(adapter, case))
        if not where:
            raise
        text = f"two networks that were just built differ: every step changes {where[0]}, which the next one finds"
        return ProbeResult(me, FOUND, text, step_place(adapter), {"before": "a fresh build", "left_in": where})
    looked: list[str] = []
    ways = (("another network in the same program", after_another_network),
            ("a prediction on other data", after_a_prediction),
            ("a step on other data", after_a_step),
            ("a step on a larger batch", after_a_larger_batch))  # fmt: skip
    reasons = []
    for before, way in ways:
        try:
            differing = way(adapter, case)
        except NotRunError as why:
            reasons.append(f"{before}: {why}")
            continue
        looked.append(before)
        out = {name: ratio for name, ratio in differing.items() if ratio > 1}
        if out:
            text = f"after {before}, {names(out)} are not what a network that was just built gives"
            evidence = {"before": before, "differ": list(out), "worst_over_bound": max(out.values())}
            return ProbeResult(me, FOUND, text, step_place(adapter), evidence)
    if not looked:
        raise NotRunError("; ".join(reasons))
    evidence = {"looked": looked, "not_looked": reasons}
    return ProbeResult(me, OK, f"the step is the same after {' and after '.join(looked)}", evidence=evidence)


def after_another_network(adapter: Adapter, case: Case) -> dict[str, float]:
    """A fresh build, before and after another one was trained: globals, class attributes, default arguments."""
    before = run_once(adapter, case)
    run_once(adapter, other_parameters(other_data(case)))
    return apart(before, run_once(adapter, case), slack(case))


def after_a_prediction(adapter: Adapter, case: Case) -> dict[str, float]:
    """One more way forward, on other data, before the step (two forwards before a backward)."""
    if adapter.forward is None:
        raise NotRunError("the adapter has no forward")
    trial = Trial(adapter, case, declare(adapter))
    with guarded():
        trial.build()
        x, _ = hand_over_data(other_data(case).x, case.y, trial.conventions)
        call("forward", 1, adapter.forward, trial.net, x)
        run = trial.stepped_on(case)
    return apart(run_once(adapter, case), run, slack(case))


def after_a_step(adapter: Adapter, case: Case) -> dict[str, float]:
    """A step on other data, against a fresh build from the parameters that it left."""
    s = second_step(adapter, case)
    return apart(s.fresh, s.run, s.allowed)


def after_a_larger_batch(adapter: Adapter, case: Case) -> dict[str, float]:
    """The same where the step before had more samples: a size that is kept, rows of a buffer that are left over."""
    d = declare(adapter)
    if d.batch is not None or d.one_at_a_time:
        raise NotRunError("the network takes batches of one size")
    s = second_step(adapter, case, more=MORE)
    return apart(s.fresh, s.run, s.allowed)


def gradients_accumulate(adapter: Adapter, case: Case) -> ProbeResult:
    """Is the second step's gradient the first one's plus its own?"""
    me = "gradients-accumulate"
    case = suited(adapter, case)
    steady(adapter, case)
    s = second_step(adapter, case)
    run, fresh, first = (gradients(r) for r in (s.run, s.fresh, s.first))
    if not fresh:
        raise NotRunError("neither gradients nor both parameters before and after are shown")
    added = {k: (fresh[k][0] + first[k][0], fresh[k][1] + first[k][1]) for k in fresh.keys() & first.keys()}
    grown = [k for k in changed(s, run, fresh) if k in added and same(s, run, added, k)]
    if grown:
        text = f"{listed(grown)} of the second step is the first step's plus its own: it is never set to zero"
        return ProbeResult(me, FOUND, text, step_place(adapter), {"gradients": [list(k) for k in grown]})
    twice = backward_twice(adapter, case)
    note = "; two ways back after one forward add up, as in PyTorch" if twice == "added" else ""
    return ProbeResult(me, OK, f"the second step's gradient does not contain the first one's{note}")


def stale_cache(adapter: Adapter, case: Case) -> ProbeResult:
    """Does the second step use what the first one computed, or the way back use up what the way forward left?"""
    me = "stale-cache"
    case = suited(adapter, case)
    steady(adapter, case)
    s = second_step(adapter, case)
    run, fresh, first = (gradients(r) for r in (s.run, s.fresh, s.first))
    suspects = changed(s, run, fresh)
    old = {what: [k for k in suspects if same(s, run, g, k)]
           for what, g in {"step": first, **{what: gradients(r) for what, r in s.stale.items()}}.items()}  # fmt: skip
    what = max(old, key=lambda what: len(old[what]))
    still = [k for k in suspects if rms(run[k][0]) <= 1e-9 * rms(fresh[k][0])]
    place = step_place(adapter)
    if old[what] and not still:
        text = f"{listed(old[what])} of the second step is that of the {what} before: something is not computed anew"
        return ProbeResult(me, FOUND, text, place, {"gradients": [list(k) for k in old[what]], "of_the_old": what})
    if still:
        text = f"{listed(still)} of the second step is zero: nothing is updated after the first one"
        return ProbeResult(me, FOUND, text, place, {"gradients": [list(k) for k in still]})
    if backward_twice(adapter, case) == "other":
        text = "a second way back after one forward gives gradients that are neither the same nor twice the first ones"
        return ProbeResult(me, FOUND, text, place, {"backward_twice": "other"})
    return ProbeResult(me, OK, "a second step on other data uses nothing of the first")


def changed(s: Second, run: Gradients, fresh: Gradients) -> list[Key]:
    """Gradients that are not those of a fresh network."""
    return [k for k in fresh if k in run and not same(s, run, fresh, k)]


def same(s: Second, a: Gradients, b: Gradients, k: Key) -> bool:
    """Whether two gradients are one but for rounding."""
    if k not in a or k not in b:
        return False
    allowed = s.allowed[k[1]] + a[k][1] + b[k][1]
    return excess(a[k][0], b[k][0], allowed, s.case.dtype) <= 1


def backward_twice(adapter: Adapter, case: Case) -> str:
    """One way forward and two back: the gradient is the "same", "added" or "other"; "" where that cannot be seen.

    A second way back that raises is none of these: PyTorch raises as well, since the graph is used up. Nor is one that
    updates the parameters itself, since the second one then starts from others.
    """
    if adapter.forward is None or adapter.backward is None or adapter.update is None:
        return ""
    found = []
    for n in (1, 2):
        trial = Trial(adapter, case, declare(adapter), staged=True)
        with guarded():
            trial.build()
            try:
                found.append(gradients(ways_back(trial, case, n)))
            except CandidateError:
                return ""
    once, twice = found
    allowed = slack(case)
    close = {
        factor: all(
            k in twice
            and excess(factor * once[k][0], twice[k][0], 2 * (allowed[k[1]] + once[k][1] + twice[k][1]), case.dtype)
            <= 1
            for k in once
        )
        for factor in (1, 2)
    }
    return "same" if close[1] else "added" if close[2] else "other"


def ways_back(trial: Trial, case: Case, n: int) -> Run:
    """Forward, n times backward with the reference's upstream gradient, update, read."""
    adapter, c = trial.adapter, trial.conventions
    assert adapter.backward is not None
    upstream = np.asarray(values(case)["d_output"], dtype=case.dtype)
    x, _ = hand_over_data(case.x, case.y, c)
    call("forward", 1, adapter.forward or suited, trial.net, x)
    for _ in range(n - 1):
        call("backward", 1, adapter.backward, trial.net, samples_to_candidate(c, upstream), case.lr)
    returned = call("backward", 1, adapter.backward, trial.net, samples_to_candidate(c, upstream), case.lr)
    if adapter.update is not None:
        call("update", 1, adapter.update, trial.net, case.lr)
    shown = Shown(case, c, 1)
    trial.take(1, shown, call("read", 1, trial.kept.reader, trial.net), returned)
    trial.arrays |= shown.arrays
    return sound(trial.run())


def listed(keys: list[Key]) -> str:
    """As in: dW1 (shown), dW1 (applied)."""
    return names(f"{name} ({group})" for group, name in keys)
