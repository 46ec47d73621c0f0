"""A constant factor: every parameter gradient is c times the reference's, with one c that has one name in all cases.

The factor is on the *data* part of the gradient: what the loss's L2 term and the optimizer's weight decay add is not
multiplied. (Tried second: the factor on the whole gradient, the L2 term included.) An estimate from the first step
proposes c; the table of steps, with that c planted in front of its gradients, then has to give every shown gradient and
every update of every step, within their bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.bounds import local_balls, values
from crosscheck.declaration import compatible_losses
from crosscheck.errors import UsageError
from crosscheck.judge import judge, rms
from crosscheck.record import parse_name
from crosscheck.recovered import recovered_gradients
from crosscheck.steps import Step, decay, penalised, plan, regularised
from crosscheck.vocabulary import KINKED, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Array = NDArray[Any]
SHOWN, APPLIED = "shown", "applied"


@dataclass(frozen=True)
class Factor:
    """A constant: its value in the first case, and what it is in terms of the sizes."""

    value: float
    name: str

    def of(self, case: Case) -> float:
        """Its value in a case."""
        return BY_NAME[self.name](case.n_samples, case.n_outputs) if self.name in BY_NAME else self.value


def _named() -> dict[str, Callable[[int, int], float]]:
    """The constants that have a name, the simplest first: a name that holds in all cases is the factor's."""
    plain: dict[str, Callable[[int, int], float]] = {
        "1": lambda n, k: 1.0,
        "2": lambda n, k: 2.0,
        "1/2": lambda n, k: 0.5,
        "N": lambda n, k: n,
        "1/N": lambda n, k: 1 / n,
        "K": lambda n, k: k,
        "1/K": lambda n, k: 1 / k,
        "N/2": lambda n, k: n / 2,
        "2/N": lambda n, k: 2 / n,
        "K/2": lambda n, k: k / 2,
        "2/K": lambda n, k: 2 / k,
        "N·K": lambda n, k: n * k,
        "1/(N·K)": lambda n, k: 1 / (n * k),
        "N·K/2": lambda n, k: n * k / 2,
        "2/(N·K)": lambda n, k: 2 / (n * k),
        "2N": lambda n, k: 2 * n,
        "1/(2N)": lambda n, k: 1 / (2 * n),
        "2K": lambda n, k: 2 * k,
        "1/(2K)": lambda n, k: 1 / (2 * k),
        "2·N·K": lambda n, k: 2 * n * k,
        "1/(2·N·K)": lambda n, k: 1 / (2 * n * k),
        "N/K": lambda n, k: n / k,
        "K/N": lambda n, k: k / n,
        "4": lambda n, k: 4.0,
        "1/4": lambda n, k: 0.25,
        "N²": lambda n, k: n * n,
        "1/N²": lambda n, k: 1 / n**2,
    }

    def negative(f: Callable[[int, int], float]) -> Callable[[int, int], float]:
        return lambda n, k: -f(n, k)

    return plain | {f"-{name}": negative(f) for name, f in plain.items()}


BY_NAME = _named()


@dataclass(frozen=True)
class Proportion:
    """What a group of a run's gradients is, in units of the reference's: an estimate, and how well it fits."""

    value: float
    misfit: float  # the root mean square of what is left, in units of the group's own


def precision(case: Case) -> float:
    """How far an estimate may be off: generous, since the bounds decide."""
    return 1e-6 if case.dtype == "float64" else 2e-3


def find_factor(runs: Sequence[Run]) -> tuple[Factor, dict[str, Factor]] | None:
    """The one constant, and both of them where what is shown and what is applied differ by one.

    Returns:
        None where there is none, or where it is 1 in both.
    """
    if any(not any("@" not in name for name in run.canonical) for run in runs):
        return None  # of an update that is not the first, no gradient can be recovered
    chosen: dict[str, Factor] = {}
    for group in (SHOWN, APPLIED):
        factor = one_factor(runs, group)
        if factor is not None:
            chosen[group] = factor
        elif any(group_gradients(run, group) for run in runs):
            return None
    off = [f for f in (chosen.get(APPLIED), chosen.get(SHOWN)) if f is not None and f.name != "1"]
    if not off:
        return None
    return off[0], (chosen if len({f.name for f in chosen.values()}) > 1 else {})


def one_factor(runs: Sequence[Run], group: str) -> Factor | None:
    """The constant of one group of gradients that holds in every run, verified under the bounds."""
    for whole in (False, True):
        if whole and not any(run.case.l2 for run in runs):
            break
        found = [(run, p) for run in runs if (p := proportion(run, group, whole=whole)) is not None]
        # at an exact zero a derivative may be another by convention: such a case is verified, and estimates nothing
        estimates = [(run, p) for run, p in found if p.misfit <= precision(run.case) or not has_exact_zeros(run.case)]
        if not estimates or any(p.misfit > precision(run.case) for run, p in estimates):
            continue
        for factor in candidates(estimates):
            if all(holds(run, group, factor.of(run.case), whole=whole) for run, _ in found):
                return factor
    return None


def has_exact_zeros(case: Case) -> bool:
    """Whether a kinked activation meets a pre-activation of exactly zero."""
    kinked = [i for i, spec in enumerate(case.activations, 1) if name_and_parameter(spec)[0] in KINKED]
    return bool(kinked) and any(np.any(values(case)[f"Z{i}"] == 0) for i in kinked)


def candidates(estimates: Sequence[tuple[Run, Proportion]]) -> list[Factor]:
    """Constants with a name that every run's estimate allows; else a nameless one, where all runs give the same."""
    first_run, first = estimates[0]

    def fits(c: float, p: Proportion, run: Run) -> bool:
        return abs(c - p.value) <= precision(run.case) * abs(c)

    named = [
        Factor(f(first_run.case.n_samples, first_run.case.n_outputs), name)
        for name, f in BY_NAME.items()
        if all(fits(f(run.case.n_samples, run.case.n_outputs), p, run) for run, p in estimates)
    ]
    if named:
        return named[:2]
    if first.value and all(fits(first.value, p, run) for run, p in estimates):
        value = float(f"{first.value:.6g}")
        value = value if abs(value - first.value) <= 1e-12 * abs(value) else first.value
        return [Factor(value, f"{value:.6g}")]
    return []


def group_gradients(run: Run, group: str) -> dict[str, Array]:
    """The first step's parameter gradients, as shown or as recovered from the update."""
    if group == SHOWN:
        found = {n: np.asarray(a, dtype=np.float64) for n, a in run.canonical.items()}
    else:
        found = {n: b.v for n, b in recovered_gradients(run).items()}
    return {
        n: a for n, a in found.items()
        if parse_name(n).quantity in ("dW", "db") and parse_name(n).step == 1 and np.all(np.isfinite(a))
    }  # fmt: skip


def proportion(run: Run, group: str, *, whole: bool = False, only: str | None = None) -> Proportion | None:
    """How many times the reference's the gradients of a group are; None where there are none, or only zeros."""
    gradients = group_gradients(run, group)
    names = [n for n in gradients if only is None or n == only]
    if not names:
        return None
    reference = values(run.case)
    mine = np.concatenate([(gradients[n] - penalty(run.case, n, whole)).ravel() for n in names])
    theirs = np.concatenate([(reference[n] - penalty(run.case, n, whole)).ravel() for n in names])
    scale = rms(theirs)
    if scale == 0:
        return None
    m, t = mine / scale, theirs / scale
    c = float(m @ t / (t @ t))
    left = float(np.sqrt(np.mean((m - c * t) ** 2)))
    return Proportion(c, left / max(abs(c), 1e-300))


def penalty(case: Case, name: str, whole: bool) -> Array | float:
    """What the L2 term adds to a gradient; 0 where the factor is looked for on the whole of it."""
    n = parse_name(name)
    assert n.layer is not None
    assert n.parameter is not None
    if whole or not case.l2 or n.parameter not in penalised(case):
        return 0.0
    given = case.weights if n.parameter == "W" else case.biases or ()
    return np.asarray(decay(case) * given[n.layer - 1].astype(np.float64))


def planted(case: Case, c: float, whole: bool) -> tuple[Step, ...]:
    """The table of steps with c in front of every parameter gradient."""
    plain = {s.name: s for s in plan(case.with_(l2=0.0))} if not whole else {}

    def scaled(step: Step) -> Step:
        if step.kind not in ("weight-gradient", "bias-gradient"):
            return step
        p = "W" if step.kind == "weight-gradient" else "b"
        before = f"{p}{step.layer}" if step.step == 1 else f"{p}{step.layer}'" + (
            f"@{step.step - 1}" if step.step > 2 else "")  # fmt: skip
        if whole:
            return replace(step, formula=lambda v: op.scale(c, step.formula(v), roundings=8))
        data = plain[step.name].formula
        return replace(step, formula=lambda v: regularised(case, p, op.scale(c, data(v), roundings=8), v[before]))

    return tuple(scaled(s) for s in plan(case))


def holds(run: Run, group: str, c: float, *, whole: bool = False) -> bool:
    """Whether every array of the group, in every step, is what the table with c gives, within its bounds."""
    parameters = {n: a for n, a in run.canonical.items() if parse_name(n).quantity in ("W'", "b'")}
    judged: Mapping[str, Array] = parameters
    if group == SHOWN:
        judged = {n: a for n, a in run.canonical.items() if parse_name(n).quantity in ("dW", "db")}
    # each update from the candidate's own parameters before it: no error is carried from step to step
    balls = local_balls(run.case, parameters, planted(run.case, c, whole))
    with np.errstate(all="ignore"):
        return bool(judged) and all(
            np.all(np.isfinite(a)) and judge(a, balls[n], rms(balls[n].v)).n_out == 0 for n, a in judged.items()
        )


def with_loss(run: Run, loss: str) -> Run | None:
    """The same arrays, held against another loss; None where its targets do not fit."""
    try:
        return replace(run, case=run.case.with_(loss=loss))
    except UsageError:
        return None


def exact_for(runs: Sequence[Run]) -> tuple[str, ...]:
    """The losses of the bank of which every gradient and update of every run is that of the loss, to rounding."""
    if not runs:
        return ()
    losses = compatible_losses(runs[0].case.activations[-1])
    return tuple(loss for loss in losses if is_exact(runs, loss))


def is_exact(runs: Sequence[Run], loss: str) -> bool:
    """Whether the gradients are this loss's own."""
    said = False
    for original in runs:
        run = with_loss(original, loss)
        if run is None:
            return False
        for group in (SHOWN, APPLIED):
            if proportion(run, group) is None:
                continue
            if not holds(run, group, 1.0):
                return False
            said = True
    return said


def factors_per_quantity(runs: Sequence[Run]) -> dict[str, Factor]:
    """Quantities that are a constant times the reference's, where it is not 1: dW2 -> N, say. Estimates, no proof."""
    found: dict[str, Factor] = {}
    for name in dict.fromkeys(n for run in runs for g in (SHOWN, APPLIED) for n in group_gradients(run, g)):
        estimates = []
        for run in runs:
            for group in (SHOWN, APPLIED):
                p = proportion(run, group, only=name)
                if p is not None:
                    estimates.append((run, p))
        if not estimates or any(p.misfit > precision(run.case) for run, p in estimates):
            continue
        best = candidates(estimates)
        if best and best[0].name != "1":
            found[name] = best[0]
    return found


def explains(run: Run, name: str, c: float) -> bool:
    """Whether a sample quantity (dZ, dA, dX, d_output) that differs is c times what its own inputs give."""
    if parse_name(name).quantity not in ("dZ", "dA", "dX", "d_output") or name not in run.canonical:
        return False
    ball = local_balls(run.case, run.canonical)[name]
    scaled = op.scale(c, ball, roundings=8)
    assert isinstance(scaled, op.Ball)
    return judge(run.canonical[name], scaled, rms(scaled.v)).n_out == 0
