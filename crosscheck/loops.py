"""Two updates in one call: what lives on within the network's own loop, over epochs or mini-batches, shows only there.

An adapter whose `step` has a parameter `epochs` or `batch_size` passes it on to a method that trains in a loop. In all
other runs it is 1, or the size of the batch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.bounds import values
from crosscheck.candidate_code import CandidateError, guarded
from crosscheck.causes import causes_of, transferred
from crosscheck.defects import Planted, options
from crosscheck.errors import UsageError
from crosscheck.explain import in_words, planted_of
from crosscheck.finding import AGREES, DIFFERS, Remark
from crosscheck.further import fitted
from crosscheck.probes.bench import step_place
from crosscheck.probes.result import FOUND, ProbeResult
from crosscheck.rate import EXACT, rate_between
from crosscheck.record import parse_name
from crosscheck.reproduce import holds, reproduced, residual_over
from crosscheck.run_adapter import BATCH_SIZE, EPOCHS, Run, Session, parameters_of, run_adapter
from crosscheck.script_adapter import is_run_each_step
from crosscheck.search import Evidence
from crosscheck.shuffled import unshuffled
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration
    from crosscheck.report.report import Report

ME = "state-within-the-loop"
TEXT = {
    EPOCHS: "one call that goes through the data twice is not what two calls are",
    BATCH_SIZE: "one call with two mini-batches is not what two calls are",
}
ALL_AGREES = "; with one update a call, all agrees"
SUMS = "gradients-accumulate"
FACTORS = {"constant-factor", "parameter-factor", "update-factor", "averaged-twice", "gradient-times-width"}


def asked_for(adapter: Adapter) -> tuple[str, ...]:
    """Which of the two the adapter's `step` takes."""
    if adapter.step is None:
        return ()
    once = is_run_each_step(adapter) and adapter.training is None  # a script that is run whole goes round once
    return tuple(n for n in (EPOCHS, BATCH_SIZE) if n in parameters_of(adapter.step) and not (once and n == EPOCHS))


def looped(
    report: Report,
    adapter: Adapter,
    cases: Sequence[Case],
    d: Declaration,
    told: Callable[..., Report],
) -> Report:
    """The report of a network, with what two updates in one call make of it.

    Where single updates are right, that decides. Where they have a mistake that is explained, it may add another.

    Args:
        report: so far.
        adapter: whose `step` may take one of the two arguments.
        cases: those that were run.
        d: what it declares.
        told: makes a report of runs, and of a function that runs a further case.
    """
    kinds = [kind for kind in asked_for(adapter) if kind == EPOCHS or not (d.batch or d.one_at_a_time)]
    ordinary = [c for c in cases if c.inputs in ("random", "data") and not (d.batch and c.n_samples != d.batch)][:2]
    if report.verdict in (DIFFERS, FACTOR) and d.settings["momentum"] and EPOCHS in kinds:
        report = in_one_call(report, adapter, cases, d, told)
    for kind in kinds if report.verdict == AGREES or report.explanations else ():
        again = partial(run_looped, adapter, d=d, kind=kind)
        runs = [run for case in ordinary if (run := again(case)) is not None]
        second = told(runs, again) if runs else report
        text = TEXT[kind] + ALL_AGREES * (report.verdict == AGREES)
        evidence = {"argument": kind, "one_update_agrees": report.verdict == AGREES}
        found = ProbeResult(ME, FOUND, text, step_place(adapter), evidence).as_dict()
        if second.verdict == AGREES or not runs:
            continue
        if report.explanations:  # what the loop adds to a mistake that has its name already
            added = with_sums(report, runs, cases)
            if added is not None:
                return replace(report, explanations=(added,), patterns=(), proven="", probes=(found,))
            continue
        if is_run_each_step(adapter) and (not named_and_no_factor(second) or makes_one_update(runs)):
            continue  # nobody has asked for it: only what cannot be meant so is said
        refuse_one_update(adapter, runs, kind)
        schedule = later_rate(runs)
        if schedule is not None:
            return replace(report, remarks=(*report.remarks, Remark("learning-rate-schedule", schedule)))
        if kind == BATCH_SIZE and only_decay(second):
            text = "of two mini-batches, each has another share of the penalty than a batch of its own"
            return replace(report, remarks=(*report.remarks, Remark("penalty-per-batch", text)))
        return replace(second, verdict=DIFFERS, patterns=(), proven="", probes=(found,))
    return report


def with_sums(report: Report, runs: Sequence[Run], cases: Sequence[Case]) -> Mapping[str, Any] | None:
    """The explanation with gradients that add up within the loop, where the two together give the looped runs."""
    first = report.explanations[0]
    there_first = planted_of(first, cases)
    if there_first is None:
        return None
    known, found_on = there_first
    case, layers = runs[0].case, range(1, runs[0].case.n_layers + 1)
    evidence = [Evidence(run.case, run.canonical) for run in runs]
    if all(holds(known, found_on, e) for e in evidence):
        return None
    for label in dict.fromkeys(p.label for p, _ in options(case, 1) if p.id == SUMS):
        sums = [Planted(SUMS, i, label) for i in layers]
        there = [way for way in transferred(known, found_on, case) if reproduced(evidence[0], (*way, *sums))]
        if there and all(holds((*there[0], *sums), case, e) for e in evidence):
            planted = (*there[0], *sums)
            residual, n = residual_over(planted, case, evidence)
            words = in_words(causes_of(planted), case, runs[0].conventions)
            before = residual_over((), case, evidence)[0]
            return {**first, "defects": words, "equivalents": [], "case": case.id, "residual_over_bound": residual,
                    "residual_before": before, "n_arrays": first["n_arrays"] + n}  # fmt: skip
    return None


def in_one_call(
    report: Report, adapter: Adapter, cases: Sequence[Case], d: Declaration, told: Callable[..., Report]
) -> Report:
    """The report of a network whose velocities are made anew in each call, judged by calls that make two updates.

    It is taken where it is right that way, or is explained by other mistakes, and no more of them.
    """
    again = partial(run_looped, adapter, d=d, kind=EPOCHS)
    single = [run_adapter(adapter, case.with_(steps=1), declaration=d) for case in cases]
    # where one step is all that is asked for, a second one may overflow
    double = [run for case in cases if case.steps > 1 and (run := again(case)) is not None]
    second = told([*single, *double], again)
    if second.verdict == DIFFERS and (n_causes(second) > n_causes(report) or ids(second) == ids(report)):
        return report
    text = "velocities begin anew with each call: judged by calls that make two updates"
    return replace(second, remarks=(*second.remarks, Remark("velocity-per-call", text)))


def ids(report: Report) -> list[str]:
    """The mistakes that explain it."""
    return [str(d["id"]) for e in report.explanations[:1] for d in e["defects"]]


def n_causes(report: Report) -> float:
    """How many mistakes explain it; no number is large enough where none do."""
    return len(ids(report)) or float("inf")


def run_looped(adapter: Adapter, case: Case, d: Declaration, kind: str) -> Run | None:
    """Two updates on one batch in a single call, of which the parameters after the second are kept.

    With mini-batches, the data hold the batch twice, and nothing is shuffled. None where it fails, or does not take
    such a case.
    """
    fitting = fitted(case, d)
    if fitting is None:
        return None
    case = fitting.with_(steps=2)
    n = case.n_samples
    x, y = (case.x, case.y) if kind == EPOCHS else (np.concatenate([case.x] * 2), np.concatenate([case.y] * 2))
    session = Session(adapter, case, d.conventions, staged=False, locked=False)
    session.loop = {EPOCHS: 2 if kind == EPOCHS else 1, BATCH_SIZE: n}
    with guarded(0), unshuffled(adapter) if kind == BATCH_SIZE else nullcontext():
        try:
            session.build()
            session.step(2, x, y)
        except (CandidateError, UsageError):
            return None
    if is_run_each_step(adapter) and kind == BATCH_SIZE and not session.net.batches_:
        return None
    run = session.run()

    def kept(arrays: Any) -> dict[str, Any]:
        return {name: a for name, a in arrays.items() if parse_name(name).quantity in ("W'", "b'")}

    shown = kept(run.shown)
    return replace(run, shown=shown, canonical=kept(run.canonical), broken={}, mutated={}) if shown else None


def later_rate(runs: Sequence[Run]) -> str | None:
    """Where every second update is one number times what it should be: a schedule of learning rates, in words."""
    rates = []
    for run in runs:
        truth = values(run.case)
        mine, right = [], []
        for name, array in run.canonical.items():
            first = truth[name.partition("@")[0]]
            mine.append(np.ravel(array - first))
            right.append(np.ravel(truth[name] - first))
        a, b = np.concatenate(mine), np.concatenate(right)
        rate = rate_between(a, b)
        if rate is None:
            return None
        rates.append(rate)
    if not rates or rates[0] <= 0 or not np.allclose(rates, rates[0], rtol=EXACT):
        return None
    return f"the second update of a call is {rates[0]:.6g} times as large as declared: a schedule of learning rates?"


def refuse_one_update(adapter: Adapter, runs: Sequence[Run], kind: str) -> None:
    """UsageError where a call that is asked for two updates makes one: what it is asked with is not handed on."""
    if makes_one_update(runs):
        raise UsageError(
            f"{type(adapter).__name__}.step takes {kind}, but a call asked for two updates makes one: hand it on"
        )


def named_and_no_factor(report: Report) -> bool:
    """Whether it is explained, and not by a number that a division by all samples could give as well."""
    return bool(report.explanations) and not set(ids(report)) & FACTORS


def makes_one_update(runs: Sequence[Run]) -> bool:
    """Whether calls that are asked for two updates make one."""
    for run in runs:
        truth = values(run.case)
        for name, array in run.canonical.items():
            if not np.allclose(array, truth[name.partition("@")[0]], rtol=EXACT, atol=EXACT):
                return False
    return True


def only_decay(report: Report) -> bool:
    """Whether the strength of a penalty explains everything."""
    return bool(report.explanations) and all(d["id"] == "decay-factor" for d in report.explanations[0]["defects"])
