"""Mistakes in what is kept from one training step to the next, besides the velocity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crosscheck import ball as op
from crosscheck.ball import Value
from crosscheck.mistakes.parameters import data, has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant
from crosscheck.steps import Env

if TYPE_CHECKING:
    from crosscheck.case import Case


def stale_input(case: Case, i: int) -> Sequence[Variant]:
    """From the second step on, dW from the activations of the first."""
    if case.steps == 1 or i == 1:
        return ()

    def first(s: Site, v: Env) -> Value:
        name = s.name("A", s.layer - 1) if s.step == 1 else f"A{s.layer - 1}"
        return op.matmul(op.transpose(v[s.name("dZ")]), v[name], extra=3)

    return (Variant("", {"weight-gradient": data("W", first)}, from_step=2),)


def accumulated(case: Case, i: int) -> Sequence[Variant]:
    """Gradients added to those of the steps before."""
    if case.steps == 1:
        return ()

    def running(p: str) -> Change:
        def change(s: Site, formula: Callable[[Env], Value]) -> Callable[[Env], Value]:
            def after(v: Env) -> Value:
                g = formula(v)
                before = f"d{p}{s.layer}" + (f"@{s.step - 1}" if s.step > 2 else "")
                return g if s.step == 1 else op.add(v[before], g)

            return after

        return change

    changes = {"weight-gradient": running("W")}
    if has_bias(case):
        changes["bias-gradient"] = running("b")
    return (Variant("", changes, from_step=2),)


DEFECTS = (
    Defect("gradients-accumulate", "state", accumulated),
    Defect("stale-cache", "state", stale_input),
)  # fmt: skip
