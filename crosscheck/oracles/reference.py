"""judge_reference: PyTorch is not believed on trust."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.ball import rounding
from crosscheck.bounds import global_balls
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.judge import VACUOUS
from crosscheck.oracles.bounds_at_kinks import gradient_radii, values_of
from crosscheck.oracles.evaluate import Pattern, loss, patterns
from crosscheck.oracles.finding import OUTVOTED, OracleFinding
from crosscheck.oracles.judges import (
    JUDGES,
    LONG,
    Judge,
    Question,
    complex_step,
    in_arithmetic,
    inner,
    unit_roundoff,
    vote,
)  # fmt: skip
from crosscheck.oracles.ladder import climb, ladder_finding
from crosscheck.oracles.vote import REFERENCE, Vote, majority
from crosscheck.record import suffix
from crosscheck.vocabulary import KINKED, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]
LADDER_DIRECTIONS = 4  # an error may be small along one direction by luck


def judge_reference(
    case: Case, record: Mapping[str, Array], judges: Mapping[str, Judge] = JUDGES, ladder: bool = True
) -> tuple[OracleFinding, ...]:
    """Judge every gradient of a reference run, and its loss, by several independent judges.

    For each array, of each step, the slope of the loss along a random direction is held against <gradient, direction>.
    The tolerance is the sum of what the two may be off by their own error analyses; where it is wider than 1e-3 of the
    signal, nothing is judged.

    Args:
        case: the problem.
        record: the reference's run of it, canonical names to arrays.
        judges: who is asked; at least three, so that one that is wrong can be outvoted.
        ladder: whether the reference is also run in float32 for the precision ladder.

    Returns:
        One finding a judge and quantity. Where judges disagree, the majority decides (the reference has a vote of its
        own): the status of a judge that it contradicts is "outvoted". Without a majority everybody who contradicts the
        reference stands as "differs", and the text names both sides.
    """
    found: list[OracleFinding] = []
    for k in range(1, case.steps + 1):
        here = case_at(case, record, k)
        own = {name: record[name + suffix(k)] for name in (*gradient_names(here), "loss") if name + suffix(k) in record}
        found += judge_step(case, here, own, judges, k)
    if ladder and case.dtype == "float64":
        found += judge_ladder(case, record)
    return tuple(found)


def case_at(case: Case, record: Mapping[str, Array], k: int) -> Case:
    """One training step as a Case of its own: from the parameters that the record has after the step before."""
    if k == 1:
        return case.with_(steps=1)
    after = "'" + suffix(k - 1)
    layers = range(1, case.n_layers + 1)
    biases = None if case.biases is None else [record[f"b{i}{after}"] for i in layers]
    return case.with_(steps=1, weights=[record[f"W{i}{after}"] for i in layers], biases=biases)


def gradient_names(case: Case) -> dict[str, str]:
    """The gradients that are judged -> the array that each belongs to."""
    letters = ("W", "b") if case.biases is not None else ("W",)
    return {f"d{p}{i}": f"{p}{i}" for i in range(1, case.n_layers + 1) for p in letters} | {"dX": "x"}


def judge_step(
    case: Case, here: Case, record: Mapping[str, Array], judges: Mapping[str, Judge], k: int
) -> list[OracleFinding]:
    """Every gradient of one step, and the loss."""
    sides = sides_of(here)
    radii = gradient_radii(here, sides, rounding(here.dtype))
    gradients = values_of(here, sides[0])
    found = []
    for name, array in gradient_names(here).items():
        if name not in record:
            continue
        q = Question(here, name, array, direction(here, name, 0), sides, gradients)
        mine = vote(REFERENCE, [inner(record[name], q.direction)], inner(radii[name], np.abs(q.direction)))
        signal = max(float(np.linalg.norm(np.asarray(g, dtype=np.float64) * q.direction))
                     for g in (record[name], gradients[name]))  # fmt: skip
        asked = [judge(q) for judge in judges.values()]
        votes = [v for v in asked if v is not None]
        found += ruling(case.id, name + suffix(k), k, mine, votes, signal)
    if "loss" in record:
        found.append(judge_loss(case.id, here, float(record["loss"]), sides[0], k))
    return found


def sides_of(case: Case) -> tuple[Pattern, ...]:
    """The pieces of the kinked activations: one way, or, where a unit is at a kink, from both sides."""
    balls = global_balls(case, arithmetic=rounding(case.dtype))
    layers = [i for i, s in enumerate(case.activations, 1) if name_and_parameter(s)[0] in KINKED]
    left, right, n_near = patterns(case, in_arithmetic(case, np.float64), {i: balls[f"Z{i}"].radius for i in layers})
    return (left, right) if n_near else (left,)


def direction(case: Case, name: str, i: int) -> Array:
    """Random magnitudes from ½ to 1½ with random signs, the same for the same Case and name.

    Never all ones: a sum over everything forgives two errors that cancel, such as rows that are swapped. Multiples of
    1/16, so that θ + hd is mostly exact.
    """
    shape = np.shape(values_shape(case, name))
    stream = RandomState(zlib.crc32(f"{case.digest} {name} {i}".encode()))
    magnitudes = stream.randint(8, 25, size=shape) / 16
    return np.asarray(magnitudes * np.where(stream.uniform(size=shape) < 0.5, -1.0, 1.0))


def values_shape(case: Case, name: str) -> Array:
    """The array that a gradient belongs to."""
    return in_arithmetic(case, np.float64)[gradient_names(case)[name]]


def ruling(case_id: str, name: str, k: int, mine: Vote, votes: Sequence[Vote], signal: float) -> list[OracleFinding]:
    """What follows from the votes on one quantity."""
    group = majority([mine, *votes])
    judged = {id(v): status(v, mine, group, signal) for v in votes}
    found = []
    for v in votes:
        error, allowed = mine.distance(v), mine.tolerance + v.tolerance
        found.append(OracleFinding(
            case_id, v.judge, name, k, judged[id(v)], v.value, mine.value, error, allowed,
            error / allowed if allowed > 0 else float("nan"), sentence(name, v, mine, votes, group, judged[id(v)]),
        ))  # fmt: skip
    return found


def status(v: Vote, mine: Vote, group: Sequence[Vote], signal: float) -> str:
    """Of one judge: about the reference, or, where the others agree against it, about the judge."""
    if group and v not in group:
        return OUTVOTED if mine in group or any(v.contradicts(g) for g in group) else NOT_JUDGED
    if v.contradicts(mine):
        return DIFFERS
    vacuous = not mine.tolerance + v.tolerance <= VACUOUS * signal
    return NOT_JUDGED if vacuous or signal == 0 else AGREES


def sentence(name: str, v: Vote, mine: Vote, votes: Sequence[Vote], group: Sequence[Vote], what: str) -> str:
    """One line: who says what, and who agrees with whom."""
    figures = f"{v.judge} {v.value:.12g} ± {v.tolerance:.1g}, the reference {mine.value:.12g} ± {mine.tolerance:.1g}"
    if what == AGREES:
        return f"{name}: {figures}{at_kink(v, mine)}"
    if what == NOT_JUDGED:
        return f"{name}: {figures}: too wide to judge by, or zero"
    if what == OUTVOTED:
        return f"{name}: {v.judge} is contradicted by {' and '.join(g.judge for g in group)}: {figures}"
    if group:
        return f"{name}: the reference is contradicted by {' and '.join(g.judge for g in group)}: {figures}"
    others = [o.judge for o in votes if not o.contradicts(mine)]
    against = [o.judge for o in votes if o.contradicts(mine)]
    with_it = f"{' and '.join(others)} with the reference" if others else "nobody with the reference"
    return f"{name}: the judges disagree, {' and '.join(against)} against it, {with_it}: {figures}"


def at_kink(v: Vote, mine: Vote) -> str:
    """Which one-sided derivative the reference takes, where there are two."""
    if v.high - v.low <= mine.tolerance + v.tolerance:
        return ""
    near = [abs(mine.value - end) <= mine.tolerance + v.tolerance for end in (v.low, v.high)]
    where = "one of the two one-sided derivatives" if any(near) else "between the two one-sided derivatives"
    return f", {where} at exact zeros, {v.low:.6g} and {v.high:.6g}"


def judge_loss(case_id: str, here: Case, own: float, side: Pattern, k: int) -> OracleFinding:
    """The loss value, against the loss evaluated in long double."""
    r = unit_roundoff()
    value = float(loss(here, in_arithmetic(here, LONG), side))
    tolerance = float(global_balls(here, arithmetic=rounding(here.dtype))["loss"].radius)
    tolerance += float(global_balls(here, arithmetic=r)["loss"].radius) + 2.0**-53 * abs(value)
    error = abs(own - value)
    what = AGREES if error <= tolerance else DIFFERS
    if what == AGREES and not tolerance <= VACUOUS * abs(value):
        what = NOT_JUDGED
    name = "loss" + suffix(k)
    text = f"{name}: long double {value:.12g}, the reference {own:.12g} ± {tolerance:.1g}"
    return OracleFinding(case_id, "long double", name, k, what, value, own, error, tolerance,
                         error / tolerance if tolerance > 0 else float("nan"), text)  # fmt: skip


def judge_ladder(case: Case, record: Mapping[str, Array]) -> list[OracleFinding]:
    """The reference run again in float32, both held against complex steps at their own numbers."""
    from crosscheck.compare import run_reference

    low = case.with_(steps=1, dtype="float32")
    single = run_reference(low)
    radii = gradient_radii(case.with_(steps=1), sides_of(case)[:1], rounding("float64"))
    found = []
    for name, array in gradient_names(case).items():
        if name not in record:
            continue
        errors = [errors_along(c, name, array, r) for c, r in ((low, single), (case.with_(steps=1), record))]
        signal, bound = (float(np.sqrt(LADDER_DIRECTIONS) * np.linalg.norm(a)) for a in (record[name], radii[name]))
        rung = climb(errors[0], errors[1], signal, bound)
        found.append(ladder_finding(case.id, name, rung, errors[0], errors[1]))
    return found


def errors_along(case: Case, name: str, array: str, record: Mapping[str, Array]) -> float:
    """How far <gradient, direction> is from the complex step's slope, over a few directions."""
    exact_case = case.with_(dtype="float64")
    sides = sides_of(exact_case)[:1]
    total = 0.0
    for i in range(LADDER_DIRECTIONS):
        d = direction(case, name, i + 1)
        v = complex_step(Question(exact_case, name, array, d, sides, {}))
        assert v is not None
        total += (inner(record[name], d) - v.value) ** 2
    return float(np.sqrt(total))
