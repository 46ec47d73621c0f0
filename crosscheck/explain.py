"""What stands behind the findings of a check: the mistakes that reproduce them, patterns, probes, the other judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscheck.catalogue import statement
from crosscheck.causes import GUARD, Cause
from crosscheck.defects import Planted
from crosscheck.diagnose import diagnose, explained_by
from crosscheck.finding import DIFFERS, Remark
from crosscheck.oracles.own_loss import judge_own_loss, said_of
from crosscheck.oriented import formulas_of
from crosscheck.patterns import patterns
from crosscheck.probes import FOUND, ProbeResult, run_probes
from crosscheck.record import given_before
from crosscheck.regular import regular, seen
from crosscheck.regular.derivative import written_derivative
from crosscheck.report.report import NOTHING_REGULAR
from crosscheck.run_adapter import Run
from crosscheck.search import EFFORT, Evidence
from crosscheck.verdict import FACTOR

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.conventions import Conventions

# What a probe finds is no matter of one number: the verdict is `differs` although every array of the cases agrees.
# Precision is not among them (float64 bounds say so by themselves), nor what changes no result beyond its bound.
DECISIVE = (
    "parameters-shared-with-reference", "parameters-shared", "inputs-mutated", "nondeterministic", "stale-cache",
    "results-depend-on-earlier-calls", "gradients-accumulate", "parameters-clipped", "gradient-clipped",
    "gradient-not-applied",
)  # fmt: skip

# What a probe says is left out where one of these has spoken, of which it is only the outside.
SPECIFIC = {
    "results-depend-on-earlier-calls": {"gradients-accumulate", "stale-cache", "nondeterministic"},
    "gradient-clipped": {"parameters-clipped"},
    "gradient-not-applied": {"parameters-clipped", "nondeterministic", "results-depend-on-earlier-calls"},
}

SPECIAL = {
    "zeros": "where pre-activations are exactly zero",
    "saturated": "where pre-activations are extreme, around ±10",
    "large": "where data and weights are large",
    "scaled": "where x is far from one (1024 times as large as elsewhere): is it clipped, normalised or rounded?",
    "pixels": "where a third of x and most targets are exactly 0, a hidden layer has one unit, and lr is 0.3",
}


def explanations(
    runs: Sequence[Run], verdict: str, run_more: Callable[[Case], Run | None]
) -> tuple[dict[str, Any], ...]:
    """The mistakes that reproduce what was shown, as in the JSON; none where nothing is wrong or nothing does."""
    if verdict not in (DIFFERS, FACTOR) or not runs:
        return ()

    def more(case: Case) -> Evidence | None:
        run = run_more(case)
        return None if run is None or run.failure is not None else Evidence(run.case, run.canonical)

    # a factor has its name already; whether a mistake of the catalogue makes it is soon found, or not at all
    effort = EFFORT // 4 if verdict == FACTOR else EFFORT
    evidence = [Evidence(run.case, run.canonical) for run in runs if not run.staged]
    found = diagnose(evidence, more, effort)
    if not found and verdict == DIFFERS:
        ordinary = [run for run in runs if run.case.inputs in ("random", "data") and not run.staged]
        way = written_derivative([seen(run) for run in ordinary])
        found = () if way is None else explained_by(*way, evidence)
    return tuple(
        {
            "defects": in_words(mistakes_first(e.causes), e.case, runs[0].conventions),
            "equivalents": [in_words(other, e.case, runs[0].conventions) for other in e.equivalents],
            "residual_over_bound": e.residual_over_bound,
            "residual_before": e.residual_before,
            "case": e.case.id,
            "n_arrays": e.n_arrays,
        }
        for e in found
    )


def planted_of(explanation: Mapping[str, Any], cases: Iterable[Case]) -> tuple[list[Planted], Case] | None:
    """The mistakes of an explanation, and which of the cases it was found on; None where it is none of them.

    What shows in the first step is looked for there: the case of one step has an id of its own.
    """
    case = next((c for c in cases if explanation["case"] in (c.id, c.with_(steps=1).id)), None)
    if case is None:
        return None
    return [Planted(d["id"], i, d["variant"]) for d in explanation["defects"] for i in d["layers"]], case


def mistakes_first(found: Iterable[Cause]) -> list[Cause]:
    """A guard in the logarithm is no mistake: it is named behind those that are."""
    return sorted(found, key=lambda cause: cause.id == GUARD)


def in_words(found: Iterable[Cause], case: Case, conventions: Conventions) -> list[dict[str, Any]]:
    """Ids, layers and form, a sentence, and the formulas as they are in the candidate's own orientation."""
    return [
        {
            "id": c.id,
            "layers": list(c.layers),
            "variant": c.label,
            "statement": sentence(c, case),
            **formulas_of(c.id, conventions, case, c.label).as_dict(),
        }
        for c in found
    ]


def sentence(cause: Cause, case: Case) -> str:
    """What is wrong, in one sentence; the activation is named where its layers have one."""
    specs = {case.activations[i - 1] for i in cause.layers}
    return statement(cause.id, cause.layers, specs.pop() if len(specs) == 1 else "", cause.label)


def regularities(
    runs: Sequence[Run], run_more: Callable[[Case], Run | None] | None = None
) -> tuple[tuple[str, ...], str]:
    """Where nothing explains the numbers: what is regular about them; and the kind of what all cases prove, or "".

    First whether the gradients are those of the candidate's own loss, where that is another; then what all cases
    together prove; else the first array that differs, and what is regular about it.
    """
    ordinary = [r for r in runs if r.case.inputs in ("random", "data") and not r.staged]
    special = [r for r in runs if r not in ordinary and not r.staged]
    own = own_loss_of(ordinary, run_more) if run_more is not None else ()
    kind, words = regular(ordinary)
    return ((*own, words), kind) if kind else ((*own, *of_one_array(ordinary, special)), "")


def own_loss_of(ordinary: Sequence[Run], run_more: Callable[[Case], Run | None]) -> tuple[str, ...]:
    """What central differences of the candidate's own loss say of its gradients, on the first case that tells."""
    for run in ordinary[:1]:
        found = judge_own_loss(run, run_more)
        if found is not None:
            return tuple(filter(None, (said_of(found),)))
    return ()


def of_one_array(ordinary: Sequence[Run], special: Sequence[Run]) -> tuple[str, ...]:
    """The first array that differs, and what is regular about it in each ordinary case in which that could be seen."""
    everywhere = [Evidence(run.case, run.canonical) for run in ordinary]
    for run in (*ordinary, *special):
        name, sentences = patterns(Evidence(run.case, run.canonical), everywhere if run in ordinary else ())
        if name:
            # what is said of a parameter after an update is said of the update
            given = given_before(name)
            what = name if given is None else f"the update {given} - {name}"
            found = tuple(f"{what}: {s}" for s in sentences)
            if run in special:
                return (f"only {SPECIAL[run.case.inputs]}", *found)
            return found or (f"{name} {NOTHING_REGULAR}",)
    return ()


def probed(adapter: Adapter, runs: Sequence[Run]) -> tuple[ProbeResult, ...]:
    """Every probe, on the first case that ran; the wider one is left out where a specific one has spoken."""
    first = next((r.case for r in runs if r.case.inputs in ("random", "data")), None)
    results = run_probes(adapter, first) if first is not None else ()
    found = {p.id for p in results if p.status == FOUND}
    wider = {general for general, specific in SPECIFIC.items() if found & specific}
    return tuple(p for p in results if p.id not in wider)


def decisive(results: Sequence[ProbeResult]) -> list[ProbeResult]:
    """What was found that makes the verdict `differs` by itself."""
    return [p for p in results if p.status == FOUND and p.id in DECISIVE]


def second_opinion(case: Case) -> list[Remark]:
    """PyTorch is not believed on trust: a remark where another judge of its gradients disagrees with it."""
    from crosscheck.compare import run_reference
    from crosscheck.oracles import judge_reference

    found = [f for f in judge_reference(case, run_reference(case), ladder=False) if f.status == DIFFERS]
    return [Remark("judges", f"the judges of the reference disagree: {f.text}") for f in found[:1]]
