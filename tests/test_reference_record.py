"""What a run records: names and their order, determinism, and that it leaves torch's global state alone."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

import reference


def problem(sizes=(3, 5, 2), n=7, seed=0, **changes):
    r = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    arguments: dict[str, Any] = {
        "sizes": sizes,
        "activations": ["tanh"] * (len(sizes) - 2) + ["sigmoid"],
        "loss": "bce_mean",
        "weights": [r.normal(size=(m, k)) for k, m in pairs],
        "biases": [r.normal(size=m) for _, m in pairs],
        "x": r.normal(size=(n, sizes[0])),
        "y": r.uniform(size=(n, sizes[-1])),
        "lr": 0.25,
    }
    return {**arguments, **changes}


NAMES = {
    "one layer": ({"sizes": (3, 2)}, "Z1 output loss d_output dZ1 dW1 db1 dX W1' b1'"),
    "one layer, no biases": ({"sizes": (3, 2), "biases": None}, "Z1 output loss d_output dZ1 dW1 dX W1'"),
    "momentum": (
        {"momentum": 0.9},
        "Z1 A1 Z2 output loss d_output dZ2 dW2 db2 dA1 dZ1 dW1 db1 dX vW1' W1' vb1' b1' vW2' W2' vb2' b2'",
    ),
    "no biases, two steps": (
        {"biases": None, "steps": 2},
        (
            "Z1 A1 Z2 output loss d_output dZ2 dW2 dA1 dZ1 dW1 dX W1' W2' "
            "Z1@2 A1@2 Z2@2 output@2 loss@2 d_output@2 dZ2@2 dW2@2 dA1@2 dZ1@2 dW1@2 dX@2 W1'@2 W2'@2"
        ),
    ),
    "three layers": (
        {"sizes": (3, 5, 4, 2)},
        "Z1 A1 Z2 A2 Z3 output loss d_output dZ3 dW3 db3 dA2 dZ2 dW2 db2 dA1 dZ1 dW1 db1 dX W1' b1' W2' b2' W3' b3'",
    ),
}


@pytest.mark.parametrize(("changes", "names"), NAMES.values(), ids=NAMES.keys())
def test_names_in_order(changes, names):
    assert list(reference.run(**problem(**changes))) == names.split()


@pytest.mark.parametrize("form", ["torch", "ema"])
def test_names_of_momentum_carry_the_step(form):
    names = reference.run(**problem(sizes=(3, 2), momentum=0.5, momentum_form=form, steps=3))
    after = " ".join(name for name in names if "'" in name)
    assert after == "vW1' W1' vb1' b1' vW1'@2 W1'@2 vb1'@2 b1'@2 vW1'@3 W1'@3 vb1'@3 b1'@3"


def test_shapes():
    shapes = {k: v.shape for k, v in reference.run(**problem(momentum=0.9)).items()}
    n1, n2, w1, w2 = (7, 5), (7, 2), (5, 3), (2, 5)
    assert shapes == {
        "Z1": n1, "A1": n1, "Z2": n2, "output": n2, "loss": (),
        "d_output": n2, "dZ2": n2, "dW2": w2, "db2": (2,), "dA1": n1, "dZ1": n1, "dW1": w1, "db1": (5,), "dX": (7, 3),
        "vW1'": w1, "W1'": w1, "vb1'": (5,), "b1'": (5,), "vW2'": w2, "W2'": w2, "vb2'": (2,), "b2'": (2,),
    }  # fmt: skip


def test_equals_plain_pytorch():
    """What a PyTorch user would write, with nothing of this package in it."""
    p = problem(momentum=0.9, nesterov=True, weight_decay=0.1, steps=3)
    hidden, out = nn.Linear(3, 5).double(), nn.Linear(5, 2).double()
    module = nn.Sequential(hidden, nn.Tanh(), out)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor(p["weights"][0]))
        hidden.bias.copy_(torch.tensor(p["biases"][0]))
        out.weight.copy_(torch.tensor(p["weights"][1]))
        out.bias.copy_(torch.tensor(p["biases"][1]))
    optimizer = torch.optim.SGD(module.parameters(), lr=0.25, momentum=0.9, nesterov=True, weight_decay=0.1)
    x, y = torch.tensor(p["x"]), torch.tensor(p["y"])
    record = reference.run(**p)
    for suffix in ("", "@2", "@3"):
        optimizer.zero_grad()
        value = F.binary_cross_entropy_with_logits(module(x), y)
        value.backward()
        optimizer.step()
        # bce_mean divides the sum by N K where torch takes a mean: the last bit of the loss may differ.
        assert record["loss" + suffix] == pytest.approx(value.item(), rel=1e-15)
        for i, linear in enumerate((hidden, out), start=1):
            assert linear.weight.grad is not None
            np.testing.assert_allclose(record[f"dW{i}{suffix}"], linear.weight.grad.numpy(), rtol=1e-12)
            np.testing.assert_allclose(record[f"W{i}'{suffix}"], linear.weight.detach().numpy(), rtol=1e-14)
            np.testing.assert_allclose(record[f"b{i}'{suffix}"], linear.bias.detach().numpy(), rtol=1e-14)
    assert not np.array_equal(record["W1'@3"], record["W1'"])


def test_the_module_reads_like_the_one_a_user_would_write():
    p = problem(activations=[("leaky_relu", 0.05), "sigmoid"])
    module = reference.network(p["sizes"], p["activations"], p["weights"], p["biases"])
    assert [type(m).__mro__[:2][-1] if isinstance(m, nn.Linear) else type(m) for m in module] == [
        nn.Linear, nn.LeakyReLU, nn.Linear, nn.Sigmoid,
    ]  # fmt: skip
    assert list(module.state_dict()) == ["linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias"]
    output = module(torch.tensor(p["x"]))
    assert np.array_equal(output.detach().numpy(), reference.run(**p)["output"])


@pytest.mark.parametrize("name", ["tanh", "relu", "softplus", "gelu_tanh"])
def test_float32_is_float32_through_and_through(name):
    """Close to float64 at the rounded inputs, and not equal to it."""
    p = problem(activations=[name, "sigmoid"], momentum=0.5, weight_decay=0.1, steps=3)
    for key in ("weights", "biases"):
        p[key] = [a.astype("float32") for a in p[key]]
    p["x"], p["y"] = p["x"].astype("float32"), p["y"].astype("float32")
    single, double = reference.run(**p, dtype="float32"), reference.run(**p, dtype="float64")
    for key, value in double.items():
        assert single[key].dtype == np.float32
        error = np.max(np.abs(single[key] - value)) / np.max(np.abs(value))
        assert 1e-10 < error < 2e-5, key


def test_wider_inputs_are_rounded_to_the_dtype_first():
    p = problem()
    rounded = {
        **p,
        **{k: [a.astype("float32") for a in p[k]] for k in ("weights", "biases")},
        **{k: p[k].astype("float32") for k in ("x", "y")},
    }
    one, other = reference.run(**p, dtype="float32"), reference.run(**rounded, dtype="float32")
    assert all(np.array_equal(one[k], other[k]) for k in one)
    assert not np.array_equal(reference.run(**p)["Z1"], reference.run(**rounded)["Z1"])


def test_the_same_run_twice_is_the_same_bit_for_bit():
    p = problem(momentum=0.9, steps=3)
    one, other = reference.run(**p), reference.run(**p)
    assert list(one) == list(other)
    assert all(np.array_equal(one[k], other[k]) for k in one)
    assert any(not np.array_equal(one[k], v) for k, v in reference.run(**problem(seed=1, momentum=0.9)).items())


def test_random_streams_and_settings_of_torch_are_untouched():
    def state():
        return (
            torch.get_rng_state().tolist(),
            torch.get_default_dtype(),
            torch.get_num_threads(),
            torch.is_grad_enabled(),
        )

    before, numpy_before = state(), str(np.random.get_state())
    reference.run(**problem(momentum=0.9, steps=2))
    assert state() == before
    assert str(np.random.get_state()) == numpy_before
    nn.Linear(3, 5)
    assert state() != before, "an ordinary nn.Linear does draw"


@pytest.mark.parametrize(
    "surroundings",
    [torch.no_grad, torch.inference_mode, lambda: torch.device("meta")],
    ids=["no_grad", "inference_mode", "device_meta"],
)
def test_the_callers_context_makes_no_difference(surroundings):
    p = problem(momentum=0.9, momentum_form="ema", l2=0.1, steps=2)
    plain = reference.run(**p)
    with surroundings():
        inside = reference.run(**p)
    assert all(np.array_equal(plain[k], inside[k]) for k in plain)


def test_the_callers_default_dtype_makes_no_difference():
    p = problem(momentum=0.9, steps=2)
    plain, default = reference.run(**p), torch.get_default_dtype()
    torch.set_default_dtype(torch.float16)
    try:
        inside = reference.run(**p)
    finally:
        torch.set_default_dtype(default)
    assert all(np.array_equal(plain[k], inside[k]) for k in plain)
