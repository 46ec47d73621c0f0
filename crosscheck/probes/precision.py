"""Single or half precision inside a network that is given double precision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from crosscheck.ball import rounding
from crosscheck.bounds import local_balls
from crosscheck.judge import rms
from crosscheck.oracles.ladder import judge_precision
from crosscheck.probes.bench import names, redrawn, run_once, step_place, suited
from crosscheck.probes.history import steady
from crosscheck.probes.result import FOUND, OK, ProbeResult

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Array: TypeAlias = NDArray[Any]

COARSE = ("float32", "float16")
SPARE = 4  # a cast rounds every operand once more than the formula alone does
# In roundoffs of the signal: errors of rounding are not much smaller than one (those of finite differences are), nor
# much larger, however wide the bound may be in half precision.
FAINT, LOUD = 2.0**-6, 2.0**6
JITTER = 4.0  # roundoffs by which data and parameters are moved
DRAWS = 16  # of them: noise is then 1/4 of itself in the mean, what has a direction all of it
DIRECTED = 0.5


def single_precision_inside(adapter: Adapter, case: Case) -> ProbeResult:
    """Are the errors those of a coarser arithmetic: as large, and as erratic?

    A small mistake (an ε in the wrong place) can be as small as a rounding error, but it is no noise: see `is_noise`.
    """
    me = "single-precision-inside"
    case = redrawn(suited(adapter, case), "random").with_(dtype="float64")  # saturated, a small change is a large one
    steady(adapter, case)  # noise of another origin is no matter of precision
    run = run_once(adapter, case)
    out = errors(run, "float64")
    if not out:
        return ProbeResult(me, OK, "every array is inside its float64 bound", evidence={"arrays": len(run.canonical)})
    for dtype in COARSE:
        fits = {n: e for n, e in out.items() if is_like(run, n, e, dtype)}
        if fits and (is_representable(run.canonical[next(iter(fits))], dtype) or is_noise(adapter, run, fits, dtype)):
            return verdict(me, adapter, run, fits, dtype)
    text = f"{names(out)} are off, but not as by a coarser rounding"
    return ProbeResult(me, OK, text, evidence={"out": list(out)})


def verdict(me: str, adapter: Adapter, run: Run, fits: Mapping[str, Array], dtype: str) -> ProbeResult:
    """What was found, with what supports it."""
    representable = [n for n, a in run.canonical.items() if is_representable(a, dtype)]
    steps = {f.name: f.value / f.judged for f in judge_precision(adapter, run.case) if f.judged > 0}
    evidence = {"dtype": dtype, "arrays": list(fits), "representable": representable,
                "times_closer_in_float64": {n: steps[n] for n in fits if n in steps}}  # fmt: skip
    hint = f"; every element of {names(representable)} is a {dtype} number" if representable else ""
    text = (
        f"from {next(iter(fits))} on, the errors are those of {dtype}, not of float64: they are as large, and as "
        f"erratic{hint}"
    )
    return ProbeResult(me, FOUND, text, step_place(adapter), evidence)


def errors(run: Run, dtype: str, wanted: Mapping[str, Array] | None = None) -> dict[str, Array]:
    """Arrays outside their local bound in an arithmetic (or the wanted ones) -> error, element by element."""
    found: dict[str, Array] = {}
    for name, ball in local_balls(run.case, run.canonical, arithmetic=rounding(dtype)).items():
        shown = run.canonical.get(name)
        if name == "loss" or shown is None or shown.shape != ball.shape or not np.all(np.isfinite(shown)):
            continue
        error = np.asarray(shown.astype(np.float64) - ball.v)
        if name in wanted if wanted is not None else np.any(np.abs(error) > ball.radius):
            found[name] = error
    return found


def is_like(run: Run, name: str, error: Array, dtype: str) -> bool:
    """Whether an error is no larger than a coarser arithmetic's bound, and no smaller than its rounding."""
    ball = local_balls(run.case, run.canonical, arithmetic=rounding(dtype))[name]
    roundoff = rounding(dtype).u * rms(ball.v)
    inside = bool(np.all(np.abs(error) <= SPARE * ball.radius))
    return inside and FAINT * roundoff <= rms(error) <= LOUD * roundoff


def is_noise(adapter: Adapter, run: Run, found: Mapping[str, Array], dtype: str) -> bool:
    """Whether the errors average out when data and parameters are moved by a few roundoffs, again and again.

    Rounding is then drawn anew every time and has no direction: the mean of n errors is √n times smaller than one of
    them. What a mistake does has a direction, however much its size may vary where a unit has saturated.
    """
    stream, case = RandomState(0), run.case
    drawn: dict[str, list[Array]] = {name: [] for name in found}
    for _ in range(DRAWS):
        near = jittered(case, JITTER * rounding(dtype).u, stream)
        for name, error in errors(run_once(adapter, near), dtype, found).items():
            drawn[name].append(error)
    shares = [rms(np.mean(e, axis=0)) / rms(np.asarray(e)) for e in drawn.values() if e and np.any(e)]
    return bool(shares) and float(np.sqrt(np.mean(np.square(shares)))) < DIRECTED


def jittered(case: Case, size: float, stream: RandomState) -> Case:
    """Data and parameters, each moved by a random share of itself."""

    def moved(a: Array) -> Array:
        return np.asarray(a * (1 + size * stream.uniform(-1, 1, a.shape)))

    biases = None if case.biases is None else tuple(moved(b) for b in case.biases)
    return case.with_(x=moved(case.x), weights=tuple(moved(w) for w in case.weights), biases=biases)


def is_representable(a: Array, dtype: str) -> bool:
    """Whether every element is a number of a coarser dtype, and not only zeros and ones."""
    with np.errstate(over="ignore"):
        exact = np.array_equal(a.astype(dtype).astype(np.float64), a.astype(np.float64))
    return exact and bool(np.any(a != np.rint(a)))
