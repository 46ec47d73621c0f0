"""The tester is tested: shapes, kinds and dtypes before values, and the words in which things are said."""

from typing import Any

import numpy as np
import pytest

from crosscheck.compare import compare
from crosscheck.conventions import DENOMINATOR, NUMERATOR, Conventions
from crosscheck.errors import UsageError
from crosscheck.finding import DIFFERS
from tests.grid import draw
from tests.planting import EXACT, carried, of, right, spoilt, statuses

CASE = draw()
TRANSPOSED = "it is the transpose: declare {} if that is how it is meant"
EXAMPLES = "Z1, A1, output, loss, d_output, dZ1, dW1, db1, dX, W1', b1', with @2 for the second step"
NAMES = "Z1, output, loss, d_output, dZ1, dW1, db1, dX, W1', b1'"


class TestShapesAndDtypes:
    @pytest.mark.parametrize(
        ("name", "edit", "why"),
        [
            ("dW1", np.transpose,
             "has shape (3, 5), expected (5, 3); " + TRANSPOSED.format("weight = 'in_out'")),
            ("Z1", np.transpose,
             "has shape (5, 11), expected (11, 5); " + TRANSPOSED.format("samples = 'columns'")),
            ("db2", lambda a: a[None],
             "has shape (1, 7), expected (7,); declare bias = 'row' if that is how it is meant"),
            ("db2", lambda a: a[:, None],
             "has shape (7, 1), expected (7,); declare bias = 'column' if that is how it is meant"),
            ("dZ3", lambda a: a[:, :1], "has shape (11, 1), expected (11, 2)"),
            ("W2'", lambda a: a.ravel(), "has shape (35,), expected (7, 5)"),
            ("dX", lambda a: None, "is None: expected an array of numbers"),
            ("dX", lambda a: "text", "has dtype <U4: expected real numbers"),
            ("dX", lambda a: a + 0j, "has dtype complex128: expected real numbers"),
            ("dX", np.ma.array, "is a masked array: expected a plain array"),
        ],
        ids=lambda v: v if isinstance(v, str) and len(v) < 4 else "",
    )  # fmt: skip
    def test_shape_and_kind_come_before_values(self, name: str, edit: Any, why: str):
        arrays = right(CASE)
        arrays[name] = edit(arrays[name] + 1)  # the values are wrong as well, and nothing is said of that
        report = compare(arrays, CASE)
        f = of(report, name)
        assert (report.verdict, f.status, f.index, f.why) == ("differs", DIFFERS, None, why)
        assert np.isnan(f.error)

    @pytest.mark.parametrize("shape", [(), (1,), (1, 1)], ids=str)
    def test_a_loss_may_have_any_shape_of_one_element(self, shape: tuple[int, ...]):
        assert spoilt(CASE, {"loss": lambda a: a.reshape(shape)}).passed

    def test_a_promoted_dtype_is_a_remark(self):
        case = draw(dtype="float32")
        arrays = {n: a.astype(np.float64) for n, a in carried(case, {}).items()}
        report = compare(arrays, case)
        assert report.passed
        assert [(r.kind, r.text) for r in report.remarks] == [
            ("dtype", "Z1, A1, Z2, A2 ... came as float64, expected float32")
        ]

    def test_only_what_is_of_another_dtype_is_remarked(self):
        report = spoilt(CASE, {"db1": lambda a: a.astype(np.float32)})
        assert [r.text for r in report.remarks] == ["db1 came as float32, expected float64"]
        assert report.verdict == "differs"

    @pytest.mark.parametrize("name", ["Z1", "A2", "dZ1", "dW3", "dX", "W1'"])
    def test_float16_inside_is_found_where_it_is(self, name: str):
        case = draw(dtype="float32")
        report = compare(carried(case, {name: lambda a: a.astype(np.float16).astype(a.dtype)}), case)
        assert report.first_cause is not None
        assert report.first_cause.name == name
        assert statuses(report)["source"] == [name]

    @pytest.mark.parametrize("name", ["Z1", "dZ1", "dW3"])
    def test_float32_inside_a_float64_network_is_found(self, name: str):
        report = compare(carried(CASE, {name: lambda a: a.astype(np.float32).astype(a.dtype)}), CASE)
        assert statuses(report)["source"] == [name]

    def test_lists_tensors_and_integers_are_arrays_too(self):
        torch = pytest.importorskip("torch")
        arrays = right(CASE)
        arrays["dW1"], arrays["dW2"] = arrays["dW1"].tolist(), torch.tensor(arrays["dW2"], requires_grad=True)
        assert compare(arrays, CASE).passed


class TestWords:
    @pytest.mark.parametrize(
        ("conventions", "dW1", "index"),
        [
            pytest.param(NUMERATOR, [[-48.0], [-24.0]], (1, 0), id="rows"),
            pytest.param(DENOMINATOR, [[-48.0, -24.0]], (0, 1), id="columns"),
        ],
    )
    def test_a_finding_in_full(self, conventions: Conventions, dW1: list[list[float]], index: tuple[int, int]):
        f = compare({"dW1": dW1}, EXACT, conventions).findings[0]
        assert (f.case, f.name, f.layer, f.stage, f.step) == (EXACT.id, "dW1", 1, "backward", 1)
        assert (f.status, f.follows, f.why) == (DIFFERS, False, "1 of 2 elements outside their bound")
        assert (f.index, f.canonical_index, f.n_elements, f.n_out) == (index, (0, 1), 2, 1)
        assert (f.candidate, f.reference, f.expected, f.error) == (-24, -20, -20, 4)
        assert 0 < f.bound < 1e-13
        assert f.ratio == f.error / f.bound == f.local_ratio

    def test_the_report_names_the_first_cause_and_its_numbers(self):
        text = str(spoilt(EXACT, {"dW1": [[-48.0, -24.0]]}))
        for piece in (
            "DIFFERS",
            EXACT.id,
            "first difference: dW1",
            "1 of 2 elements outside their bound",
            "-24",
            "-20",
        ):
            assert piece in text

    @pytest.mark.parametrize(
        ("mine", "message"),
        [
            ({}, "nothing to compare: expected at least one named array, such as 'dW1'"),
            ([1], "expected a dictionary of names to arrays, such as {'dW1': ...}, found list"),
            ({"dw1": 0}, f"unknown quantity 'dw1': expected names such as {EXAMPLES}"),
            ({"dW2": 0}, f"'dW2' is not a quantity of {EXACT.id}: it has {NAMES}"),
            ({"dW1@2": 0}, f"'dW1@2' is not a quantity of {EXACT.id}: it has {NAMES}"),
        ],
        ids=["nothing", "a list", "an unknown name", "another layer", "another step"],
    )  # fmt: skip
    def test_names_that_do_not_fit_are_refused(self, mine: Any, message: str):
        with pytest.raises(UsageError) as refused:
            compare(mine, EXACT)
        assert str(refused.value) == message
