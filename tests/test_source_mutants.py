"""Every mistake made in the source is caught, in the right place; and every axis of the grid earns its keep."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.pair import layout_conventions
from crosscheck.report.report import Report
from crosscheck.vocabulary import name_and_parameter
from tests.grid import Entry, grid
from tests.source_mutants import MUTANTS, ON, Mutant, run

GRID = grid()
BY_ID = {m.id: m for m in MUTANTS}


def judged(mutant: Mutant | None, case: Case, layout: str, joint: bool) -> Report:
    return compare(run(mutant, case, layout, joint), case, layout_conventions(layout))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: m.id)
def test_mistake_is_caught_in_the_right_place(mutant: Mutant):
    report = judged(mutant, mutant.case, mutant.layout, mutant.joint)
    assert report.verdict == "differs", report
    assert report.first_cause is not None
    assert report.first_cause.name == mutant.first, report


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("on", ON)
def test_unedited_copy_agrees(on: str, layout: str):
    # Loaded in the same way: what the mutants are caught by is the mistake, and not the loading.
    report = judged(None, ON[on], layout, joint=True)
    assert report.passed, report


def test_there_are_enough_mistakes_and_each_is_tried_on_a_case_of_the_grid():
    ids = {e.id for e in GRID}
    assert len(BY_ID) == len(MUTANTS) >= 30
    tried = {Entry(m.case, m.layout, m.joint).id for m in MUTANTS}
    assert tried <= ids, tried - ids


@dataclass(frozen=True)
class Axis:
    """An axis of the grid: the mistake that only it catches, and what is left of the grid without it."""

    name: str
    mutant: str
    without: Callable[[Entry], bool]


def activations_of(case: Case) -> set[str]:
    return {name_and_parameter(s)[0] for s in case.activations}


def differs_in_width(case: Case) -> bool:
    return len(set(case.sizes)) == len(case.sizes)


AXES = [
    Axis("with biases", "bias-sign", lambda e: e.case.biases is None),
    Axis("depth of 3 and more", "inner-derivative-missing", lambda e: e.case.n_layers < 3),
    Axis("square layers", "weight-not-transposed", lambda e: differs_in_width(e.case)),
    Axis("N equal to a width", "bias-along-the-samples", lambda e: e.case.n_samples not in e.case.sizes),
    Axis("N = 1", "bias-gradient-of-squeezed-samples", lambda e: e.case.n_samples > 1),
    Axis("N > 1", "averaged-twice", lambda e: e.case.n_samples == 1),
    Axis("width 1", "one-unit-taken-for-the-output", lambda e: 1 not in e.case.sizes[1:-1]),
    Axis("several outputs", "mean-over-outputs-forgotten", lambda e: e.case.n_outputs == 1),
    Axis("smooth activations", "derivative-at-activation",
         lambda e: activations_of(e.case) <= {"identity", "relu", "leaky_relu"}),
    Axis("kinked activations", "derivative-always-one", lambda e: "relu" not in activations_of(e.case)),
    Axis("activations with parameters", "elu-without-alpha",
         lambda e: not any(isinstance(s, tuple) for s in e.case.activations)),
    Axis("a different activation in every layer", "derivative-of-wrong-layer",
         lambda e: len(activations_of(e.case)) == 1),
    Axis("every activation on the output", "softmax-diagonal-jacobian",
         lambda e: e.joint and (e.case.activations[-1] != "softmax" or e.case.loss.startswith("cross"))),
    Axis("the scale of a loss", "half-forgotten", lambda e: e.case.loss != "half_sse_per_sample"),
    Axis("the family of a loss", "joint-gradient-sign", lambda e: not e.case.loss.startswith("bce")),
    Axis("the long way", "bce-only-where-true", lambda e: e.joint),
    Axis("the joint way", "softmax-gradient-of-a-sigmoid", lambda e: not e.joint),
    Axis("float64", "single-precision-inside", lambda e: e.case.dtype == "float32"),
    Axis("3 steps with momentum", "momentum-forgotten", lambda e: e.case.steps == 1 or not e.case.momentum),
    Axis("dampening", "momentum-undamped-from-the-second-step", lambda e: not e.case.dampening),
    Axis("nesterov", "nesterov-ignored", lambda e: not e.case.nesterov),
    Axis("weight decay", "weight-decay-sign", lambda e: not e.case.weight_decay),
    Axis("maximize", "maximize-ignored", lambda e: not e.case.maximize),
    Axis("decay together with maximize", "weight-decay-before-the-sign",
         lambda e: not (e.case.weight_decay and e.case.maximize)),
    Axis("l2", "decay-factor", lambda e: not e.case.l2),
    Axis("l2 on all parameters", "decay-not-on-bias", lambda e: e.case.l2_on == "weights"),
    Axis("l2 per sample", "decay-not-per-sample", lambda e: e.case.l2_scale == "total"),
]  # fmt: skip


@pytest.mark.parametrize("axis", AXES, ids=lambda a: a.name)
def test_without_the_axis_its_mistake_passes(axis: Axis):
    mutant = BY_ID[axis.mutant]
    rest = [e for e in GRID if e.layout == mutant.layout and axis.without(e)]
    assert len(rest) >= 6
    changed = [e for e in rest[:: max(1, len(rest) // 60)] if not same(mutant, e)]
    assert [e.id for e in changed if not judged(mutant, e.case, e.layout, e.joint).passed] == []


@pytest.mark.parametrize("axis", AXES, ids=lambda a: a.name)
def test_with_the_axis_its_mistake_is_caught(axis: Axis):
    mutant = BY_ID[axis.mutant]
    there = (e for e in GRID if e.layout == mutant.layout and not axis.without(e))
    assert any(caught(mutant, e) for e in there)


def caught(mutant: Mutant, e: Entry) -> bool:
    return not same(mutant, e) and judged(mutant, e.case, e.layout, e.joint).verdict == "differs"


def same(mutant: Mutant, e: Entry) -> bool:
    """Whether the mistake changes no bit of this case: then it passes, as test_pair shows of the unedited code."""
    right, wrong = unedited(e), run(mutant, e.case, e.layout, e.joint)
    return right.keys() == wrong.keys() and all(np.array_equal(right[n], wrong[n]) for n in right)


@cache
def unedited(e: Entry) -> dict[str, np.ndarray]:
    return run(None, e.case, e.layout, e.joint)
