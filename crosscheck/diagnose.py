"""From what a candidate shows to the mistake that gives its numbers.

On one case the search finds the mistakes that reproduce what is shown; each is then held against every other case that
was run. What stands on all of them is the explanation: the simplest and most specific first, the others beside it as
its equals. Where several stand, a case under which they part is designed and run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.causes import GUARD, Cause, available, causes_of, places, transferred
from crosscheck.defects import Planted, by_id, options, order_of, plan_with
from crosscheck.errors import UsageError
from crosscheck.low_precision import lower_precision
from crosscheck.reproduce import holds, reproduced, residual_over
from crosscheck.search import (
    EFFORT,
    EVERYWHERE,
    GENERIC,
    OVERWRITTEN,
    SAME_AGAIN,
    Evidence,
    Solution,
    peak,
    search,
    unseen,
)  # fmt: skip
from crosscheck.uncollected import uncollected

if TYPE_CHECKING:
    from crosscheck.case import Case

GIVEN = 3  # how many explanations of one case are taken to the next
ONE_MISTAKE = 1.3  # the cost of one, at several layers
RESTING = 3  # how many cases are searched before it is called unknown
# Of two mistakes of which one takes back most of what the other does, nobody would have noticed the first.
CANCEL = (
    {"gradient-sign", "gradient-ascent"}, {"constant-factor", "averaged-twice"},
    {"constant-factor", "parameter-factor"},
)  # fmt: skip
UNLIKELY = 0.3
ZERO = ("0", "a·1 - a, which is 0")  # forms of a wrong derivative
# Equals wherever db is not shown, or one sample is all there is. What is seen then is a bias that stays as it is, and
# that is what is said first. Of a layer with a single unit, that unit left out is the whole layer.
SAID_AFTER = {
    "bias-gradient-zero": "bias-not-updated", "sample-left-out": "bias-not-updated", "weights-left-out": "step-is-zero",
}  # fmt: skip


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
    effort: int = EFFORT,
) -> tuple[Explanation, ...]:
    """Name the mistakes that give what a candidate shows.

    Args:
        evidence: what it showed, on one or more cases; those on which it raised are left out.
        run_more: runs the candidate on a further case, to tell explanations apart.
        effort: for each search, in formulas evaluated.

    Returns:
        One Explanation with its equivalents, or none: nothing is wrong, or nothing in the catalogue reproduces it.
    """
    known = [e for e in [*evidence, *first_steps(evidence)] if e.shown]
    wrong = sorted((e for e in known if not reproduced(e, ())), key=preference)
    standing, found_on = explanations(wrong, known, effort)
    if found_on is None and not wrong:
        standing, found_on = guarded(known)
    if found_on is None:
        standing, found_on = beside_a_guard(wrong, known, effort)
    if found_on is None:
        return in_low_precision(known)
    if run_more is not None:
        standing, extra = told_apart(standing, found_on.case, run_more)
        known = [*known, *extra]
    standing = possible(with_neighbours(standing, found_on, known), known)
    ranked = sorted(standing, key=rank)
    residual, n_arrays = residual_over(ranked[0].planted, found_on.case, known)
    if residual > 1:  # coarsely seen it may be one of many: which of them is it to rounding?
        exact = [s for s in ranked[1:] if residual_over(s.planted, found_on.case, known)[0] <= 1]
        ranked = exact or ranked
        residual, n_arrays = residual_over(ranked[0].planted, found_on.case, known)
    best = ranked[0]
    before = residual_over((), found_on.case, [found_on])[0]
    if before <= 1 and all(residual_over((), e.case, [e])[0] <= 1 for e in known):
        return ()  # rounding explains it: in single precision a saturated network may be off by a coarse amount
    return (
        Explanation(
            causes=causes_of(best.planted),
            equivalents=tuple(dict.fromkeys(causes_of(s.planted) for s in ranked[1:])),
            case=found_on.case,
            residual_before=before,
            residual_over_bound=residual,
            n_arrays=n_arrays,
        ),
    )


def explained_by(
    planted: tuple[Planted, ...], found_on: Case, evidence: Sequence[Evidence], effort: int = EFFORT
) -> tuple[Explanation, ...]:
    """An explanation by mistakes that were found otherwise, alone or with what the search finds beside them.

    Args:
        planted: what is known.
        found_on: the case whose layers these are of.
        evidence: what the candidate showed.
        effort: for the search, in formulas evaluated.
    """
    known = [e for e in evidence if e.shown]
    failing = [e for e in known if not holds(planted, found_on, e)]
    ways = [(planted, found_on)]
    for e in failing[:1]:
        found = search(e, effort, given=here(planted, found_on, e.case))
        ways = [(joined(here(planted, found_on, e.case), s).planted, e.case) for s in found if s.planted]
    for way, case in ways:
        residual, n = residual_over(way, case, known)
        if residual <= 1 and all(holds(way, case, e) for e in known):
            before = residual_over((), case, [e for e in known if e.case is case])[0]
            return (Explanation(causes_of(way), (), case, before, residual, n),)
    return ()


def possible(standing: list[Solution], known: Sequence[Evidence]) -> list[Solution]:
    """Without what needs several samples, where no case has them: one left out of one is no sample left out."""
    if any(e.case.n_samples > 1 for e in known):
        return standing
    return [s for s in standing if all(p.id != "sample-left-out" for p in s.planted)] or standing


def guarded(known: Sequence[Evidence]) -> tuple[list[Solution], Evidence | None]:
    """The guard in the logarithm that explains what is too small for the search to see; judged by the bounds."""
    if not known:
        return [], None
    worst = max(known, key=lambda e: residual_over((), e.case, [e])[0])
    for planted, _ in options(worst.case, worst.case.n_layers):
        if planted.id == GUARD and all(residual_over([planted], worst.case, on)[0] <= 1 for on in ([worst], known)):
            return [Solution((planted,), 1.0)], worst
    return [], None


def beside_a_guard(
    wrong: Sequence[Evidence], known: Sequence[Evidence], effort: int
) -> tuple[list[Solution], Evidence | None]:
    """A guard in the logarithm, and one mistake besides: there are many guards, and each is planted beforehand."""
    if not wrong:
        return [], None
    e = wrong[0]
    guards = [p for p, _ in options(e.case, e.case.n_layers) if p.id == GUARD]
    for guard in guards:
        found = search(e, effort // (2 * len(guards)), max_cost=ONE_MISTAKE, given=(guard,))
        both = [joined((guard,), s) for s in found if s.planted]
        standing = [s for s in both if all(holds(s.planted, e.case, other) for other in known)]
        if standing:
            return [simplified(s, e, known) for s in standing], e
    return [], None


def first_steps(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The first training step of runs of several, by itself: what is wrong there is found much faster."""
    long = [e for e in evidence if e.case.steps > 1]
    return [Evidence(e.case.with_(steps=1), {n: a for n, a in e.arrays.items() if "@" not in n}) for e in long]


@uncollected()
def explanations(
    wrong: Sequence[Evidence], known: Sequence[Evidence], effort: int
) -> tuple[list[Solution], Evidence | None]:
    """What stands on all that is known, and the case that it was found on.

    What explains one case and fails on another may be part of the truth: two mistakes need not show in the same case.
    There it is planted beforehand, and what else is wrong is searched for; or, where that gives nothing, the other
    case is searched afresh.
    """
    e, partial = next(iter(wrong), None), list[Solution]()
    before: Evidence | None = None
    for _ in range(RESTING):
        if e is None:
            break
        ways = given_ways(partial, before, e)
        for given in [*ways, ()]:
            found = [joined(given, s) for s in search(e, effort // (1 + bool(given)), given=given) if s.planted]
            standing = [s for s in found if s.planted and all(holds(s.planted, e.case, other) for other in known)]
            if standing:
                return [simplified(s, e, known) for s in standing], e
        partial, before = found or partial, e if found else before
        e = where_it_fails(found, e, wrong)
    return [], None


def given_ways(partial: Sequence[Solution], before: Evidence | None, e: Evidence) -> list[tuple[Planted, ...]]:
    """The best of what was found on another case, as it stands in this one."""
    if before is None:
        return []
    return list(dict.fromkeys(here(s.planted, before.case, e.case) for s in sorted(partial, key=rank)[:GIVEN]))


def here(planted: Sequence[Planted], found_on: Case, case: Case) -> tuple[Planted, ...]:
    """Mistakes of another case in this one; those that cannot be made here are remembered where the depth allows."""
    if found_on.n_layers == case.n_layers:
        return tuple(planted)
    there = [Planted(c.id, i, c.label) for c in causes_of(planted) for i in corresponding(c, found_on, case)]
    return tuple(dict.fromkeys(there))


def corresponding(cause: Cause, found_on: Case, case: Case) -> tuple[int, ...]:
    """The layers of another depth that a cause's correspond to, whether it can be made in this case or not."""
    if available(cause, case):
        return places(cause, found_on, case)[0]
    mine, last, n = set(cause.layers), found_on.n_layers, case.n_layers
    if mine == {last}:
        return (n,)
    if len(mine) > 1:
        return tuple(range(1, n + 1 if last in mine else n))
    return tuple(min(i, n) for i in cause.layers)


def joined(given: tuple[Planted, ...], s: Solution) -> Solution:
    """What was given, and what was found besides."""
    return Solution(tuple(sorted({*given, *s.planted})), s.cost)


def cost_of(planted: Sequence[Planted], case: Case) -> float:
    """What mistakes cost: 1 each, a little more where they are generic or at several layers without a rule."""
    total = 0.0
    for c in causes_of(planted):
        offered = available(c, case) or list(range(1, case.n_layers + 1))
        hidden, above_first = [i for i in offered if i < case.n_layers], [i for i in offered if i > 1]
        regular = list(c.layers) in (offered, hidden, above_first)
        several = EVERYWHERE if regular else SAME_AGAIN * (len(c.layers) - 1)
        total += 1 + GENERIC * by_id()[c.id].generic + several * (len(c.layers) > 1)
    return total


def simplified(s: Solution, e: Evidence, known: Sequence[Evidence]) -> Solution:
    """The same without what is not needed: what was found on one case may be a worse name for what another shows."""
    planted = s.planted
    for cause in causes_of(planted):
        rest = tuple(p for p in planted if (p.id, p.label) != (cause.id, cause.label))
        if rest and all(holds(rest, e.case, other) for other in known):
            planted = rest
    planted = widened(planted, e, known)
    return Solution(planted, cost_of(planted, e.case))


def widened(planted: tuple[Planted, ...], e: Evidence, known: Sequence[Evidence]) -> tuple[Planted, ...]:
    """One mistake at all layers of a loop, in place of itself at some of them and of another that makes up for it."""
    causes = causes_of(planted)
    for cause, other in product(causes, causes) if len(causes) > 2 else ():
        offered = available(cause, e.case)
        for layers in ([i for i in offered if i > 1], [i for i in offered if i < e.case.n_layers], offered):
            if cause is other or not set(layers) > set(cause.layers):
                continue
            rest = [p for p in planted if (p.id, p.label) not in ((cause.id, cause.label), (other.id, other.label))]
            wider = tuple(sorted([*rest, *(Planted(cause.id, i, cause.label) for i in layers)]))
            if reproduced(e, wider) and all(holds(wider, e.case, o) for o in known):
                return wider
    return planted


@uncollected()
def with_neighbours(standing: Sequence[Solution], e: Evidence, known: Sequence[Evidence]) -> list[Solution]:
    """What stands, and what differs from the first of it in one mistake and stands as well.

    The search stops soon after its first explanation; an equal of it that is more specific must not be lost by that.
    """
    first = min(standing, key=rank)
    causes = causes_of(first.planted)
    found = {s.planted: s for s in standing}
    for cause in causes:
        rest = [p for c in causes if c is not cause for p in (Planted(c.id, i, c.label) for i in c.layers)]
        offered = [
            {(p.id, p.label) for p, v in options(e.case, i) if p.id != OVERWRITTEN or not unseen(p, v, e.shown.keys())}
            for i in cause.layers
        ]
        for name, label in sorted(set.intersection(*offered)):
            swapped = tuple(sorted([*rest, *(Planted(name, i, label) for i in cause.layers)]))
            if swapped in found or len(set(swapped)) < len(first.planted):
                continue
            if reproduced(e, swapped) and all(holds(swapped, e.case, other) for other in known):
                found[swapped] = Solution(swapped, cost_of(swapped, e.case))
    return list(found.values())


def where_it_fails(solutions: Sequence[Solution], e: Evidence, wrong: Sequence[Evidence]) -> Evidence | None:
    """The case to search next: the first on which the best explanation so far fails, where more must be going on."""
    if not solutions:
        shallow = [w for w in wrong if w.case.n_layers < e.case.n_layers and w.case.steps <= e.case.steps]
        return next(iter(shallow), None)
    failing = [w for w in wrong if w is not e and not holds(solutions[0].planted, e.case, w)]
    same_depth = [w for w in failing if w.case.n_layers == e.case.n_layers]
    return next(iter(same_depth or failing), None)


def preference(e: Evidence) -> tuple[bool, int, int, bool]:
    """Plain cases first, of one step, and deep, since there the most mistakes show; squares of widths last."""
    c = e.case
    return (c.inputs not in ("random", "data"), c.steps, -c.n_layers, len(set(c.sizes)) < len(c.sizes))


def rank(s: Solution) -> tuple[float, int, int, list[tuple[int, bool]], tuple[tuple[bool, Planted], ...]]:
    """The specific before the generic, the simple before the manifold."""
    generic = sum(by_id()[p.id].generic for p in s.planted)
    several = sum(p.id == "gradient-zero" for p in s.planted) > 1
    order = sorted((order_of(after := said_after(p, several)), after != p.id) for p in s.planted)
    cost = s.cost + UNLIKELY * any(pair <= {p.id for p in s.planted} for pair in CANCEL)
    # of one output, several constants are one number: the simplest name
    by_name = tuple((p.id.endswith("-factor") and "K" in p.label, p) for p in s.planted)
    return (round(cost, 3), generic, len(s.planted), order, by_name)


def said_after(p: Planted, several: bool) -> str:
    """The mistake whose place in the order it takes, behind it; its own for most."""
    if p.id == "derivative-formula" and p.label in ZERO:  # at one layer alone: the loop ends before it, rather
        return "gradient-zero"
    if p.id == "gradient-zero" and several:
        return "step-is-zero"
    return SAID_AFTER.get(p.id, p.id)


def in_low_precision(known: Sequence[Evidence]) -> tuple[Explanation, ...]:
    """Where no formula is wrong: the arithmetic is the cause, if a lower precision accounts for everything."""
    found = lower_precision(known)
    if found is None:
        return ()
    case = known[0].case
    cause = Cause("single-precision-inside", tuple(range(1, case.n_layers + 1)), found.dtype)
    return (Explanation((cause,), (), case, found.before, found.after, sum(len(k.shown) for k in known)),)


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
        if e is None or not e.shown:
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
    return any(np.shape(p[n]) != np.shape(first[n]) or far(p[n], first[n]) for p in predictions[1:] for n in first)


def far(a: Array, b: Array) -> bool:
    """Whether two predictions of one shape differ in their sixth digit, or in what overflows."""
    with np.errstate(all="ignore"):
        return bool(not np.array_equal(np.isfinite(a), np.isfinite(b)) or peak(a - b) > 1e-6 * peak(b))
