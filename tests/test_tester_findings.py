"""The tester is tested: NaN and infinity, what follows from what, and what is not judged."""

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.conventions import NUMERATOR
from crosscheck.finding import DIFFERS, NOT_JUDGED
from crosscheck.pair import run_layout
from crosscheck.record import names_of
from tests.grid import draw
from tests.planting import EXACT, carried, given, of, put, right, spoilt, statuses, times

CASE = draw()
TWO_STEPS = draw(activations="silu", momentum=0.9, steps=2, seed=4)
ONE_NEURON = given(
    sizes=(3, 1), activations=("relu",), loss="mse", x=[[1, 2, -1]], y=[[1]], weights=[[[0.5, -1, 2]]], biases=[[0.1]],
)  # fmt: skip


class TestWhatIsNotFinite:
    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf], ids=str)
    @pytest.mark.parametrize("name", ["Z1", "output", "dZ2", "dW1", "db3", "dX"])
    def test_it_differs_where_it_is(self, name: str, value: float):
        index = (1,) if name == "db3" else (2, 1)
        report = spoilt(CASE, {name: put(index, value)})
        f = of(report, name)
        assert (report.verdict, f.status, f.n_nonfinite, f.index) == ("differs", DIFFERS, 1, index)
        assert f.why == f"1 of {f.n_elements} elements are NaN or infinite"
        assert report.first_cause is f

    @pytest.mark.parametrize("value", [np.nan, np.inf], ids=str)
    def test_it_never_hides_the_largest_finite_difference(self, value: float):
        report = spoilt(
            CASE, {"dW1": lambda a: put((0, 1), value)(put((3, 2), a[3, 2] + 1)(put((4, 0), a[4, 0] + 2)(a)))}
        )
        f = of(report, "dW1")
        assert (f.n_nonfinite, f.n_out) == (1, 2)
        assert f.index == (4, 0)
        assert f.error == pytest.approx(2)

    def test_all_nan(self):
        f = of(spoilt(CASE, {"dZ1": lambda a: a * np.nan}), "dZ1")
        assert (f.status, f.n_nonfinite, f.index) == (DIFFERS, 55, (0, 0))

    def test_nan_in_the_loss_is_no_cause_of_anything(self):
        # Nothing is computed from the loss value: what is wrong behind it is wrong in itself.
        report = spoilt(CASE, {"loss": np.nan, "dW2": times(2)})
        assert report.verdict == "differs"
        assert report.first_cause is not None
        assert report.first_cause.name == "dW2"
        assert statuses(report)["source"] == ["loss", "dW2", "W2'"]

    def test_what_is_computed_from_nan_only_follows(self):
        report = compare(carried(CASE, {"Z2": put((0, 0), np.nan)}), CASE)
        found = statuses(report)
        assert found["source"] == ["Z2"]
        assert found["follows"][:3] == ["A2", "Z3", "output"]


class TestWhatFollows:
    @pytest.mark.parametrize("case", [CASE, TWO_STEPS], ids=["1 step", "2 steps"])
    @pytest.mark.parametrize("name", ["Z1", "A1", "Z3", "d_output", "dZ2", "dW1", "dA1", "db2"])
    def test_one_mistake_is_one_source(self, name: str, case: Case):
        report = compare(carried(case, {name: times(1.5)}), case)
        found = statuses(report)
        assert found["source"] == [name]
        order = names_of(case)
        assert all(order.index(n) > order.index(name) for n in found["follows"])
        assert found["follows"] or name == "dX"

    def test_two_mistakes_are_two_sources(self):
        found = statuses(compare(carried(CASE, {"A1": times(1.5), "dW2": times(2)}), CASE))
        assert found["source"] == ["A1", "dW2"]

    def test_a_mistake_in_the_second_step_leaves_the_first_alone(self):
        found = statuses(compare(carried(TWO_STEPS, {"dZ2@2": times(2)}), TWO_STEPS))
        assert found["source"] == ["dZ2@2"]
        assert all(n.endswith("@2") for n in found["follows"])

    def test_an_earlier_shape_mutes_what_is_not_shown_to_be_wrong_in_itself(self):
        arrays = carried(CASE, {"dZ2": times(2)})
        arrays["dZ2"] = arrays["dZ2"].T
        found = statuses(compare(arrays, CASE))
        assert found["source"] == ["dZ2"]
        assert set(found["follows"]) >= {"dW2", "db2", "dA1"}

    @pytest.mark.parametrize("case", [CASE, TWO_STEPS], ids=["1 step", "2 steps"])
    def test_all_are_reported_in_dataflow_order(self, case: Case):
        arrays = {n: a + 1 for n, a in right(case).items()}
        shuffled = dict(sorted(arrays.items(), reverse=True))
        report = compare(shuffled, case)
        assert [f.name for f in report.findings] == list(names_of(case))
        assert {f.status for f in report.findings} == {DIFFERS}

    def test_what_is_hidden_is_carried_on_from_what_is_shown(self):
        # Only gradients are shown: the first that is wrong is named, though what it was computed from is not seen.
        arrays = carried(CASE, {"dZ2": times(2)})
        shown = {n: arrays[n] for n in ("dW3", "db3", "dW2", "db2", "dW1", "db1")}
        assert statuses(compare(shown, CASE))["source"][0] == "dW2"


class TestWhatIsNotJudged:
    def test_a_dead_unit(self):
        report = compare(run_layout("numerator", ONE_NEURON), ONE_NEURON, NUMERATOR)
        assert report.verdict == "not judged"
        assert set(statuses(report)[NOT_JUDGED]) >= {"output", "dZ1", "dW1", "db1", "dX"}
        assert of(report, "dW1").why == "zero in every element: the comparison could not have failed"

    def test_a_dead_unit_that_is_not_zero_differs(self):
        report = spoilt(ONE_NEURON, {"dW1": np.full((1, 3), 1e-6)})
        assert report.first_cause is of(report, "dW1")

    def test_a_bound_that_is_too_wide(self):
        # Data almost constant along x, far from zero: in float32 the pre-activation cancels completely.
        case = given(
            sizes=(2, 1), activations=("identity",), loss="mse", dtype="float32", x=[[1e6, 1e6], [2e6, 2e6]],
            y=[[1], [1]], weights=[[[1, -1]]], biases=[[1e-3]],
        )  # fmt: skip
        report = compare({"Z1": right(case)["Z1"]}, case)
        f = of(report, "Z1")
        assert (f.status, f.why) == (NOT_JUDGED, "the bound exceeds 0.001 of the signal: it could not have failed")
        assert report.verdict == NOT_JUDGED

    @pytest.mark.parametrize("missing", ["W2", "b1"])
    def test_every_parameter_has_to_be_judged(self, missing: str):
        hidden = {missing + "'", "d" + missing}
        report = compare({n: a for n, a in right(CASE).items() if n not in hidden}, CASE)
        assert report.verdict == NOT_JUDGED
        assert set(report.not_exposed) == hidden

    @pytest.mark.parametrize("shown", ["gradients", "updates"])
    def test_gradients_or_updates_are_enough(self, shown: str):
        wanted = ("dW", "db") if shown == "gradients" else ("W", "b")
        arrays = {n: a for n, a in right(CASE).items() if n.startswith(wanted)}
        report = compare(arrays, CASE)
        assert report.passed
        assert list(report.not_exposed) == [n for n in names_of(CASE) if n not in arrays]

    def test_a_loss_value_that_is_off_is_a_remark(self):
        report = spoilt(EXACT, {"loss": 30.0})
        assert report.passed
        assert [(r.kind, r.text) for r in report.remarks] == [
            ("loss-value", "the loss shown is 30, its formula gives 29; every gradient holds")
        ]
