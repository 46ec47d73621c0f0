"""check: an adapter run on the standard cases, everything that was found in one Report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscheck.adapter import Adapter
from crosscheck.blame import CARRIES
from crosscheck.case import Case
from crosscheck.decay_apart import gradients_aside, with_penalty
from crosscheck.declaration import UNKNOWN, Declaration, declare, instance
from crosscheck.environment import environment
from crosscheck.errors import UsageError
from crosscheck.explain import decisive, explanations, probed, regularities, second_opinion
from crosscheck.extreme import counts, extremes_aside
from crosscheck.factor import (
    Factor,
    exact_for,
    explains,
    factors_per_quantity,
    find_factor,
    with_loss,
)
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.fitting import check_conventions, contradicts_shapes
from crosscheck.further import fitted
from crosscheck.guard import is_beyond, only_a_guard, unguarded
from crosscheck.judge_run import RUN, Judged, judge_run
from crosscheck.kept import keep
from crosscheck.late_division import divided, in_scale, overflows, scale_of
from crosscheck.loops import looped
from crosscheck.loss_floor import floored
from crosscheck.loss_found import best_loss, loss_notes
from crosscheck.loss_value import losses_named, of_wrong_network
from crosscheck.one_unit import more_units
from crosscheck.own_target import BY_TARGETS, learns_its_input, with_own_targets
from crosscheck.probes.result import FOUND, ProbeResult
from crosscheck.record import parse_name
from crosscheck.report.network import network_of
from crosscheck.report.place import shown_case
from crosscheck.report.report import Report
from crosscheck.round_trip import check_round_trip
from crosscheck.run_adapter import Run, run_adapter, runs_of
from crosscheck.script_adapter import is_run_each_step
from crosscheck.script_raises import refuse_raising
from crosscheck.shuffled import ALONE, APART, APART_TEXT, BESIDE, unshuffled
from crosscheck.square import on_equal_widths
from crosscheck.standard_cases import standard_cases
from crosscheck.verdict import FACTOR, unjudged_parameters

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
    found = ProbeResult(APART, FOUND, APART_TEXT + (BESIDE if second.explanations else ALONE), noted.place)
    report = second if second.explanations else report
    return replace(report, verdict=DIFFERS, patterns=(), proven="", probes=(found.as_dict(),))


def of_script(report: Report) -> Report:
    """The report of a script, which shows what is named in `shows`."""
    return replace(report, networks={name: replace(n, script=True) for name, n in report.networks.items()})


def penalty_aside(report: Report, judged: list[Judged], again: Callable[[list[Judged]], Report]) -> Report:
    """The report without gradients that lack the penalty's term alone, where a cause is found only that way."""
    apart = gradients_aside(judged) if report.verdict == DIFFERS and not report.explanations else None
    second = None if apart is None else again(apart)
    return report if second is None or not second.explanations else second


def refuse_adapter(adapter: Adapter, runs: Sequence[Run], d: Declaration, first: bool) -> None:
    """UsageError where an adapter breaks off at a line of its own; with the conventions that fit, where some do.

    A `step` that has come back once is right as far as names go: what it raises later is a matter of the numbers.
    """
    if first and not any(run.shown or run.broken or run.failure for run in runs):
        who = type(adapter).__name__
        raise UsageError(f"{who}: neither read nor step shows anything: expected at least W and b, after the update")
    if first and not any(run.shown for run in runs):
        refuse_dtypes(adapter, runs)
    refuse_our_own(adapter, runs)
    for run in runs:
        f = run.failure
        if f is None or not f.adapters or (f.call not in CARRIES and not first):
            continue
        if f.call != "build":
            check_conventions(adapter, run.case, d)
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}: that is the adapter's own doing, so nothing was judged (in "
            f"{run.case.id})"
        )


def refuse_our_own(adapter: Adapter, runs: Sequence[Run]) -> None:
    """UsageError where running a script breaks off in no line of the script: that is not the network's doing."""
    f = next((run.failure for run in runs if run.failure is not None), None)
    if f is not None and is_run_each_step(adapter) and not f.place and isinstance(f.error, Exception):
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}, in no line of {getattr(adapter, 'file', 'the script')}: what the "
            "adapter gives to it was not understood, so nothing was judged. Stop the script in front of its training "
            "with until, and train in a step"
        )


def refuse_dtypes(adapter: Adapter, runs: Sequence[Run]) -> None:
    """UsageError where a network of torch.float32 breaks off at float64 data; in float32 it is a finding if it does."""
    f = next((run.failure for run in runs if run.failure is not None), None)
    if f is not None and runs[0].case.dtype == "float64" and isinstance(f.error, RuntimeError) and mixes_dtypes(f.what):
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}: data and parameters are of float64 here, and something of the "
            "network's is not. Check with --dtype float32 (dtype='float32' in crosscheck.check), or make everything of "
            "float64 in build and step: net.double(), or torch.set_default_dtype(torch.float64)"
        )


def mixes_dtypes(what: str) -> bool:
    """Whether it is what torch says of tensors of float32 and float64 in one operation."""
    return all(word in what.lower() for word in ("type", "double", "float"))


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
    if any(p["id"] == APART for p in report.probes):  # other numbers with another seed are its outside
        results = tuple(p for p in results if p.id not in ("nondeterministic", "results-depend-on-earlier-calls"))
    return replace(
        report,
        verdict=DIFFERS if news and report.verdict in (AGREES, FACTOR, NOT_JUDGED) else report.verdict,
        remarks=(*report.remarks, *second_opinion(sound[0].case)),
        probes=(*report.probes, *(p.as_dict() for p in results)),
    )


def report_on(
    judged: Sequence[Judged],
    d: Declaration,
    only: tuple[str, ...],
    remarks: Sequence[Remark],
    run_more: Callable[[Case], Run | None],
) -> Report:
    """One Report of all runs; `run_more` runs the candidate on a further case."""
    runs = [j.run for j in judged if j.run.failure is None and not j.run.broken]
    findings = tuple(f for j in judged for f in j.findings if not only or f.stage == RUN or is_wanted(f.name, only))
    verdict = plain_verdict(findings, judged, only)
    found = find_factor(runs) if verdict == DIFFERS and runs else None
    if found is not None and all(accounted_for(f, judged, found[0]) for f in findings if counts(f)):
        verdict = FACTOR
    factor, factors = (found[0], found[1]) if found is not None and verdict == FACTOR else (None, {})
    if verdict == DIFFERS:
        factors = factors_per_quantity(runs)
    exact = exact_for(runs) if len(runs) == len(judged) else ()
    # where most runs fail, that is what is wrong: of the few that do not, only a mistake with a name counts
    telling = runs if 2 * len(runs) >= len(judged) else []
    explained = () if misshapen(judged) else explanations(runs, verdict, run_more)
    guard = only_a_guard(explained, findings)
    if guard:
        verdict, explained, findings = AGREES, (), unguarded(findings, guard)
    patterns, proven = regularities(telling, run_more) if verdict == DIFFERS and not explained else ((), "")
    report = Report(
        verdict=verdict,
        findings=findings,
        remarks=merged(
            [
                *remarks,
                *(r if verdict == AGREES else of_wrong_network(r) for j in judged for r in j.remarks),
                *loss_notes(runs, d, exact),
                *([Remark("guard", guard)] if guard else []),
            ]
        ),
        not_exposed=never_shown(judged, only),
        cases=tuple(dict.fromkeys(j.run.case.id for j in judged)),
        environment=environment(),
        factor=None if factor is None else as_dict(factor),
        factors={name: as_dict(f) for name, f in factors.items()},
        exact_for=exact,
        explanations=explained,
        patterns=patterns,
        proven=proven,
        networks={j.run.case.id: network_of(j.run.case) for j in judged},
    )
    return replace(report, kept=keep(judged, shown_case(report)))


def misshapen(judged: Sequence[Judged]) -> bool:
    """Whether a parameter has another shape than its layer, or a gradient where no parameter is shown beside it.

    That is then what is wrong, and nothing else is looked for: a search among formulas could only miss it.
    """
    for j in judged:
        off = {f.name for f in j.findings if f.why.startswith("has shape")}
        parameters = {n for n in off if parse_name(n).quantity in ("W'", "b'")}
        gradients = {n for n in off if parse_name(n).quantity in ("dW", "db")}
        if parameters or any(n[1:] + "'" not in j.run.shown for n in gradients if "@" not in n):
            return True
    return False


def plain_verdict(findings: Sequence[Finding], judged: Sequence[Judged], only: tuple[str, ...]) -> str:
    """`differs`, `agrees` or `not judged`, before a factor is thought of."""
    # of selected quantities, those that are right in themselves are right
    if any(counts(f) and not (only and f.follows) for f in findings):
        return DIFFERS
    if only:
        return AGREES if any(f.status == AGREES for f in findings) else NOT_JUDGED
    by_depth: dict[int, list[Judged]] = {}
    for j in judged:
        by_depth.setdefault(j.run.case.n_layers, []).append(j)
    # every parameter in some case: of each depth, since a layer of one is not that of another
    missing = [
        p for group in by_depth.values()
        for p in unjudged_parameters([f for j in group for f in j.findings if f.stage != RUN], group[0].run.case)
    ]  # fmt: skip
    return NOT_JUDGED if missing else AGREES


def accounted_for(f: Finding, judged: Sequence[Judged], factor: Factor) -> bool:
    """Whether a difference is the factor's, or only follows from it."""
    if is_beyond(f):
        return False
    if f.follows:
        return True
    quantity = parse_name(f.name).quantity
    if quantity in ("dW", "db", "W'", "b'"):  # verified in `find_factor`, in every run
        return True
    return any(explains(j.run, f.name, factor.of(j.run.case)) for j in judged if j.run.case.id == f.case)


def one_more(adapter: Adapter, case: Case, d: Declaration) -> Run | None:
    """A further run, where the network takes such a case."""
    fitting = fitted(case, d)
    return None if fitting is None else in_scale(run_adapter(adapter, fitting, declaration=d))


def merged(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """One remark of each kind: the first, and in how many more runs."""
    by_kind: dict[str, list[str]] = {}
    for r in remarks:
        by_kind.setdefault(r.kind, []).append(r.text)
    return tuple(
        Remark(kind, texts[0] + (f" (and in {len(texts) - 1} more)" if len(texts) > 1 else ""))
        for kind, texts in by_kind.items()
    )


def never_shown(judged: Sequence[Judged], only: tuple[str, ...]) -> tuple[str, ...]:
    """Quantities of the first step that no run showed."""
    shown = {f.name for j in judged for f in j.findings}
    names = dict.fromkeys(n for j in judged for n in j.not_exposed if "@" not in n and n not in shown)
    return tuple(n for n in names if not only or is_wanted(n, only))


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


def is_wanted(name: str, only: tuple[str, ...]) -> bool:
    """Whether a name is among the quantities asked for; "W1" and "W" mean the parameter after the update."""
    n = parse_name(name)
    full = name.partition("@")[0]
    return any(o in (n.quantity, n.quantity.rstrip("'"), full, full.rstrip("'")) for o in only)


def as_dict(f: Factor) -> dict[str, Any]:
    """As in the JSON."""
    return {"value": f.value, "name": f.name}
