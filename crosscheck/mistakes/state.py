"""Mistakes in what is kept from one training step to the next, besides the velocity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck import ball as op
from crosscheck.ball import Value
from crosscheck.mistakes.decay import undecayed
from crosscheck.mistakes.parameters import data, has_bias
from crosscheck.mistakes.site import Change, Defect, Site, Variant, wrapped
from crosscheck.steps import Env, Names, penalised

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
    """Gradients added to those of the steps before: of both, or of either; with a penalty's term, or before it is."""
    if case.steps == 1:
        return ()

    def running(p: str, whole: bool) -> Change:
        def after(s: Site, v: Env, g: Value) -> Value:
            if s.step == 1:
                return g
            return op.add(v[Names(case, s.step - 1).of(f"d{p}", i)] if whole else undecayed(s, v, p, s.step - 1), g)

        return wrapped(after)

    kinds = {"W": "weight-gradient", "b": "bias-gradient"}
    only = {"": "Wb", "weights only": "W", "biases only": "b"} if has_bias(case) else {"": "W"}
    found = [
        Variant(label, {kinds[p]: running(p, True) for p in ps}, from_step=2) for label, ps in only.items()
    ]  # fmt: skip
    if case.l2:
        # where the penalty's term is added later, to what is used of the sum; alone on the biases it is the same
        found += [
            Variant(
                f"{label}, not the decay" if label else "not the decay",
                {kinds[p]: running(p, False) for p in ps}, from_step=2,
            ) for label, ps in only.items() if set(ps) & set(penalised(case))
        ]  # fmt: skip
    return found


DEFECTS = (
    Defect("gradients-accumulate", "state", accumulated),
    Defect("stale-cache", "state", stale_input),
)  # fmt: skip
