"""Networks of course notebooks, by their figures: both layouts on given data, next to PyTorch."""

from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.pair import layout_conventions, run_layout
from crosscheck.report.report import Report

LAYOUTS = pytest.mark.parametrize("layout", ["numerator", "denominator"])
PRINTED = 5.001e-9  # figures are given with eight decimals
LOSSES = "1.6561 1.6249 1.6073 1.5950 1.5857 1.5781 1.5722 1.5674 1.5633 1.5597"


def run(layout: str, case: Case) -> tuple[dict[str, np.ndarray], Report]:
    """The layout's arrays, canonical again, and what the comparison says of them."""
    arrays = run_layout(layout, case)
    samples = ("Z", "A", "output", "d", "x")
    turned = {n: a.T if layout == "denominator" and n.startswith(samples) else a for n, a in arrays.items()}
    return turned, compare(arrays, case, layout_conventions(layout))


def given(**settings: Any) -> Case:
    """A Case of nested lists and arrays, all with the mean squared error."""
    return Case(loss="mse", **settings)


def one_neuron() -> Case:
    return given(
        sizes=(3, 1), activations=("relu",), x=[[1, 2, -1]], y=[[1]], weights=[[[0.5, -1, 2]]], biases=[[0.1]],
    )  # fmt: skip


def one_sample() -> Case:
    r = np.random.RandomState(0)
    return given(
        sizes=(3, 4, 1), activations=("relu", "identity"), x=[[1, 2, -1]], y=[[1]],
        weights=[r.randn(4, 3), r.randn(1, 4)], biases=[np.zeros(4), np.zeros(1)],
    )  # fmt: skip


def batch_of_four() -> Case:
    r = np.random.RandomState(0)
    w1, w2, x = r.randn(3, 4), r.randn(4, 1), r.randn(4, 3)
    return given(
        sizes=(3, 4, 1), activations=("relu", "identity"), x=x, y=np.ones((4, 1)),
        weights=[w1.T, w2.T], biases=[np.zeros(4), np.zeros(1)],
    )  # fmt: skip


@cache
def two_hundred_epochs() -> tuple[Case, np.ndarray]:
    """The case, and one further sample."""
    state = torch.get_rng_state()
    torch.manual_seed(0)
    x, y = torch.randn(100, 3), torch.randn(100, 1)
    layers = nn.Linear(3, 4), nn.Linear(4, 1)
    further = torch.randn(1, 3)
    torch.set_rng_state(state)
    case = given(
        sizes=(3, 4, 1), activations=("relu", "identity"), x=x.numpy(), y=y.numpy(), lr=0.01, steps=200,
        dtype="float32", weights=[layer.weight.detach().numpy() for layer in layers],
        biases=[layer.bias.detach().numpy() for layer in layers],
    )  # fmt: skip
    return case, further.numpy()


@LAYOUTS
def test_1_a_dead_unit_is_not_judged(layout: str):
    arrays, report = run(layout, one_neuron())
    assert arrays["Z1"].item() == pytest.approx(-3.4, abs=1e-15)
    assert arrays["output"].item() == 0
    assert report.verdict == "not judged", report
    assert not report.passed
    gradients = {f.name: (f.status, f.why) for f in report.findings if f.name in ("dZ1", "dW1", "db1", "dX")}
    zero = ("not judged", "zero in every element: the comparison could not have failed")
    assert gradients == dict.fromkeys(("dZ1", "dW1", "db1", "dX"), zero)


@LAYOUTS
def test_2_one_sample(layout: str):
    arrays, report = run(layout, one_sample())
    z1 = np.array([[1.58562878, 6.95328706, 0.75059285, -0.75558786]])
    np.testing.assert_allclose(arrays["Z1"], z1, rtol=0, atol=PRINTED)
    np.testing.assert_allclose(arrays["A1"], np.maximum(z1, 0), rtol=0, atol=PRINTED)
    assert arrays["output"].item() == pytest.approx(2.38592521, abs=PRINTED)
    assert report.passed, report


@LAYOUTS
def test_3_a_batch_with_a_dead_row(layout: str):
    arrays, report = run(layout, batch_of_four())
    z1 = np.array([
        [2.22017425, 0.92690827, 1.31248884, 3.83440988], [-6.34199188, 2.42158272, -3.16735244, -0.57698372],
        [-0.09540698, 2.00316968, 0.46787771, 5.35028524], [-2.46079959, -0.7035511, -1.40693092, -3.53822054],
    ])  # fmt: skip
    np.testing.assert_allclose(arrays["Z1"], z1, rtol=0, atol=PRINTED)
    np.testing.assert_allclose(
        arrays["output"], [[3.66442762], [0.29464612], [2.23666225], [0.0]], rtol=0, atol=PRINTED
    )
    assert not arrays["dZ1"][3].any()
    assert report.passed, report


@LAYOUTS
def test_4_two_hundred_epochs_in_float32(layout: str):
    case, further = two_hundred_epochs()
    arrays, report = run(layout, case)
    assert " ".join(f"{arrays[f'loss@{epoch}']:.4f}" for epoch in range(20, 201, 20)) == LOSSES
    assert report.passed, report.first_cause

    conventions = layout_conventions(layout)
    turn = np.transpose if conventions.weight == "in_out" else np.asarray
    trained = case.with_(
        x=further, y=np.zeros((1, 1)), steps=1, weights=[turn(arrays[f"W{i}'@200"]) for i in (1, 2)],
        biases=[arrays[f"b{i}'@200"].ravel() for i in (1, 2)],
    )  # fmt: skip
    prediction, report = run(layout, trained)
    assert f"{prediction['output'].item():.4f}" == "0.3311"
