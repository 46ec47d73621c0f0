"""Networks 1 to 4 of the notebooks that the project reproduces, with their figures."""

from typing import Any

import numpy as np
import torch
from torch import nn

import reference


def test_1_a_dead_unit():
    """Pre-activation -3.4: the unit is silent, and no gradient passes."""
    record = reference.run(
        sizes=(3, 1), activations=["relu"], loss="mse", weights=[[[0.5, -1, 2]]], biases=[[0.1]],
        x=[[1, 2, -1]], y=[[1]], lr=0.25,
    )  # fmt: skip
    assert abs(record["Z1"].item() + 3.4) < 1e-15
    assert record["output"].item() == 0
    assert record["d_output"].item() == -2
    for name in ("dZ1", "dW1", "db1", "dX"):
        assert not record[name].any()
    assert record["W1'"].tolist() == [[0.5, -1, 2]]


def test_2_one_sample():
    r = np.random.RandomState(0)
    weights = [r.randn(4, 3), r.randn(1, 4)]
    record = reference.run(
        sizes=(3, 4, 1), activations=["relu", "identity"], loss="mse", weights=weights,
        biases=[np.zeros(4), np.zeros(1)], x=[[1, 2, -1]], y=[[1]], lr=0.01,
    )  # fmt: skip
    z1 = np.array([[1.58562878, 6.95328706, 0.75059285, -0.75558786]])
    np.testing.assert_allclose(record["Z1"], z1, rtol=0, atol=5.001e-9)
    np.testing.assert_allclose(record["A1"], np.maximum(z1, 0), rtol=0, atol=5.001e-9)
    assert abs(record["output"].item() - 2.38592521) < 5.001e-9


def test_3_a_batch_with_a_dead_row():
    r = np.random.RandomState(0)
    w1, w2, x = r.randn(3, 4), r.randn(4, 1), r.randn(4, 3)
    record = reference.run(
        sizes=(3, 4, 1), activations=["relu", "identity"], loss="mse", weights=[w1.T, w2.T],
        biases=[np.zeros(4), np.zeros(1)], x=x, y=np.ones((4, 1)), lr=0.01,
    )  # fmt: skip
    z1 = np.array([
        [2.22017425, 0.92690827, 1.31248884, 3.83440988], [-6.34199188, 2.42158272, -3.16735244, -0.57698372],
        [-0.09540698, 2.00316968, 0.46787771, 5.35028524], [-2.46079959, -0.7035511, -1.40693092, -3.53822054],
    ])  # fmt: skip
    np.testing.assert_allclose(record["Z1"], z1, rtol=0, atol=5.001e-9)
    outputs = np.array([[3.66442762], [0.29464612], [2.23666225], [0.0]])
    np.testing.assert_allclose(record["output"], outputs, rtol=0, atol=5.001e-9)
    assert not record["dZ1"][3].any()


def test_4_two_hundred_epochs_in_float32():
    state = torch.get_rng_state()
    torch.manual_seed(0)
    x, y = torch.randn(100, 3), torch.randn(100, 1)
    hidden, out = nn.Linear(3, 4), nn.Linear(4, 1)
    further = torch.randn(1, 3)
    torch.set_rng_state(state)

    problem: dict[str, Any] = {
        "sizes": (3, 4, 1), "activations": ["relu", "identity"], "loss": "mse", "dtype": "float32", "lr": 0.01,
    }  # fmt: skip
    layers = (hidden, out)
    record = reference.run(
        **problem, x=x.numpy(), y=y.numpy(), steps=200,
        weights=[layer.weight.detach().numpy() for layer in layers],
        biases=[layer.bias.detach().numpy() for layer in layers],
    )  # fmt: skip
    losses = " ".join(f"{record[f'loss@{epoch}']:.4f}" for epoch in range(20, 201, 20))
    assert losses == "1.6561 1.6249 1.6073 1.5950 1.5857 1.5781 1.5722 1.5674 1.5633 1.5597"

    trained = reference.run(
        **problem, x=further.numpy(), y=np.zeros((1, 1)),
        weights=[record["W1'@200"], record["W2'@200"]], biases=[record["b1'@200"], record["b2'@200"]],
    )  # fmt: skip
    assert f"{trained['output'].item():.4f}" == "0.3311"
