"""The judges of the reference: each refuses a small planted error, none refuses PyTorch, and a wrong one is named."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from crosscheck import Adapter, Case, run_reference
from crosscheck.ball import Rounding
from crosscheck.bounds import global_balls
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.oracles import JUDGES, OUTVOTED, Question, Vote, judge_precision, judge_reference, majority
from crosscheck.oracles.bounds_at_kinks import values_of
from crosscheck.oracles.judges import complex_bound, complex_slope, complex_step, inner, richardson_weights
from crosscheck.oracles.reference import direction, gradient_names, sides_of
from crosscheck.oracles.tangent import tangent
from crosscheck.vocabulary import LOSSES
from tests import grid

SMALL = 5e-4  # 0.05 %
CASE = Case.draw((3, 5, 7, 2), 11)


def planted(case: Case, name: str, error: float, element: bool = False) -> dict[str, Any]:
    """The reference's record with one gradient off by a relative error: all of it, or its largest element only."""
    record: dict[str, Any] = {n: np.array(a) for n, a in run_reference(case).items()}
    at = np.unravel_index(np.argmax(np.abs(record[name])), record[name].shape) if element else ...
    record[name][at] *= 1 + error
    return record


def question(case: Case, name: str) -> Question:
    """The slope of the loss along the direction that belongs to a gradient."""
    sides = sides_of(case)
    return Question(case, name, gradient_names(case)[name], direction(case, name, 0), sides, values_of(case, sides[0]))


def statuses(findings: Any, **wanted: Any) -> dict[tuple[str, str], str]:
    """(judge, name) -> status, of the findings that have the wanted attributes."""
    chosen = [f for f in findings if all(getattr(f, k) == v for k, v in wanted.items())]
    return {(f.judge, f.name): f.status for f in chosen}


# ------------------------------------------------------------------------------------------------ the reference passes


# Every hidden activation with every third loss, so that each loss meets a third of them.
@pytest.mark.parametrize(
    ("hidden", "loss"),
    [(h, loss) for i, h in enumerate(grid.HIDDEN) for j, loss in enumerate(LOSSES) if (i + j) % 3 == 0],
    ids=str,
)
def test_pytorch_stands_before_every_judge(hidden, loss):
    case = grid.draw(activations=[hidden, hidden, grid.output_of(loss)], loss=loss)
    findings = judge_reference(case, run_reference(case))
    assert {f.judge for f in findings} == {*JUDGES, "long double", "precision ladder"}
    assert {f.status for f in findings} == {AGREES}, [f.text for f in findings if f.status != AGREES]
    assert all(f.ratio <= 1 for f in findings)


@pytest.mark.parametrize("output", [*grid.HIDDEN[1:], "softmax"], ids=str)
def test_pytorch_stands_with_any_output_under_squares(output):
    case = grid.draw(activations=["tanh", "relu", output], loss="half_sse", seed=1)
    assert {f.status for f in judge_reference(case, run_reference(case))} == {AGREES}


EXTREMES = [
    (loss, hidden, inputs)
    for i, loss in enumerate(["mse", "bce_mean", "cross_entropy_sum"])
    for j, hidden in enumerate(["relu", "elu", ("leaky_relu", 0.05), "tanh", "gelu_tanh"])
    for k, inputs in enumerate(["zeros", "saturated", "large", "scaled", "pixels"])
    if (i + j + k) % 2 == 0
]


@pytest.mark.parametrize(("loss", "hidden", "inputs"), EXTREMES, ids=str)
def test_extreme_inputs_raise_no_false_alarm(hidden, loss, inputs):
    case = grid.draw(activations=[hidden, hidden, grid.output_of(loss)], loss=loss, inputs=inputs)
    findings = judge_reference(case, run_reference(case))
    assert {f.status for f in findings} <= {AGREES, NOT_JUDGED}, [f.text for f in findings if f.status == DIFFERS]


@pytest.mark.parametrize(
    "settings",
    [{"l2": 0.3}, {"l2": 0.3, "l2_on": "all", "l2_scale": "per_sample"}, {"momentum": 0.9, "maximize": True},
     {"weight_decay": 0.1}, {"bias": False}, {"dtype": "float32"}],
    ids=str,
)  # fmt: skip
def test_every_step_is_judged_whatever_the_optimizer_does(settings):
    case = grid.draw(activations="silu", steps=3, **settings)
    findings = judge_reference(case, run_reference(case), ladder=False)
    assert {f.status for f in findings} == {AGREES}
    assert {f.step for f in findings} == {1, 2, 3}


# ----------------------------------------------------------------------------------------- a small error is refused


@pytest.mark.parametrize("element", [False, True], ids=["whole array", "one element"])
@pytest.mark.parametrize("name", gradient_names(CASE))
def test_each_judge_refuses_half_a_thousandth(name, element):
    findings = judge_reference(CASE, planted(CASE, name, SMALL, element))
    by_judge = {f.judge: f for f in findings if f.name == name}
    assert set(by_judge) == {*JUDGES, "precision ladder"}
    assert {f.status for f in by_judge.values()} == {DIFFERS}
    assert all(f.ratio > 1e3 for f in by_judge.values())
    assert "the reference is contradicted by complex step and central" in by_judge["complex step"].text
    assert {f.status for f in findings if f.name != name} == {AGREES}


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("hidden", ["relu", "gelu_tanh"])
def test_each_judge_refuses_it_alone(judge, hidden):
    case = grid.draw(activations=hidden, loss="mse")
    found = judge_reference(case, planted(case, "dW2", SMALL), {judge: JUDGES[judge]}, ladder=False)
    assert statuses(found, name="dW2") == {(judge, "dW2"): DIFFERS}


def test_an_error_in_a_later_step_is_refused_there():
    case = CASE.with_(steps=2)
    findings = judge_reference(case, planted(case, "dW1@2", SMALL), ladder=False)
    assert {f.name for f in findings if f.status == DIFFERS} == {"dW1@2"}


def test_rows_that_are_swapped_are_refused():
    # a direction of ones would forgive it
    record: dict[str, Any] = dict(run_reference(CASE))
    record["dW2"] = record["dW2"][::-1]
    findings = judge_reference(CASE, record)
    assert set(statuses(findings, name="dW2").values()) == {DIFFERS}


def test_a_wrong_loss_value_is_refused():
    found = judge_reference(CASE, planted(CASE, "loss", 1e-10), ladder=False)
    assert [f.judge for f in found if f.status == DIFFERS] == ["long double"]


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_not_finite_is_refused(value):
    record = planted(CASE, "dW2", value)
    found = judge_reference(CASE, record, ladder=False)
    assert set(statuses(found, name="dW2").values()) == {DIFFERS}


def test_a_gradient_of_zeros_proves_nothing():
    # one sample that reaches no active unit: everybody says 0
    case = grid.draw(activations="relu", inputs="zeros")
    dead = case.with_(x=np.zeros_like(case.x[:1]), y=case.y[:1], biases=[0 * b for b in case.biases or ()])
    found = judge_reference(dead, run_reference(dead))
    assert set(statuses(found, name="dW1").values()) == {NOT_JUDGED}


# ------------------------------------------------------------------------------------------------ judges that are wrong


def off(factor: float) -> Any:
    """A judge that is wrong, and sure of it."""

    def judge(q: Question) -> Vote | None:
        v = complex_step(q)
        assert v is not None
        return Vote("crooked", factor * v.low, factor * v.high, v.tolerance)

    return judge


def test_a_wrong_judge_is_outvoted_and_named():
    found = judge_reference(CASE, run_reference(CASE), {**JUDGES, "crooked": off(2.0)}, ladder=False)
    assert set(statuses(found, judge="crooked").values()) == {OUTVOTED}
    assert {f.status for f in found if f.judge != "crooked"} == {AGREES}
    text = next(f.text for f in found if f.judge == "crooked")
    assert text.startswith("dW1: crooked is contradicted by reference and complex step and central differences")


def test_a_wrong_judge_does_not_save_a_wrong_reference():
    found = judge_reference(CASE, planted(CASE, "dW2", 1.0), {**JUDGES, "crooked": off(2.0)}, ladder=False)
    here = statuses(found, name="dW2")
    assert here["crooked", "dW2"] == OUTVOTED
    assert {here[j, "dW2"] for j in JUDGES} == {DIFFERS}


def test_without_a_majority_the_report_names_both_sides():
    judges = {"complex step": complex_step, "crooked": off(2.0)}
    found = [f for f in judge_reference(CASE, planted(CASE, "dW2", SMALL), judges, ladder=False) if f.name == "dW2"]
    assert {f.status for f in found} == {DIFFERS}
    assert all("the judges disagree, complex step and crooked against it" in f.text for f in found)


def test_majority():
    a, b, c, d = (Vote(n, x, x, 0.1) for n, x in (("a", 1.0), ("b", 1.1), ("c", 3.0), ("d", 3.1)))
    assert majority([a, b, c]) == (a, b)
    assert majority([a, b, c, d]) == ()  # two against two
    assert majority([a]) == (a,)
    # b agrees with both, who do not agree with each other: nobody can say which of them is right
    left, right = Vote("left", 0.95, 0.95, 0.1), Vote("right", 1.25, 1.25, 0.1)
    assert majority([left, b, right]) == ()
    assert majority([Vote("nan", np.nan, np.nan, 1.0), a, b]) == (a, b)


# ------------------------------------------------------------------------------------------------ exact zeros


@pytest.mark.parametrize("hidden", ["relu", ("leaky_relu", 0.05), ("elu", 0.7)], ids=str)
def test_exact_zeros_are_judged_by_both_one_sided_derivatives(hidden):
    case = grid.draw(activations=[hidden, hidden, "identity"], inputs="zeros")
    left, right = (values_of(case, side) for side in sides_of(case))
    name = next(n for n in gradient_names(case) if not np.allclose(left[n], right[n]))
    for record, ending in ((left, "one of the two"), (right, "one of the two"),
                           ({name: 0.5 * (left[name] + right[name])}, "between the two")):  # fmt: skip
        found = judge_reference(case, {name: record[name]}, ladder=False)
        assert {f.status for f in found} == {AGREES}
        assert all(f"{ending} one-sided derivatives at exact zeros" in f.text for f in found)
    outside = {name: 2 * right[name] - left[name]}
    assert {f.status for f in judge_reference(case, outside, ladder=False)} == {DIFFERS}


def test_a_small_error_is_refused_at_exact_zeros_too():
    case = grid.draw(activations="relu", inputs="zeros")
    for name in ("dW3", "dW1"):
        found = judge_reference(case, planted(case, name, SMALL))
        assert DIFFERS in set(statuses(found, name=name).values()), name


# ------------------------------------------------------------------------------------------------ the tolerances


@pytest.mark.parametrize("loss", ["half_mse", "bce_sum", "cross_entropy_per_sample"])
@pytest.mark.parametrize("hidden", grid.HIDDEN, ids=str)
def test_the_bound_of_the_complex_step_holds_in_double_precision(hidden, loss):
    # against long double, where the platform has one: this is how it is used where it has none
    case = grid.draw(activations=[hidden, hidden, grid.output_of(loss)], loss=loss, l2=0.1, seed=3)
    double = Rounding(2.0**-53, float(np.finfo(np.float64).tiny))
    for name in gradient_names(case):
        q = question(case, name)
        slopes = [complex_slope(q, q.patterns[0], d) for d in (np.complex128, np.clongdouble)]
        bound = complex_bound(q, double)
        assert abs(slopes[0] - slopes[1]) <= bound
        assert bound < 1e-10 * np.linalg.norm(q.gradients[name])


@pytest.mark.parametrize("loss", ["sse", "bce_sum", "cross_entropy_mean"])
@pytest.mark.parametrize("hidden", ["tanh", "elu", "identity"])
def test_the_tangent_is_the_slope(hidden, loss):
    # its radius is what is used; a value that is right shows that it is the radius of the right thing
    case = grid.draw(activations=hidden, loss=loss, l2=0.1, l2_on="all")
    for name in gradient_names(case):
        q = question(case, name)
        ball = tangent(case, q.array, q.direction, q.patterns[0], Rounding(2.0**-53, 0.0))
        v = complex_step(q)
        assert v is not None
        assert abs(float(ball.v) - v.value) <= float(ball.radius) + v.tolerance


def test_richardson_eliminates_the_powers_of_h():
    h = 0.5 ** np.arange(4)
    for power in (2, 4, 6):
        assert abs(richardson_weights(4) @ (1 + h**power) - 1) < 1e-14
    assert abs(richardson_weights(4) @ (1 + h**8) - 1) > 1e-6


def test_directions_have_both_signs_and_are_the_same_every_time():
    d = direction(CASE, "dW2", 0)
    assert np.array_equal(d, direction(CASE, "dW2", 0))
    assert (d > 0).any()
    assert (d < 0).any()
    assert len(np.unique(np.abs(d))) > 5
    assert not np.array_equal(d, direction(CASE, "dW2", 1))
    assert inner(d, d) > 0


# ------------------------------------------------------------------------------------------------ the precision ladder


class Plain(Adapter):
    """A sound network of one layer; its variants are wrong, or choose their own dtype."""

    activations, loss = ("identity",), "half_sse"
    factor: float = 1.0
    inside: type | None = None

    def build(self, case):
        return {"W": case.weights[0], "b": case.biases[0]}

    def step(self, net, x, y, lr):
        x, W = (a if self.inside is None else a.astype(self.inside) for a in (x, net["W"]))
        z = x @ W + net["b"]
        d = z - y
        dW, db = x.T @ d * self._factor_in(d), d.sum(axis=0)
        net["W"] = net["W"] - net["W"].dtype.type(lr) * dW
        net["b"] = net["b"] - net["b"].dtype.type(lr) * db
        return {"Z": [z], "dW": [dW], "db": [db]}

    def _factor_in(self, d: Any) -> Any:
        return d.dtype.type(self.factor)

    def read(self, net):
        return {"W": [net["W"]], "b": [net["b"]]}


class Off(Plain):
    factor = 1 + SMALL


class Promoting(Plain):
    inside = np.float64


ONE_LAYER = Case.draw((3, 2), 11, loss="half_sse")


def by_name(adapter: Adapter) -> Mapping[str, str]:
    return {f.name: f.status for f in judge_precision(adapter, ONE_LAYER)}


def test_the_ladder_passes_a_sound_network():
    assert by_name(Plain()) == dict.fromkeys(("Z1", "dW1", "db1", "W1'", "b1'"), AGREES)


def test_the_ladder_refuses_a_small_mistake():
    found = by_name(Off())
    assert found["dW1"] == found["W1'"] == DIFFERS
    assert found["db1"] == AGREES


def test_the_ladder_is_silent_about_a_dtype_of_ones_own():
    assert by_name(Promoting())["dW1"] == NOT_JUDGED


def test_the_ladder_is_silent_where_float64_determines_nothing():
    case = grid.draw(activations="tanh", inputs="large")
    found = [f for f in judge_reference(case, run_reference(case)) if f.judge == "precision ladder"]
    assert {f.status for f in found if f.name == "dW1"} == {NOT_JUDGED}
    assert float(np.max(global_balls(case)["dW1"].radius)) > 0
