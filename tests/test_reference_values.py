"""Every number of the reference against formulas in long double, gradients against finite differences."""

from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn

import reference

LONG = np.longdouble
STEP = LONG(1e-6)  # of the five-point difference: truncation of order STEP**4, rounding of order 1e-19 / STEP

SQUARES = ["sse", "half_sse", "sse_per_sample", "half_sse_per_sample", "mse", "half_mse"]
BCE = ["bce_sum", "bce_per_sample", "bce_mean"]
CROSS_ENTROPY = ["cross_entropy_sum", "cross_entropy_per_sample", "cross_entropy_mean"]
HIDDEN = [
    "identity", "sigmoid", "tanh", "relu", "leaky_relu", ("leaky_relu", 0.3), "elu", ("elu", 0.7), "softplus",
    "gelu_tanh", "silu",
]  # fmt: skip


def spec_id(spec):
    return spec if isinstance(spec, str) else f"{spec[0]}={spec[1]}"


def f(spec, z):
    """An activation by its textbook formula; z is long double and of moderate size."""
    name, parameter = (spec, None) if isinstance(spec, str) else spec
    if name == "softmax":
        return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return {
        "identity": lambda: z,
        "sigmoid": lambda: 1 / (1 + np.exp(-z)),
        "tanh": lambda: np.tanh(z),
        "relu": lambda: np.where(z > 0, z, 0),
        "leaky_relu": lambda: np.where(z > 0, z, LONG(0.01 if parameter is None else parameter) * z),
        "elu": lambda: np.where(z > 0, z, LONG(1 if parameter is None else parameter) * (np.exp(z) - 1)),
        "softplus": lambda: np.log(1 + np.exp(z)),
        "gelu_tanh": lambda: z / 2 * (1 + np.tanh(np.sqrt(2 / (4 * np.arctan(LONG(1)))) * (z + LONG(0.044715) * z**3))),
        "silu": lambda: z / (1 + np.exp(-z)),
    }[name]()


def loss_by_hand(name, p, y):
    """The table of docs/architecture.md."""
    n, k = y.shape
    d2 = ((p - y) ** 2).sum()
    if name in CROSS_ENTROPY:
        d2 = -(y * np.log(p)).sum()
    if name in BCE:
        d2 = -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum()
    return d2 / {
        "sse": 1, "sse_per_sample": n, "mse": n * k,
        "half_sse": 2, "half_sse_per_sample": 2 * n, "half_mse": 2 * n * k,
        "bce_sum": 1, "bce_per_sample": n, "bce_mean": n * k,
        "cross_entropy_sum": 1, "cross_entropy_per_sample": n, "cross_entropy_mean": n * k,
    }[name]  # fmt: skip


def problem(activations, loss, sizes=(3, 5, 4, 2), n=7, seed=0):
    r = np.random.default_rng(seed)
    pairs = list(pairwise(sizes))
    y = r.normal(size=(n, sizes[-1]))
    if loss in BCE:
        y = r.uniform(size=y.shape)
    if loss in CROSS_ENTROPY:
        y = r.dirichlet(np.ones(sizes[-1]), size=n)
    return {
        "sizes": sizes,
        "activations": activations,
        "loss": loss,
        # Scaled so that no output saturates: p stays far above the step of the differences.
        "weights": [r.normal(size=(m, k)) / np.sqrt(k) for k, m in pairs],
        "biases": [r.normal(size=m) for _, m in pairs],
        "x": r.normal(size=(n, sizes[0])),
        "y": y,
        "lr": 0.25,
    }


def evaluate(p, shift=None):
    """The forward pass in long double; `shift` maps names (x, W1, Z1, output ...) to what is added there."""
    shift = shift or {}
    value = {}

    def put(name, array):
        value[name] = np.asarray(array, LONG) + shift.get(name, 0)
        return value[name]

    a = put("x", p["x"])
    layers = len(p["weights"])
    for i in range(1, layers + 1):
        w, b = put(f"W{i}", p["weights"][i - 1]), put(f"b{i}", p["biases"][i - 1])
        z = put(f"Z{i}", a @ w.T + b)
        a = put(f"A{i}" if i < layers else "output", f(p["activations"][i - 1], z))
    value["loss"] = loss_by_hand(p["loss"], a, np.asarray(p["y"], LONG))
    return value


def slope(p, name, direction):
    """dL/dt of the loss with `name` moved by t times `direction`."""
    at = {t: evaluate(p, {name: t * STEP * direction})["loss"] for t in (-2, -1, 1, 2)}
    return float((8 * (at[1] - at[-1]) - (at[2] - at[-2])) / (12 * STEP))


def gradient_key(name):
    return {"x": "dX", "output": "d_output"}.get(name, f"d{name}")


def assert_right(p, seed=1):
    """Forward values to rounding, and each gradient along a random direction that leaves no element out."""
    got, want = reference.run(**p), evaluate(p)
    for name in ["output", "loss", *(k for k in want if k[0] in "ZA")]:
        scale = float(np.max(np.abs(want[name])))
        assert np.max(np.abs(got[name] - want[name])) <= 1e-13 * scale, name
        assert scale > 0
    r = np.random.default_rng(seed)
    names = [k for k in want if k != "loss"]
    for name in names:
        gradient = got[gradient_key(name)]
        direction = r.choice([-1, 1], size=gradient.shape) * r.uniform(0.5, 1.5, size=gradient.shape)
        size = np.sqrt((gradient**2).sum())
        assert abs(slope(p, name, direction) - (gradient * direction).sum()) <= 1e-9 * size, name
        assert size > 1e-6, f"{name}: nothing to compare"
    assert set(map(gradient_key, names)) == {k for k in got if k.startswith("d")}


@pytest.mark.parametrize("loss", SQUARES)
@pytest.mark.parametrize("spec", HIDDEN, ids=spec_id)
def test_squares_after_every_activation(spec, loss):
    assert_right(problem([spec] * 3, loss))


@pytest.mark.parametrize("loss", SQUARES)
def test_squares_after_softmax(loss):
    assert_right(problem(["tanh", "sigmoid", "softmax"], loss))


@pytest.mark.parametrize("loss", BCE)
@pytest.mark.parametrize("spec", HIDDEN, ids=spec_id)
def test_bce(spec, loss):
    assert_right(problem([spec, spec, "sigmoid"], loss))


@pytest.mark.parametrize("loss", CROSS_ENTROPY)
@pytest.mark.parametrize("spec", HIDDEN, ids=spec_id)
def test_cross_entropy(spec, loss):
    assert_right(problem([spec, spec, "softmax"], loss))


@pytest.mark.parametrize("sizes", [(1, 1), (4, 3), (3, 1, 2), (3, 3, 3, 3), (2, 3, 4, 5, 6, 7)], ids=str)
@pytest.mark.parametrize("n", [1, 3, 8])
def test_shapes(sizes, n):
    assert_right(problem(["tanh"] * (len(sizes) - 2) + ["sigmoid"], "bce_mean", sizes=sizes, n=n))


@pytest.mark.parametrize("name", ["A1", "Z2", "output", "W2", "b1", "x"])
def test_the_check_notices_a_millionth(name, monkeypatch):
    """Each gradient in turn changed by 1e-6 of itself in one element."""
    p = problem(["tanh", "elu", "silu"], "mse")
    run = reference.run

    def changed(**arguments):
        record = run(**arguments)
        array = record[gradient_key(name)].copy()
        worst = np.unravel_index(np.argmax(np.abs(array)), array.shape)
        array[worst] *= 1 + 1e-6
        return {**record, gradient_key(name): array}

    monkeypatch.setattr(reference, "run", changed)
    with pytest.raises(AssertionError, match=name):
        assert_right(p)


def test_exact_numbers_by_hand():
    """One linear neuron, all figures exact in binary."""
    got = reference.run(
        sizes=(2, 1), activations=["identity"], loss="mse", weights=[[[3, -1]]], biases=[[0.5]],
        x=[[1, 2]], y=[[2]], lr=0.25,
    )  # fmt: skip
    want = {
        "Z1": [[1.5]], "output": [[1.5]], "loss": 0.25, "d_output": [[-1]], "dZ1": [[-1]], "dW1": [[-1, -2]],
        "db1": [-1], "dX": [[-3, 1]], "W1'": [[3.25, -0.5]], "b1'": [0.75],
    }  # fmt: skip
    assert {k: v.tolist() for k, v in got.items()} == want


@pytest.mark.parametrize("z", [0.5, 5, 19.9, 20.1, 25, 36, 49.9, 50.1, 700])
def test_softplus_is_right_to_rounding(z):
    one = np.ones((1, 1))
    got = reference.run(
        sizes=(1, 1),
        activations=["softplus"],
        loss="sse",
        weights=[one],
        biases=[[0]],
        x=z * one,
        y=one,
        lr=0.0,
    )
    want = float(z + np.log1p(np.exp(-LONG(z))))
    assert abs(got["output"].item() - want) <= 4e-16 * want
    assert abs(got["dZ1"].item() / got["d_output"].item() - float(1 / (1 + np.exp(-LONG(z))))) <= 4e-16


def test_softplus_of_torch_by_default_is_not():
    z = torch.tensor(20.1, dtype=torch.float64)
    assert abs(float(nn.Softplus()(z)) - float(20.1 + np.log1p(np.exp(-LONG(20.1))))) > 1e-9


LIMITS = {  # f, f' far to the left, then far to the right, for |z| = 1e4; elu, leaky_relu with their defaults
    "identity": (-1e4, 1, 1e4, 1),
    "sigmoid": (0, 0, 1, 0),
    "tanh": (-1, 0, 1, 0),
    "relu": (0, 0, 1e4, 1),
    "leaky_relu": (-1e2, 0.01, 1e4, 1),
    "elu": (-1, 0, 1e4, 1),
    "softplus": (0, 0, 1e4, 1),
    "gelu_tanh": (0, 0, 1e4, 1),
    "silu": (0, 0, 1e4, 1),
}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", LIMITS)
def test_activations_far_out(name, dtype):
    got = reference.run(
        sizes=(1, 1), activations=[name], loss="half_sse", weights=[[[1]]], biases=None,
        x=[[-1e4], [1e4]], y=[[3], [5]], lr=0.0, dtype=dtype,
    )  # fmt: skip
    left, left_slope, right, right_slope = LIMITS[name]
    want = np.array([[left], [right]])
    np.testing.assert_allclose(got["output"], want, rtol=2e-7 if dtype == "float32" else 1e-15, atol=0)
    slopes = got["dZ1"] / got["d_output"]
    np.testing.assert_allclose(slopes, np.array([[left_slope], [right_slope]]), rtol=3e-7, atol=0)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_bce_where_the_sigmoid_has_saturated(dtype):
    """dZ = (p - y)/N stays right where dL/dp is infinite, or 0 where the target is met."""
    got = reference.run(
        sizes=(1, 1), activations=["sigmoid"], loss="bce_sum", weights=[[[1]]], biases=None,
        x=[[-1e4], [-1e4], [1e4], [1e4]], y=[[0], [1], [0], [1]], lr=0.0, dtype=dtype,
    )  # fmt: skip
    assert got["dZ1"].ravel().tolist() == [0, -1, 1, 0]
    assert got["loss"] == 2e4
    assert got["d_output"].ravel().tolist() == [1, -np.inf, np.inf, -1]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_cross_entropy_where_the_softmax_has_saturated(dtype):
    got = reference.run(
        sizes=(1, 2), activations=["softmax"], loss="cross_entropy_per_sample", weights=[[[1], [0]]],
        biases=None, x=[[1e4], [1e4]], y=[[1, 0], [0, 1]], lr=0.0, dtype=dtype,
    )  # fmt: skip
    assert got["dZ1"].tolist() == [[0, 0], [0.5, -0.5]]
    assert got["loss"] == 5e3
    assert got["d_output"].tolist() == [[-0.5, 0], [0, -np.inf]]


def test_loss_alone_has_the_graph_of_z_or_output():
    r = np.random.default_rng(3)
    z, output, y = (torch.tensor(r.uniform(size=(4, 3)), requires_grad=True) for _ in range(3))
    reference.loss("mse", z, output, y).backward()
    reference.loss("bce_mean", z, output.detach(), y.detach()).backward()
    torch.testing.assert_close(output.grad, 2 * (output - y).detach() / 12, rtol=1e-14, atol=0)
    torch.testing.assert_close(z.grad, (torch.sigmoid(z) - y).detach() / 12, rtol=1e-13, atol=0)
