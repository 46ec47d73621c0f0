"""From what a candidate shows to the mistake that gives its numbers.

On one case the search finds the mistakes that reproduce what is shown; each is then held against every other case that
was run. What stands on all of them is the explanation: the simplest and most specific first, the others beside it as
its equals. Where several stand, a case under which they part is designed and run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array, rounding
from crosscheck.bounds import global_balls, values
from crosscheck.defects import Planted, by_id, options, order_of, plan_with, variant_of
from crosscheck.errors import UsageError
from crosscheck.search import COARSE, GENERIC, Evidence, Solution, peak, search, shown_arrays
from crosscheck.vocabulary import KINKED, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case

AT_ZERO = "relu-gradient-at-zero"
TELLING = 0.02  # of the array's peak: a bound of a low precision above this explains anything
RESTING = 3  # how many cases are searched before it is called unknown


@dataclass(frozen=True)
class Cause:
    """One mistake, at the layers where it is made."""

    id: str
    layers: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True)
class Explanation:
    """Mistakes that together reproduce everything that was shown, on every case.

    Attributes:
        causes: in the catalogue's order; layers as in `case`.
        equivalents: other sets of mistakes that no run has told apart from these.
        case: the id of the case that it was found on.
        residual_before: the worst error ÷ bound of what is shown there, against the reference.
        residual_over_bound: the same against the table of steps with the mistakes planted, over all cases.
        n_arrays: how many arrays were reproduced, over all cases.
    """

    causes: tuple[Cause, ...]
    equivalents: tuple[tuple[Cause, ...], ...]
    case: Case
    residual_before: float
    residual_over_bound: float
    n_arrays: int

    @property
    def ids(self) -> frozenset[str]:
        """The mistakes' ids."""
        return frozenset(c.id for c in self.causes)


def diagnose(
    evidence: Sequence[Evidence],
    run_more: Callable[[Case], Evidence | None] | None = None,
    seconds: float = 1.5,
) -> tuple[Explanation, ...]:
    """Name the mistakes that give what a candidate shows.

    Args:
        evidence: what it showed, on one or more cases; those on which it raised are left out.
        run_more: runs the candidate on a further case, to tell explanations apart.
        seconds: for the search.

    Returns:
        One Explanation with its equivalents, or none: nothing is wrong, or nothing in the catalogue reproduces it.
    """
    known = [e for e in evidence if shown_arrays(e)]
    wrong = sorted((e for e in known if not reproduced(e, ())), key=preference)
    deadline = time.monotonic() + seconds
    standing: list[Solution] = []
    found_on: Evidence | None = None
    e = next(iter(wrong), None)
    for _ in range(RESTING):
        if e is None:
            break
        solutions = search(e, seconds=max(0.3, deadline - time.monotonic()))
        standing = [s for s in solutions if s.planted and all(holds(s.planted, e.case, other) for other in known)]
        if standing:
            found_on = e
            break
        e = where_it_fails(solutions, e, wrong)
    if found_on is None:
        return low_precision(known) if wrong_by_bound(known) else ()
    if run_more is not None:
        standing, extra = told_apart(standing, found_on.case, run_more)
        known = [*known, *extra]
    standing = with_neighbours(standing, found_on, known)
    ranked = sorted(standing, key=rank)
    best = ranked[0]
    residual, n_arrays = residual_over(best.planted, found_on.case, known)
    return (
        Explanation(
            causes=causes_of(best.planted),
            equivalents=tuple(dict.fromkeys(causes_of(s.planted) for s in ranked[1:])),
            case=found_on.case,
            residual_before=residual_over((), found_on.case, [found_on])[0],
            residual_over_bound=residual,
            n_arrays=n_arrays,
        ),
    )


def with_neighbours(standing: Sequence[Solution], e: Evidence, known: Sequence[Evidence]) -> list[Solution]:
    """What stands, and what differs from the first of it in one mistake and stands as well.

    The search stops soon after its first explanation; an equal of it that is more specific must not be lost by that.
    """
    first = min(standing, key=rank)
    causes = causes_of(first.planted)
    found = {s.planted: s for s in standing}
    for cause in causes:
        rest = [p for c in causes if c is not cause for p in (Planted(c.id, i, c.label) for i in c.layers)]
        offered = [{(p.id, p.label) for p, _ in options(e.case, i)} for i in cause.layers]
        for name, label in sorted(set.intersection(*offered)):
            swapped = tuple(sorted([*rest, *(Planted(name, i, label) for i in cause.layers)]))
            if swapped in found or len(set(swapped)) < len(first.planted):
                continue
            if reproduced(e, swapped) and all(holds(swapped, e.case, other) for other in known):
                change = GENERIC * (by_id()[name].generic - by_id()[cause.id].generic)
                found[swapped] = Solution(swapped, first.cost + change)
    return list(found.values())


def where_it_fails(solutions: Sequence[Solution], e: Evidence, wrong: Sequence[Evidence]) -> Evidence | None:
    """The case to search next: the first on which the best explanation so far fails, where more must be going on."""
    if not solutions:
        return next((w for w in wrong[wrong.index(e) + 1 :] if w.case.steps == 1), None)
    failing = [w for w in wrong if w is not e and not holds(solutions[0].planted, e.case, w)]
    same_depth = [w for w in failing if w.case.n_layers == e.case.n_layers]
    return next(iter(same_depth or failing), None)


def preference(e: Evidence) -> tuple[bool, int, int, bool]:
    """Plain cases first, of one step, and deep, since there the most mistakes show; squares of widths last."""
    c = e.case
    return (c.inputs not in ("random", "data"), c.steps, -c.n_layers, len(set(c.sizes)) < len(c.sizes))


def rank(s: Solution) -> tuple[float, int, int, list[int], tuple[Planted, ...]]:
    """The specific before the generic, the simple before the manifold."""
    generic = sum(by_id()[p.id].generic for p in s.planted)
    return (round(s.cost, 3), generic, len(s.planted), [order_of(p.id) for p in s.planted], s.planted)


def causes_of(planted: Sequence[Planted]) -> tuple[Cause, ...]:
    """Planted mistakes, the same one at several layers taken together."""
    ordered = sorted(planted, key=lambda p: (order_of(p.id), p.label, p.layer))
    groups = groupby(ordered, key=lambda p: (p.id, p.label))
    return tuple(Cause(name, tuple(p.layer for p in group), label) for (name, label), group in groups)


def holds(planted: Sequence[Planted], found_on: Case, e: Evidence) -> bool:
    """Whether mistakes found on one case give what is shown on another."""
    return any(reproduced(e, there) for there in transferred(planted, found_on, e.case))


def transferred(planted: Sequence[Planted], found_on: Case, case: Case) -> Iterable[tuple[Planted, ...]]:
    """The same mistakes in another case: at the same layers, or, where the depth is another, in the same places."""
    ways: list[list[tuple[Planted, ...]]] = []
    for cause in causes_of(planted):
        sets = [cause.layers] if found_on.n_layers == case.n_layers else places(cause, found_on, case)
        ways.append(
            [tuple(p for i in layers if variant_of(case, p := Planted(cause.id, i, cause.label))) for layers in sets]
        )
    for way in product(*ways):
        chosen = tuple(p for part in way for p in part)
        yield chosen
        if case.inputs == "zeros":
            yield (*chosen, *at_zero(case, chosen))


def at_zero(case: Case, beside: Sequence[Planted]) -> tuple[Planted, ...]:
    """The other convention for the derivative at a kink, at every layer that has one."""
    kinked = [i for i, s in enumerate(case.activations, 1) if name_and_parameter(s)[0] in KINKED]
    added = (Planted(AT_ZERO, i) for i in kinked)
    return tuple(p for p in added if p not in beside and variant_of(case, p) is not None)


def places(cause: Cause, found_on: Case, case: Case) -> list[tuple[int, ...]]:
    """The layers that correspond to a cause's, in a case of another depth; each way of seeing it."""
    here, there = available(cause, found_on), available(cause, case)
    mine = set(cause.layers)
    ways: tuple[Callable[[list[int], int], list[int]], ...] = (
        lambda layers, last: layers,
        lambda layers, last: [i for i in layers if i < last],
        lambda layers, last: [i for i in layers if i == last],
        lambda layers, last: [i for i in layers if i == 1],
        lambda layers, last: [i for i in layers if i > 1],
        lambda layers, last: [i for i in layers if 1 < i < last],
        lambda layers, last: [i for i in layers if i == last - 1],
        lambda layers, last: [i for i in layers if i == 2],
    )
    found = [tuple(way(there, case.n_layers)) for way in ways if mine == set(way(here, found_on.n_layers))]
    return list(dict.fromkeys(found)) or [tuple(i for i in cause.layers if i in there)]


def available(cause: Cause, case: Case) -> list[int]:
    """The layers of a case where a mistake can be made."""
    return [i for i in range(1, case.n_layers + 1) if variant_of(case, Planted(cause.id, i, cause.label)) is not None]


def reproduced(e: Evidence, planted: Sequence[Planted]) -> bool:
    """Whether the table of steps with mistakes planted gives everything shown, as far as coarse sieving can tell."""
    try:
        with np.errstate(all="ignore"):
            predicted = values(e.case, plan_with(e.case, planted))
    except (UsageError, ValueError):  # a shape that does not fit: this mistake cannot have been made here
        return False
    shown = shown_arrays(e)
    return all(is_near(shown[n], predicted, n, e.case) for n in shown)


def is_near(shown: Array, predicted: Mapping[str, Array], name: str, case: Case) -> bool:
    """Equal, coarsely; an updated parameter is measured by its update."""
    value = predicted[name]
    if shown.shape != np.shape(value):
        return False
    scale = peak(value)
    floor = 0.0
    if name.endswith("'") and name[0] in "Wb":
        before = np.asarray((case.weights if name[0] == "W" else case.biases or ())[int(name[1:-1]) - 1], np.float64)
        floor, scale = 1e-14 * peak(before), peak(value - before)
    allowed = COARSE[case.dtype] * scale + floor + 1e-300
    with np.errstate(invalid="ignore"):
        return bool(np.all(np.abs(shown - value) <= allowed))


def residual_over(planted: Sequence[Planted], found_on: Case, known: Sequence[Evidence]) -> tuple[float, int]:
    """Worst error ÷ bound of everything shown against the table with the mistakes planted; and how many arrays."""
    worst, n = 0.0, 0
    for e in known:
        way = next((w for w in transferred(planted, found_on, e.case) if reproduced(e, w)), tuple(planted))
        try:
            with np.errstate(all="ignore"):
                balls = global_balls(e.case, steps=plan_with(e.case, way))
        except (UsageError, ValueError):
            continue
        for name, shown in shown_arrays(e).items():
            ball = balls[name]
            if shown.shape != ball.shape:
                return float("inf"), n
            error = np.abs(shown - ball.v)
            ratio = np.where(error <= ball.radius, 0.0, np.inf)
            with np.errstate(over="ignore"):
                np.divide(error, ball.radius, out=ratio, where=ball.radius > 0)
            worst, n = max(worst, float(np.max(ratio, initial=0.0))), n + 1
    return worst, n


def wrong_by_bound(known: Sequence[Evidence]) -> bool:
    """Whether something shown is out of its bound at all."""
    return any(residual_over((), e.case, [e])[0] > 1 for e in known)


def low_precision(known: Sequence[Evidence]) -> tuple[Explanation, ...]:
    """Everything within the bound of a lower precision, and not of the declared one: the arithmetic is the cause."""
    for dtype in ("float32", "float16"):
        if all(e.case.dtype == "float64" and within(e, dtype) for e in known) and known:
            e = known[0]
            layers = tuple(range(1, e.case.n_layers + 1))
            return (
                Explanation(
                    (Cause("single-precision-inside", layers, dtype),), (), e.case,
                    residual_over((), e.case, [e])[0], 1.0, sum(len(shown_arrays(k)) for k in known),
                ),
            )  # fmt: skip
    return ()


def within(e: Evidence, dtype: str) -> bool:
    """Whether what is shown lies within the bound of an arithmetic, where that bound says anything."""
    with np.errstate(all="ignore"):
        balls = global_balls(e.case, arithmetic=rounding(dtype))
    for name, shown in shown_arrays(e).items():
        ball = balls[name]
        if shown.shape != ball.shape or np.any(np.abs(shown - ball.v) > ball.radius):
            return False
        if float(np.median(ball.radius)) > TELLING * peak(ball.v):
            return False
    return True


def told_apart(
    standing: list[Solution], found_on: Case, run_more: Callable[[Case], Evidence | None]
) -> tuple[list[Solution], list[Evidence]]:
    """Design cases under which the explanations part, run them, and keep what still stands."""
    extra: list[Evidence] = []
    for case in further_cases(found_on):
        if len({causes_of(s.planted) for s in standing}) < 2 or len(extra) == RESTING:
            break
        if not parts(standing, found_on, case):
            continue
        e = run_more(case)
        if e is None or not shown_arrays(e):
            continue
        still = [s for s in standing if holds(s.planted, found_on, e)]
        if still:
            standing, extra = still, [*extra, e]
    return standing, extra


def further_cases(case: Case) -> Iterable[Case]:
    """Cases that may tell explanations apart: another N, learning rate or K, exact zeros, more steps."""
    from crosscheck.draw import draw

    def again(**changes: object) -> Case:
        settings = {**case.settings(), "bias": case.biases is not None, **changes}
        sizes, n = settings.pop("sizes"), settings.pop("n_samples", case.n_samples)
        settings["inputs"] = settings["inputs"] if settings["inputs"] != "data" else "random"
        settings["seed"] = 1 + (case.seed or 0)
        return draw(sizes, n, **settings)

    for changes in (
        {"n_samples": case.n_samples + 2}, {"lr": case.lr / 2, "n_samples": case.n_samples + 6},
        {"steps": 3}, {"inputs": "zeros"}, {"sizes": (*case.sizes[:-1], case.sizes[-1] + 3)},
    ):  # fmt: skip
        try:
            yield again(**changes)
        except UsageError:
            continue


def parts(standing: Sequence[Solution], found_on: Case, case: Case) -> bool:
    """Whether two explanations predict different numbers there."""
    predictions = []
    for s in standing:
        way = next(iter(transferred(s.planted, found_on, case)))
        try:
            with np.errstate(all="ignore"):
                predictions.append(values(case, plan_with(case, way)))
        except (UsageError, ValueError):
            return True
    first = predictions[0]
    return any(
        np.shape(p[n]) != np.shape(first[n]) or peak(p[n] - first[n]) > 1e-6 * peak(first[n])
        for p in predictions[1:]
        for n in first
    )
