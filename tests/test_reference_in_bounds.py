"""PyTorch and the table of steps: two independent computations, each inside the bounds carried around the other."""

import numpy as np
import pytest

from crosscheck.bounds import global_balls, local_balls, values
from crosscheck.case import Case
from crosscheck.compare import compare, run_reference
from crosscheck.record import names_of
from crosscheck.steps import plan
from tests.grid import L2, SGD, grid

# Every seventh case still meets each activation, loss and size; the layouts do not matter here.
CASES = list({e.case.id: e.case for e in grid()}.values())
SOME = CASES[::7]


def by_id(case: Case) -> str:
    return case.id


@pytest.mark.parametrize("case", SOME, ids=by_id)
def test_reference_lies_in_the_balls_around_the_table(case: Case):
    reference, balls = run_reference(case), global_balls(case)
    assert list(reference) == list(names_of(case))
    outside = {n: worst(a, balls[n].v, balls[n].radius) for n, a in reference.items()}
    assert max(outside.values()) <= 1, outside


@pytest.mark.parametrize("case", SOME, ids=by_id)
def test_table_lies_in_the_balls_around_the_reference(case: Case):
    computed, balls = values(case), global_balls(case, run_reference(case))
    outside = {n: worst(np.asarray(a), balls[n].v, balls[n].radius) for n, a in computed.items()}
    assert max(outside.values()) <= 1, outside


@pytest.mark.parametrize("case", SOME, ids=by_id)
def test_every_step_of_the_reference_holds_on_its_own_inputs(case: Case):
    reference = run_reference(case)
    balls = local_balls(case, reference)
    outside = {n: worst(a, balls[n].v, balls[n].radius) for n, a in reference.items()}
    assert max(outside.values()) <= 1, outside


@pytest.mark.parametrize("case", SOME[::4], ids=by_id)
def test_reference_agrees_with_itself(case: Case):
    report = compare(run_reference(case), case)
    assert report.passed, report
    assert not report.remarks


def test_the_subset_meets_every_activation_loss_and_dtype():
    assert {s for c in SOME for s in c.activations} == {s for c in CASES for s in c.activations}
    assert {c.loss for c in SOME} == {c.loss for c in CASES}
    assert {c.dtype for c in SOME} == {"float64", "float32"}


@pytest.mark.parametrize("inputs", ["zeros", "saturated", "large", "scaled", "pixels"])
@pytest.mark.parametrize("loss", ["mse", "bce_mean", "cross_entropy_mean"])
@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "softplus", "gelu_tanh", "elu", "silu"])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_reference_holds_at_kinks_and_in_saturation(activation: str, loss: str, inputs: str, dtype: str):
    case = Case.draw((3, 5, 7, 2), 11, activations=activation, loss=loss, inputs=inputs, dtype=dtype)
    reference = run_reference(case)
    differing = [f.name for f in compare(reference, case).findings if f.status == "differs"]
    assert not differing


@pytest.mark.parametrize("settings", [*SGD.values(), *L2.values()], ids=[*SGD, *(f"l2 {name}" for name in L2)])
def test_moving_averages_and_updates_hold_through_five_steps(settings: dict):
    case = Case.draw((3, 5, 2), 7, steps=5, **settings)
    assert compare(run_reference(case), case).passed


@pytest.mark.parametrize("steps", [1, 5])
def test_momentum_as_a_moving_average(steps: int):
    case = Case.draw((3, 5, 2), 7, steps=steps, momentum=0.9, momentum_form="ema")
    assert compare(run_reference(case), case).passed


def test_the_plan_computes_every_name_of_the_record_once():
    case = Case.draw((3, 5, 2), 7, momentum=0.5, steps=2)
    steps = [s.name for s in plan(case)]
    # the table is walked in an order of its own (each layer's update before the error is sent further down)
    assert sorted(steps) == sorted(names_of(case))
    assert len(set(steps)) == len(steps)


def worst(a: np.ndarray, centre: np.ndarray, radius: np.ndarray) -> float:
    """Worst error ÷ radius; elements that are infinite in both are equal."""
    finite = np.isfinite(a)
    error = np.abs(a[finite].astype(np.float64) - centre[finite])
    bound = radius[finite]
    known = error > 0
    return float((error[known] / bound[known]).max(initial=0.0))
