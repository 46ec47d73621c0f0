"""The precision ladder: in double precision sound arithmetic comes 2²⁹ times closer than in single; a mistake stays.

It needs no bound to say that something is wrong, only the truth: errors of both runs against the same one, at the same
numbers. It is silent where single precision is not visibly off or double precision is no better than its bound, and has
nothing to say of code that fixes or promotes its own dtype.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.judge import VACUOUS, rms
from crosscheck.oracles.finding import OracleFinding
from crosscheck.record import parse_name

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.ball import Ball
    from crosscheck.case import Case

LADDER = "precision ladder"
AUDIBLE = 1e-9  # of the signal: below it, single precision is not visibly off
# Half of the 29 bits between the two, in the exponent: errors of single precision are small by luck here and there.
RUNG = 2.0**-15


@dataclass(frozen=True)
class Rung:
    """What the ladder says of one quantity."""

    status: str
    why: str


def climb(single: float, double: float, signal: float, bound: float) -> Rung:
    """Judge the errors of the two runs.

    Args:
        single: error in float32, root mean square.
        double: error in float64.
        signal: root mean square of what is meant.
        bound: of the bound in float64: where that is wide, nothing is left to come closer to.
    """
    if not np.isfinite(single) or not np.isfinite(double):
        return Rung(NOT_JUDGED, "not finite")
    if not bound <= VACUOUS * signal:
        return Rung(NOT_JUDGED, "saturated: even float64 does not determine it")
    if single <= AUDIBLE * signal:
        return Rung(NOT_JUDGED, "the error in float32 is too small to say anything")
    if double <= RUNG * single:
        return Rung(AGREES, f"{single / max(double, 1e-300):.2g} times closer in float64")
    return Rung(DIFFERS, f"off by {double:.2g} in float64 and by {single:.2g} in float32: it is not rounding")


def judge_precision(adapter: Adapter, case: Case) -> tuple[OracleFinding, ...]:
    """Hold a candidate's run in float64 against its own in float32, at the same numbers.

    Args:
        adapter: the candidate.
        case: the problem; its numbers are rounded to float32 for both runs.

    Returns:
        One finding for each array that both runs show, but the loss value; "not judged" where the dtype is the
        candidate's own choice.
    """
    from crosscheck.bounds import global_balls
    from crosscheck.run_adapter import run_adapter

    low = case.with_(dtype="float32")
    high = low.with_(dtype="float64")
    runs = [run_adapter(adapter, c) for c in (low, high)]
    if any(run.failure is not None for run in runs):
        return ()
    truth = global_balls(high)
    single, double = (run.canonical for run in runs)
    names = [n for n in truth if n in single and n in double and parse_name(n).quantity != "loss"]
    return tuple(judge_array(high, n, single[n], double[n], truth[n]) for n in names)


def judge_array(case: Case, name: str, single: NDArray[Any], double: NDArray[Any], truth: Ball) -> OracleFinding:
    """One array of the two runs."""
    errors = [rms(a.astype(np.float64) - truth.v) for a in (single, double)]
    if single.dtype != np.float32 or double.dtype != np.float64:
        rung = Rung(NOT_JUDGED, f"the network chooses its dtype itself: {single.dtype} and {double.dtype}")
    else:
        rung = climb(errors[0], errors[1], rms(truth.v), rms(truth.radius))
    return ladder_finding(case.id, name, rung, errors[0], errors[1])


def ladder_finding(case_id: str, name: str, rung: Rung, single: float, double: float) -> OracleFinding:
    """A finding of a rung."""
    allowed = RUNG * single
    return OracleFinding(
        case_id, LADDER, name, parse_name(name).step, rung.status, single, double, double, allowed,
        double / allowed if allowed > 0 else float("nan"), f"{name}: {rung.why}",
    )  # fmt: skip
