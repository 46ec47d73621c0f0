"""check: an adapter run on the standard cases, everything that was found in one Report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.adapter import Adapter
from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.decay_apart import gradients_aside, with_penalty
from crosscheck.declaration import UNKNOWN, Declaration, declare, instance
from crosscheck.defects import plan_with
from crosscheck.errors import UsageError
from crosscheck.explain import decisive, planted_of, probed, second_opinion
from crosscheck.extreme import extremes_aside
from crosscheck.factor import with_loss
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Remark
from crosscheck.fitting import check_conventions, check_order, contradicts_shapes
from crosscheck.further import fitted
from crosscheck.judge_run import Judged, judge_run
from crosscheck.late_division import divided, in_scale, overflows, scale_of
from crosscheck.loops import looped
from crosscheck.loss_floor import floored
from crosscheck.loss_found import best_loss
from crosscheck.loss_value import losses_named
from crosscheck.one_unit import more_units
from crosscheck.own_target import BY_TARGETS, learns_its_input, with_own_targets
from crosscheck.probes.result import FOUND, ProbeResult
from crosscheck.record import parse_name
from crosscheck.refused import refuse_adapter
from crosscheck.report.report import Report
from crosscheck.report_on import report_on
from crosscheck.round_trip import check_round_trip
from crosscheck.run_adapter import Run, run_adapter, runs_of
from crosscheck.script_adapter import is_run_each_step
from crosscheck.script_raises import refuse_raising
from crosscheck.shuffled import ALONE, APART, APART_TEXT, BESIDE, IN_ORDER, IN_ORDER_TEXT, unshuffled
from crosscheck.square import on_equal_widths
from crosscheck.standard_cases import standard_cases
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from collections.abc import Callable


def check(
    adapter: Adapter | type[Adapter],
    *,
    cases: Iterable[Case] | None = None,
    dtype: str | None = None,
    seed: int = 0,
    steps: int | None = None,
    only: str | Sequence[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Run somebody's network on a set of cases, and say whether it is right.

    Args:
        adapter: how it is plugged in: an Adapter, or its class.
        cases: in place of the standard ones.
        dtype: "float64" (default) or "float32", of the standard cases.
        seed: of the standard cases.
        steps: the number of updates in each of the standard cases.
        only: quantities to be judged, such as "dW", "dW2" or "W1'"; everything by default.
        progress: called with the number of cases done and of all.

    Raises:
        UsageError: the adapter or an argument is at fault; what the network does wrong is in the Report.
    """
    mine = instance(adapter)
    d = declare(mine)
    wanted = check_only(only)
    todo = standard_cases(d, dtype=dtype, seed=seed, steps=steps) if cases is None else list(cases)
    if not todo:
        raise UsageError("no cases to run: expected at least one")
    trial = next((c for c in todo if not d.one_at_a_time or c.n_samples == 1), None)
    remarks = [*other_network(mine, todo, d), *(check_round_trip(mine, trial, d) if trial else [])]
    own = cases is None and trial is not None and learns_its_input(mine, trial, d)
    if own:
        todo = with_own_targets(todo)
        text = "a step is the same whatever y is: judged as an autoencoder, with its input as the target"
        remarks = [*remarks, Remark("target-is-input", text)]
    runs, still = run_all(mine, todo, d, cases is None and steps is None, progress)
    if d.loss == UNKNOWN and cases is None:
        runs = of_best_loss(runs, d)
    remarks += [Remark("update-not-shown", "only gradients are shown: the update is not judged")] * still
    judged = judged_alike(runs)
    if contradicts_shapes(judged[0]):
        check_conventions(mine, runs[0].case, d)

    def more(case: Case) -> Run | None:
        case = case.with_(steps=1) if still else case
        return one_more(mine, case.with_(y=case.x) if own else case, d)

    def said_of(judged: list[Judged], further: Callable[[Case], Run | None]) -> Report:
        judged = losses_named([floored(j) for j in with_penalty(extremes_aside(judged))])
        report = report_on(judged, d, wanted, remarks, further)
        report = penalty_aside(report, judged, lambda apart: report_on(apart, d, wanted, remarks, further))
        return of_script(report) if is_run_each_step(mine) else report

    def told(of: Sequence[Run], further: Callable[[Case], Run | None] = more) -> Report:
        return said_of(judged_alike(of), further)

    report = said_of(judged, more)
    if wanted:
        return report
    if report.verdict == DIFFERS and not report.explanations and mine.parameters is not None and trial is not None:
        check_order(mine, trial, d)
    report = looked_at_again(report, mine, runs, d, cases is None, told)
    return with_probes(report, mine, runs, BY_TARGETS if own else set())


def looked_at_again(
    report: Report, adapter: Adapter, runs: Sequence[Run], d: Declaration, standard: bool, told: Callable[..., Report]
) -> Report:
    """The report, with what further runs make of it: more units, equal widths, nothing shuffled, two updates a call."""
    again = several_samples(runs, d)

    def run_on(case: Case) -> list[Run]:
        return runs_of(adapter, case, d)

    report = more_units(report, again if standard else [], d, run_on, told)
    report = on_equal_widths(report, d, run_on, told)
    refuse_raising(adapter, runs, d, run_on)
    report = in_order(report, adapter, again, run_on, told)
    return looped(report, adapter, again, d, told)


def of_best_loss(runs: list[Run], d: Declaration) -> list[Run]:
    """The runs of a network without a loss, under the one to which its gradients belong."""
    loss = best_loss(runs, d)
    return [with_loss(run, loss) or run for run in runs]


def several_samples(runs: Sequence[Run], d: Declaration) -> list[Case]:
    """The cases that were run, of a network that takes more than one sample at a time."""
    return [] if d.one_at_a_time else list(dict.fromkeys(run.case for run in runs))


def judged_alike(runs: Sequence[Run]) -> list[Judged]:
    """The findings of all runs; where deltas are shown without a constant, of those that overflow too."""
    judged = [judge_run(run) for run in runs]
    label = scale_of(j.run for j in judged)
    return [judge_run(divided(j.run, label)) if label and overflows(j.run) else j for j in judged]


def run_all(
    adapter: Adapter, cases: Sequence[Case], d: Declaration, ask: bool, progress: Callable[[int, int], None] | None
) -> tuple[list[Run], bool]:
    """Every run of every case; and whether the candidate is one that never updates, of which a single step is run."""
    runs: list[Run] = []
    still = False
    for i, case in enumerate(cases):
        news = runs_of(adapter, case.with_(steps=1) if still else case, d)
        refuse_adapter(adapter, news, d, first=i == 0)
        runs += news
        still = shows_gradients_alone(runs) if i == 0 and ask else still
        if progress is not None:
            progress(i + 1, len(cases))
    return runs, still


def in_order(
    report: Report,
    adapter: Adapter,
    cases: Sequence[Case],
    run: Callable[[Case], list[Run]],
    told: Callable[[Sequence[Run]], Report],
) -> Report:
    """Where nothing explains what differs, and something is shuffled: the same with nothing shuffled, if it is better.

    What differs then only by the order of samples is found; another mistake beside it is explained.
    """
    if report.verdict != DIFFERS or report.explanations or not cases:
        return report
    with unshuffled(adapter) as noted:
        first = run(cases[0])
        if not noted.place:
            return report
        second = told([*first, *(r for case in cases[1:] for r in run(case))])
    if second.verdict == DIFFERS and not second.explanations:
        return report
    if second.explanations and named_depends_on_order(second, cases):
        return replace(second, remarks=(*second.remarks, Remark(IN_ORDER, IN_ORDER_TEXT)))
    found = ProbeResult(APART, FOUND, APART_TEXT + (BESIDE if second.explanations else ALONE), noted.place)
    report = second if second.explanations else report
    return replace(report, verdict=DIFFERS, patterns=(), proven="", probes=(found.as_dict(),))


def named_depends_on_order(report: Report, cases: Sequence[Case]) -> bool:
    """Whether the mistakes that explain it give other updates for the same samples in another order."""
    known = planted_of(report.explanations[0], cases)
    if known is None or known[1].n_samples == 1:
        return False
    planted, case = known[0], known[1].with_(steps=1)
    turned = case.with_(x=case.x[::-1].copy(), y=case.y[::-1].copy(), inputs="data", seed=None)
    mine, other = (values(c, plan_with(c, planted)) for c in (case, turned))
    return any(not np.allclose(mine[n], other[n], rtol=1e-9, atol=1e-12) for n in mine if n.endswith("'"))


def of_script(report: Report) -> Report:
    """The report of a script, which shows what is named in `shows`."""
    return replace(report, networks={name: replace(n, script=True) for name, n in report.networks.items()})


def penalty_aside(report: Report, judged: list[Judged], again: Callable[[list[Judged]], Report]) -> Report:
    """The report without gradients that lack the penalty's term alone, where a cause is found only that way."""
    apart = gradients_aside(judged) if report.verdict == DIFFERS and not report.explanations else None
    second = None if apart is None else again(apart)
    return report if second is None or not second.explanations else second


def other_network(adapter: Adapter, cases: Sequence[Case], d: Declaration) -> list[Remark]:
    """A case of other activations than the adapter declares: right only for code that builds what the case says."""
    for case in cases:
        if case.n_layers not in d.depths or case.activations == d.activations_for(case.n_layers):
            continue
        text = f"{case.id} is of {case.activations}, {type(adapter).__name__} declares "
        return [Remark("other-activations", text + f"{d.activations_for(case.n_layers)}: build must follow the case")]
    return []


def shows_gradients_alone(runs: Sequence[Run]) -> bool:
    """Whether gradients are shown and no parameters: what a second step starts from is then not known.

    Functions that return gradients and leave the update to their caller are networks as well. With momentum declared,
    later gradients are all that can be judged of it.
    """
    shown = {parse_name(name).quantity for run in runs for name in run.shown}
    return bool(shown & {"dW", "db"}) and not shown & {"W'", "b'"} and not runs[0].case.momentum


def with_probes(report: Report, adapter: Adapter, runs: Sequence[Run], without: set[str]) -> Report:
    """The report with what the probes found, and what other judges say of the reference."""
    sound = [r for r in runs if r.failure is None and not r.broken and not r.staged]
    if not sound:
        return report
    results = tuple(p for p in probed(adapter, sound) if p.id not in without)
    named = {defect["id"] for e in report.explanations for defect in e["defects"]}
    if report.verdict == FACTOR:
        named.add("gradient-not-applied")  # the factor is then that between what is shown and what is applied
    if report.proven == "optimizer":  # it keeps more from step to step than is declared, as it should
        results = tuple(p for p in results if p.id not in ("results-depend-on-earlier-calls", "gradient-not-applied"))
    if report.explanations:  # what is shown and what is applied are both reproduced: the difference has its name
        results = tuple(p for p in results if p.id != "gradient-not-applied")
    news = [p for p in decisive(results) if p.id not in named]
    in_order = any(r.kind == IN_ORDER for r in report.remarks)
    if in_order or any(p["id"] == APART for p in report.probes):  # other numbers with another seed are its outside
        results = tuple(p for p in results if p.id not in ("nondeterministic", "results-depend-on-earlier-calls"))
    return replace(
        report,
        verdict=DIFFERS if news and report.verdict in (AGREES, FACTOR, NOT_JUDGED) else report.verdict,
        remarks=(*report.remarks, *second_opinion(sound[0].case)),
        probes=(*report.probes, *(p.as_dict() for p in results)),
    )


def one_more(adapter: Adapter, case: Case, d: Declaration) -> Run | None:
    """A further run, where the network takes such a case."""
    fitting = fitted(case, d)
    return None if fitting is None else in_scale(run_adapter(adapter, fitting, declaration=d))


def check_only(only: str | Sequence[str] | None) -> tuple[str, ...]:
    """Quantities, with a layer or without; UsageError for what is none."""
    if only is None:
        return ()
    wanted = tuple(only.replace(",", " ").split()) if isinstance(only, str) else tuple(only)
    for text in wanted:
        plain = text.removesuffix("'")
        if plain not in ("W", "b", "dW", "db", "Z", "A", "dZ", "dA"):
            parse_name(text + "'" if text[:1] in "Wb" and not text.endswith("'") else text)
    return wanted
