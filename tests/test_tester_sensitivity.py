"""The tester is tested: in every array, a change of a few times the bound is caught where it is, one of less is not."""

from itertools import cycle

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.finding import AGREES, DIFFERS, Finding
from crosscheck.pair import layout_conventions, run_layout
from crosscheck.report.report import Report
from tests.grid import HIDDEN, draw
from tests.planting import Planted, carried, own_index, plant, times

# Between them: every kind of quantity, several activations and losses, both dtypes, second and third steps.
CASES = {
    "tanh": draw(),
    "relu f32": draw(activations="relu", loss="bce_per_sample", dtype="float32"),
    "softmax": draw(activations=["softplus", "elu", "softmax"], loss="cross_entropy_mean", seed=2),
    "softmax by its Jacobian f32": draw(
        activations=["gelu_tanh", "leaky_relu", "softmax"], loss="sse_per_sample", dtype="float32", seed=2
    ),
    "2 steps": draw(activations="silu", momentum=0.9, nesterov=True, weight_decay=0.1, steps=2, seed=4),
    "2 steps f32": draw(activations="sigmoid", momentum=0.9, dampening=0.5, steps=2, dtype="float32", seed=4),
    "3 steps, L2": draw(((3, 4, 2), 5), l2=0.3, l2_on="all", maximize=True, steps=3, seed=5),
    "no biases, N = 1": draw(((3, 5, 2), 1), activations="relu", bias=False),
}
# The layouts in turn: what a bound allows does not depend on where the element is stored.
PLACES = [
    (key, layout, name)
    for key, case in CASES.items()
    for name, layout in zip(run_layout("numerator", case), cycle(("numerator", "denominator", "denominator")))
]
NAMED = [f"{name} of {key}, {layout}" for key, layout, name in PLACES]


def judged(case: Case, layout: str, planted: Planted) -> Report:
    return compare(planted.arrays, case, layout_conventions(layout))


def of(report: Report, name: str) -> Finding:
    return next(f for f in report.findings if f.name == name)


@pytest.mark.parametrize(("key", "layout", "name"), PLACES, ids=NAMED)
def test_a_change_of_three_bounds_is_caught_at_its_index(key: str, layout: str, name: str):
    case = CASES[key]
    planted = plant(case, layout, name, times=3)
    report = judged(case, layout, planted)
    f = of(report, name)
    assert (f.status, f.follows) == (DIFFERS, False), report
    assert f.n_out == 1
    assert f.canonical_index == planted.index
    assert f.index == own_index(layout, name, planted.index)
    assert f.candidate == planted.value
    assert f.error == pytest.approx(planted.error)
    assert f.bound == pytest.approx(planted.bound)
    assert f.ratio > 1
    assert next(g.name for g in report.findings if g.status == DIFFERS) == name  # nothing earlier is blamed
    assert report.first_cause is not None
    assert report.first_cause.name == name or f.stage == "loss"  # a loss value is no cause of what follows it
    assert (report.verdict == "differs") or f.stage == "loss"


@pytest.mark.parametrize(("key", "layout", "name"), PLACES, ids=NAMED)
def test_a_change_of_half_a_bound_is_not_caught(key: str, layout: str, name: str):
    case = CASES[key]
    f = of(judged(case, layout, plant(case, layout, name, times=0.5)), name)
    assert f.status == AGREES, f
    assert f.n_out == 0


def test_half_a_bound_is_a_change_in_most_places():
    # In float32 there may be no number between an element and its bound: the test above then changes nothing.
    changed = [
        not np.array_equal(plant(CASES[k], layout, n, 0.5).arrays[n], run_layout(layout, CASES[k])[n])
        for k, layout, n in PLACES
    ]
    assert np.mean(changed) > 0.6


def test_every_kind_of_quantity_is_planted():
    kinds = {name.split("@")[0].rstrip("'").rstrip("0123456789") for _, _, name in PLACES}
    assert kinds == {
        "Z", "A", "output", "loss", "d_output", "dZ", "dW", "db", "dA", "dX", "W", "b", "vW", "vb",
    }  # fmt: skip


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("activation", HIDDEN, ids=str)
def test_a_derivative_wrong_by_a_twentieth_of_a_percent_is_refused(activation, dtype: str):
    case = draw(activations=[activation, activation, "identity"], dtype=dtype)
    assert compare(carried(case, {}), case).passed
    report = compare(carried(case, {"dZ2": times(1.0005)}), case)
    assert report.verdict == "differs"
    assert report.first_cause is not None
    assert report.first_cause.name == "dZ2"


@pytest.mark.parametrize("name", ["dW1", "db2", "W1'", "b2'"])
@pytest.mark.parametrize("factor", [1 + 1e-11, 1 - 1e-11])
def test_in_float64_eleven_digits_are_not_enough(name: str, factor: float):
    case = draw()
    report = compare(carried(case, {name: times(factor)}), case)
    assert report.first_cause is not None
    assert report.first_cause.name == name


@pytest.mark.parametrize("key", CASES)
def test_a_sound_evaluation_of_the_table_agrees(key: str):
    report = compare(carried(CASES[key], {}), CASES[key])
    assert report.passed, report
