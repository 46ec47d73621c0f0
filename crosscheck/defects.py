"""The catalogue of mistakes, and how they are planted into the table of steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crosscheck.errors import UsageError
from crosscheck.mistakes import (
    buffers,
    decay,
    decoupled,
    flat,
    forward,
    handed_down,
    hidden,
    integers,
    labels,
    lagging,
    long_way,
    momentum,
    one_weight,
    ones,
    output,
    parameters,
    softmax,
    state,
    targets,
    update,
    used_twice,
    velocity,
)
from crosscheck.mistakes.site import Defect, Site, Variant
from crosscheck.mistakes.written import WRITTEN, written
from crosscheck.steps import Names, Step, plan
from crosscheck.vocabulary import check_choice

if TYPE_CHECKING:
    from crosscheck.case import Case

CATALOGUE: tuple[Defect, ...] = (
    *forward.DEFECTS,
    *softmax.DEFECTS,
    *ones.DEFECTS,
    *integers.DEFECTS,
    *used_twice.DEFECTS,
    *output.DEFECTS,
    *labels.DEFECTS,
    *targets.DEFECTS,
    *long_way.DEFECTS,
    *hidden.DEFECTS,
    *handed_down.DEFECTS,
    *parameters.DEFECTS,
    *one_weight.DEFECTS,
    *decay.DEFECTS,
    *decoupled.DEFECTS,
    *state.DEFECTS,
    *update.DEFECTS,
    *momentum.DEFECTS,
    *velocity.DEFECTS,
    *buffers.DEFECTS,
    *lagging.DEFECTS,
    *flat.DEFECTS,
    *update.LIMITS,
)


@dataclass(frozen=True, order=True)
class Planted:
    """A mistake made: which, at which layer, and in which of its forms."""

    id: str
    layer: int
    label: str = ""

    def __str__(self) -> str:
        form = f" ({self.label})" if self.label else ""
        return f"{self.id}@{self.layer}{form}"


@cache
def by_id() -> dict[str, Defect]:
    """id -> Defect."""
    return {d.id: d for d in CATALOGUE}


@cache
def order_of(defect_id: str) -> int:
    """The place in the catalogue: the order in which mistakes on one step are applied."""
    return list(by_id()).index(defect_id)


def options(case: Case, layer: int) -> list[tuple[Planted, Variant]]:
    """Every mistake that can be made at a layer of a case."""
    return [(Planted(d.id, layer, v.label), v) for d in CATALOGUE for v in variants(d.id, case, layer).values()]


@lru_cache(maxsize=50_000)
def variants(defect_id: str, case: Case, layer: int) -> dict[str, Variant]:
    """label -> Variant, of one mistake at one layer; they are asked for many times in a search."""
    return {v.label: v for v in by_id()[defect_id].variants(case, layer)}


def variant_of(case: Case, planted: Planted) -> Variant | None:
    """What a planted mistake changes in this case; None where it cannot be made there."""
    if planted.layer > case.n_layers:
        return None
    found = variants(planted.id, case, planted.layer).get(planted.label)
    if found is None and planted.id == WRITTEN and planted.label:
        return written(case, planted.layer, planted.label)
    return found


def plan_with(case: Case, planted: Sequence[Planted]) -> tuple[Step, ...]:
    """The table of steps with mistakes planted, composed in the catalogue's order.

    Raises:
        UsageError: an unknown id, or a mistake that cannot be made in this case.
    """
    changes: dict[tuple[str, int], list[Variant]] = {}
    for p in sorted(planted, key=lambda p: order_of(checked(p.id))):
        variant = variant_of(case, p)
        if variant is None:
            raise UsageError(f"{p} cannot be made in {case.id}: it has no such place")
        for kind in variant.changes:
            changes.setdefault((kind, p.layer), []).append(variant)
    return tuple(changed(case, s, changes.get((s.kind, s.layer), [])) for s in plan(case))


def checked(defect_id: str) -> str:
    """The id itself; UsageError where the catalogue has no such mistake."""
    check_choice("mistake", defect_id, tuple(by_id()))
    return defect_id


def changed(case: Case, step: Step, variants: Sequence[Variant]) -> Step:
    """A step with its formula replaced, once for each variant."""
    formula = step.formula
    for v in variants:
        if step.step >= v.from_step:
            formula = v.changes[step.kind](Site(case, Names(case, step.step), step.layer), formula)
    return Step(step.name, step.kind, step.layer, step.step, formula) if variants else step
