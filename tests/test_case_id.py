"""An id reads well, says every setting that is not the default, and rebuilds the very same Case."""

import contextlib
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Case, UsageError
from crosscheck.vocabulary import ACTIVATIONS, LOSSES

HIDDEN = [a for a in ACTIVATIONS if a != "softmax"]
OUTPUTS = ["identity", "relu", "sigmoid", "softmax"]
OPTIONS = [
    ({}, ""),
    ({"bias": False}, "_nobias"),
    ({"inputs": "zeros"}, "_zeros"),
    ({"inputs": "saturated"}, "_saturated"),
    ({"inputs": "large"}, "_large"),
    ({"lr": 0.1}, "_lr0.1"),
    ({"lr": 1e-7}, "_lr1e-07"),
    ({"lr": 0.1 + 2e-17}, "_lr0.10000000000000002"),
    ({"lr": 0.0}, "_lr0"),
    ({"lr": 1}, "_lr1"),
    ({"lr": np.float64(0.1)}, "_lr0.1"),
    ({"lr": np.float32(0.1)}, "_lr0.10000000149011612"),
    ({"momentum": 0.9}, "_mu0.9"),
    ({"momentum": 0.9, "dampening": 0.5}, "_mu0.9_damp0.5"),
    ({"momentum": 0.9, "dampening": -0.5}, "_mu0.9_damp-0.5"),
    ({"momentum": 0.9, "nesterov": True}, "_nesterov_mu0.9"),
    ({"momentum": 0.9, "momentum_form": "ema"}, "_ema_mu0.9"),
    ({"weight_decay": 0.01}, "_wd0.01"),
    ({"maximize": True}, "_maximize"),
    ({"l2": 0.1}, "_l2=0.1"),
    ({"l2": 0.1, "l2_on": "all", "l2_scale": "per_sample"}, "_l2all_l2perN_l2=0.1"),
    ({"steps": 3}, "_k3"),
    ({"steps": np.int64(3)}, "_k3"),
]


def bits(case):
    return [a.tobytes() for a in (case.x, case.y, *case.weights, *(case.biases or ()))]


def assert_rebuilt(case):
    back = Case.parse(case.id)
    assert back.id == case.id
    assert back.settings() == case.settings()
    assert bits(back) == bits(case)


@pytest.mark.parametrize(("settings", "text"), OPTIONS, ids=[text or "default" for _, text in OPTIONS])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_every_option_is_in_the_id_and_comes_back(settings, text, dtype):
    case = Case.draw((3, 5, 2), 7, dtype=dtype, **settings)
    assert case.id == f"3-5-2_N7_tanh_mse{text}_f{dtype[-2:]}_s0_{case.digest}"
    assert_rebuilt(case)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", [*HIDDEN, ("leaky_relu", 0.05), ("leaky_relu", 1e-5), ("elu", 0.7)])
def test_every_pair_of_activation_and_loss(activation, loss):
    last = Case.draw((2, 3), 4, loss=loss).activations[-1]
    assert_rebuilt(Case.draw((3, 4, 2), 5, activations=(activation, last), loss=loss))


@pytest.mark.parametrize("pair", list(itertools.product(HIDDEN, OUTPUTS)), ids="+".join)
def test_any_output_under_a_squared_loss(pair):
    assert_rebuilt(Case.draw((3, 4, 2), 5, activations=pair))


@pytest.mark.parametrize("sizes", [(1, 1), (4, 4), (1, 1, 1), (2, 3, 4, 5, 6, 7), (64, 32, 10)])
@pytest.mark.parametrize("n", [1, 2, 11])
def test_every_shape(sizes, n):
    assert_rebuilt(Case.draw(sizes, n))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    sizes=st.lists(st.integers(1, 6), min_size=2, max_size=5),
    n=st.integers(1, 9),
    seed=st.integers(0, 2**32 - 1),
    hidden=st.lists(st.sampled_from([*HIDDEN, ("leaky_relu", 0.2), ("elu", 3e-5)]), min_size=4, max_size=4),
    loss=st.sampled_from(["sse", "half_mse", "mse"]),
    numbers=st.fixed_dictionaries(
        {
            "lr": st.floats(0, 1e3),
            "momentum": st.floats(1e-300, 1),
            "dampening": st.floats(-10, 10),
            "weight_decay": st.floats(0, 10),
            "l2": st.floats(0, 10),
            "steps": st.integers(1, 9),
        }
    ),
    bias=st.booleans(),
    inputs=st.sampled_from(["random", "zeros", "saturated", "large", "scaled", "pixels"]),
)
def test_any_id_rebuilds_its_case(sizes, n, seed, hidden, loss, numbers, bias, inputs):
    specs = tuple(hidden[: len(sizes) - 1])
    assert_rebuilt(Case.draw(sizes, n, activations=specs, loss=loss, seed=seed, bias=bias, inputs=inputs, **numbers))


def test_the_digest_may_be_left_out():
    assert Case.parse("3-5-7-2_N11_tanh_mse_f64_s0").id == Case.parse("3-5-7-2_N11_tanh_mse_f64_s0_80c40d").id


def test_the_digest_is_frozen():
    # Another digest here means that ids written yesterday name other numbers today.
    assert Case.draw((3, 5, 7, 2), 11).id == "3-5-7-2_N11_tanh_mse_f64_s0_80c40d"


@pytest.mark.parametrize(
    ("case_id", "message"),
    [
        ("", r"case id '' does not parse: expected something like 3-5-7-2_N11_tanh_mse_f64_s0"),
        ("3-5-7-2", "does not parse"),
        ("3_N11_tanh_mse_f64_s0", "does not parse"),
        ("3-5_N11_tanh_f64_s0", "does not parse"),
        ("3-5_N11_cosine_mse_f64_s0", "does not parse"),
        ("3-5_N11_tanh_mae_f64_s0", "does not parse"),
        ("3-5_N11_tanh_mse_f16_s0", "does not parse"),
        ("3-5_N11_tanh_mse_f64", "does not parse"),
        ("3-5_N11_tanh_mse_f64_s-1", "does not parse"),
        ("3-5_N11_tanh_mse_f64_s0_XYZ", "does not parse"),
        ("3-5_N11_tanh_mse_fast_f64_s0", r"unknown option 'fast': expected one of nobias, .* lrNUMBER"),
        ("3-5_N11_tanh_mse_k2.5_f64_s0", "unknown option 'k2.5'"),
        ("3-5_N11_tanh_mse_k1e2_f64_s0", "unknown option 'k1e2'"),
        ("3-5_N11_tanh_mse_lr0.1_lr0.2_f64_s0", "gives an option twice"),
        ("3-5_N11_tanh_mse_lr1e999_f64_s0", "lr is inf: expected a finite number"),
        ("3-5_N11_tanh_mse_lr-1_f64_s0", "lr is -1.0: expected a finite number that is not negative"),
        ("3-5_N11_tanh_mse_k0_f64_s0", "steps is 0: expected a whole number of at least 1"),
        ("3-5_N11_tanh_mse_nesterov_f64_s0", "nesterov needs a momentum"),
        ("3-5_N11_tanh_mse_f64_s4294967296", r"seed is 4294967296: expected a number from 0 to 2\*\*32 - 1"),
        (f"3-5_N11_tanh_mse_f64_s{'9' * 5000}", "expected a number from 0"),
        ("3-0_N11_tanh_mse_f64_s0", "sizes are 3-0: expected two or more widths of at least 1"),
        ("3-5_N0_tanh_mse_f64_s0", "0 samples: expected at least 1"),
        ("99999-99999_N1_tanh_mse_f64_s0", "asks for more than 100,000,000 numbers"),
        (f"{'9' * 5000}-5_N1_tanh_mse_f64_s0", "asks for more than 100,000,000 numbers"),
        (f"3-5_N{'9' * 5000}_tanh_mse_f64_s0", "asks for more than 100,000,000 numbers"),
        ("3-5-2_N11_tanh+tanh+tanh_mse_f64_s0", "3 activations for 2 layers"),
        ("3-5-2_N11_softmax+tanh_mse_f64_s0", "softmax in layer 1: expected on the output only"),
        ("3-5-2_N11_tanh+tanh_bce_sum_f64_s0", "bce_sum follows a sigmoid output, found tanh"),
        ("3-5-2_N11_tanh@0.1_mse_f64_s0", "tanh takes no parameter"),
        ("3-5-2_N11_leaky_relu@0_mse_f64_s0", "parameter of leaky_relu is 0.0"),
        ("3-5_N11_tanh_mse_f64_data", "made from given data: replay its .npz"),
        ("3-5-7-2_N11_tanh_mse_f64_s0_000000", r"names other numbers \(digest 000000\) .* \(80c40d\)"),
    ],
)
def test_a_bad_id_is_refused_in_one_line(case_id, message):
    with pytest.raises(UsageError, match=message) as caught:
        Case.parse(case_id)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("change", [{"x": np.ones((7, 3))}, {"biases": None}])
def test_given_numbers_have_no_seed(change):
    case = Case.draw((3, 5, 2), 7).with_(**change)
    assert "_data_" in case.id
    with pytest.raises(UsageError, match=r"replay its \.npz"):
        Case.parse(case.id)


@settings(deadline=None, derandomize=True)
@given(text=st.text(alphabet="0123456789-_+@.=eNabcdfhiklmnoprstuwxz", max_size=60))
def test_any_text_is_an_id_or_is_refused(text):
    with contextlib.suppress(UsageError):  # every other exception is a failure
        assert Case.parse(text).n_samples > 0
