"""Extreme inputs: where code is right in everything but overflows, or clips the value of its loss, it is a remark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.bounds import values
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding, Remark
from crosscheck.judge_run import RUN

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.judge_run import Judged

EXTREME = ("saturated", "large")
# of the module `math`, where NumPy gives infinity: exp(1000), log(0)
RANGES = ("OverflowError: math range error", "ValueError: math domain error")
LARGE = 100.0  # of a pre-activation: exp of a few times that overflows
UNSTABLE = "overflows for extreme inputs: right, but unstable"
CLIPPED = "kept off zero or clipped for extreme outputs: its value says nothing there"


def counts(f: Finding) -> bool:
    """Whether a finding makes the verdict `differs`: a loss *value* that is off does not."""
    return f.status == DIFFERS and (f.stage != "loss" or f.index is None)


def extremes_aside(judged: list[Judged]) -> list[Judged]:
    """Where only extreme inputs give NaN or infinity, the code is right but unstable: a remark, and no difference."""
    judged = [without_range_errors(j) for j in judged]
    if any(counts(f) for j in judged if not is_extreme(j) for f in j.findings):
        return [with_inputs_named(j) if j.run.case.inputs in EXTREME else j for j in judged]
    loss_is_right = has_right_losses(judged)
    return [aside(j, loss_is_right) if is_extreme(j) else j for j in judged]


def with_inputs_named(j: Judged) -> Judged:
    """A run whose remarks on the value of the loss say for which inputs that is."""
    said = tuple(
        replace(r, text=f"{r.text} (inputs: {j.run.case.inputs})") if r.kind == "loss-value" else r for r in j.remarks
    )
    return replace(j, remarks=said)


def without_range_errors(j: Judged) -> Judged:
    """A run in which Python's own `math` overflowed where numbers are far from one: nothing is judged of it."""
    off = [f for f in j.findings if f.status == DIFFERS and f.stage == RUN and f.index is None]
    if (
        j.run.case.inputs not in (*EXTREME, "scaled")
        or not off
        or not all(any(r in f.why for r in RANGES) for f in off)
    ):
        return j
    (first,) = off[:1]
    text = f"{first.why}, at {first.place}, where numbers are far from one ({j.run.case.inputs}): right, but unstable"
    return replace(j, findings=unjudged(j.findings, off, UNSTABLE), remarks=(*j.remarks, Remark("unstable", text)))


def is_extreme(j: Judged) -> bool:
    """Whether a run's inputs are extreme, or its training is, where it ends in NaN: in the reference as well."""
    return j.run.case.inputs in EXTREME or has_blown_up(j)


def has_blown_up(j: Judged) -> bool:
    """Whether numbers that are none come in a later step, when the reference's own pre-activations are enormous."""
    late = [f.step for f in j.findings if f.status == DIFFERS and f.n_nonfinite]
    if not late or min(late) == 1:
        return False
    return peak_of(j.run.case) > LARGE


@lru_cache(maxsize=64)  # a Case is compared by identity
def peak_of(case: Case) -> float:
    """The greatest |Z| of all steps."""
    with np.errstate(all="ignore"):
        found = [float(np.max(np.abs(a))) for n, a in values(case).items() if n.startswith("Z")]
    return max((x for x in found if np.isfinite(x)), default=float("inf"))


def has_right_losses(judged: Sequence[Judged]) -> bool:
    """Whether the value of the loss is shown, and right wherever inputs are not extreme."""
    values = [f.status for j in judged if not is_extreme(j) for f in j.findings if f.stage == "loss"]
    return AGREES in values and DIFFERS not in values


def aside(j: Judged, loss_is_right: bool) -> Judged:
    """A run of extreme inputs, without the differences that are only its being extreme."""
    off = [f for f in j.findings if counts(f)]
    unstable = off if all(only_overflows(f) for f in off) else []
    value = [f for f in j.findings if f.stage == "loss" and f.status == DIFFERS and f not in off]
    value = value if loss_is_right and len(unstable) == len(off) else []
    findings, remarks = j.findings, list(j.remarks)
    inputs = j.run.case.inputs
    if unstable:
        findings = unjudged(findings, unstable, UNSTABLE)
        text = f"{unstable[0].name} overflows where pre-activations are extreme ({inputs}): right, but unstable"
        remarks.append(Remark("unstable", text))
    if value:
        (f,) = value[:1]
        findings = unjudged(findings, value, UNSTABLE if f.n_nonfinite else CLIPPED)
        remarks = [r for r in remarks if r.kind != "loss-value"]
        remarks.append(Remark("unstable-loss", about_value(f, inputs, "" if unstable else "; its gradients hold")))
    return replace(j, findings=findings, remarks=tuple(remarks))


def unjudged(findings: Sequence[Finding], off: Sequence[Finding], why: str) -> tuple[Finding, ...]:
    """The findings, those that are off not judged."""
    return tuple(replace(f, status=NOT_JUDGED, why=why, follows=False) if f in off else f for f in findings)


def about_value(f: Finding, inputs: str, rest: str) -> str:
    """What became of the loss, and the rest of the sentence."""
    if f.n_nonfinite:
        return f"the value of the loss is NaN or infinite where the output is extreme ({inputs}){rest}"
    return (
        f"the value of the loss is {f.candidate:.6g} in place of {f.reference:.6g} where the output is extreme "
        f"({inputs}), as where its logarithm is clipped{rest}"
    )


def only_overflows(f: Finding) -> bool:
    """Whether every finite element of an array is right: a NaN excuses nothing but itself."""
    return f.stage != RUN and not f.n_out and (f.n_nonfinite > 0 or f.follows)
