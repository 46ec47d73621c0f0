"""Losses and their gradients, against the formulas of docs/architecture.md written out, and far out in z."""

import numpy as np
import pytest

from manual_mlp import losses
from manual_mlp.activations import d_sigmoid, sigmoid, softmax, softmax_backward

N, K = 5, 3
LONG = np.longdouble
EPS = float(np.finfo(LONG).eps)
SQUARES = [name for name in losses.NAMES if losses.KINDS[name].family == "squares"]
BCE = [name for name in losses.NAMES if losses.KINDS[name].family == "bce"]
CROSS_ENTROPY = [name for name in losses.NAMES if losses.KINDS[name].family == "cross_entropy"]

# docs/architecture.md, line by line, so that a wrong divisor in the table of the code cannot hide here.
VALUES = {
    "sse": lambda d, y: np.sum(d**2),
    "half_sse": lambda d, y: np.sum(d**2) / 2,
    "sse_per_sample": lambda d, y: np.sum(d**2) / N,
    "half_sse_per_sample": lambda d, y: np.sum(d**2) / (2 * N),
    "mse": lambda d, y: np.sum(d**2) / (N * K),
    "half_mse": lambda d, y: np.sum(d**2) / (2 * N * K),
    "bce_sum": lambda p, y: np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p))),
    "bce_per_sample": lambda p, y: np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p))) / N,
    "bce_mean": lambda p, y: np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p))) / (N * K),
    "cross_entropy_sum": lambda p, y: np.sum(-y * np.log(p)),
    "cross_entropy_per_sample": lambda p, y: np.sum(-y * np.log(p)) / N,
    "cross_entropy_mean": lambda p, y: np.sum(-y * np.log(p)) / (N * K),
}


def batch(name, seed=0, dtype=LONG):
    """z, output and soft targets (N, K) for a loss; soft, because hard ones hide a wrong factor of 1 - y."""
    random = np.random.RandomState(seed)
    z = random.randn(N, K).astype(dtype)
    y = random.uniform(0.1, 0.9, (N, K)).astype(dtype)
    if name in SQUARES:
        return z, z * 2, y
    if name in BCE:
        return z, sigmoid(z), y
    return z, softmax(z, axis=1), y / y.sum(axis=1, keepdims=True)


def slope(f, x, direction):
    """f'(x) along a direction, by central differences in long double."""
    h = LONG(EPS ** (1 / 3))
    return (f(x + h * direction) - f(x - h * direction)) / (2 * h)


def make_read_only(arrays):
    for a in arrays:
        a.setflags(write=False)


def agree(measured, computed):
    return abs(measured - computed) <= 1e3 * EPS ** (2 / 3)


def test_every_loss_of_the_architecture_is_there():
    assert set(VALUES) == set(losses.NAMES)


@pytest.mark.parametrize("name", losses.NAMES)
def test_value_is_the_formula(name):
    z, output, y = batch(name)
    expected = VALUES[name](output - y if name in SQUARES else output, y)
    assert losses.value(name, z, output, y) == pytest.approx(expected, rel=100 * EPS)


@pytest.mark.parametrize("name", losses.NAMES)
def test_d_output_is_the_derivative_of_the_value_by_the_output(name):
    # VALUES is a function of the output alone, for every loss.
    _, output, y = batch(name)
    direction = np.random.RandomState(7).randn(N, K)
    measured = slope(lambda out: VALUES[name](out - y if name in SQUARES else out, y), output, direction)
    computed = np.sum(losses.d_output(name, output, y) * direction)
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)


@pytest.mark.parametrize("name", BCE + CROSS_ENTROPY)
def test_d_preactivation_is_the_derivative_of_the_value_by_z(name):
    z, output, y = batch(name)
    direction = np.random.RandomState(8).randn(N, K)
    measured = slope(lambda moved: losses.value(name, moved, output, y), z, direction)
    computed = np.sum(losses.d_preactivation(name, z, y) * direction)
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)


@pytest.mark.parametrize("name", BCE + CROSS_ENTROPY)
@pytest.mark.parametrize("hard", [True, False], ids=["hard", "soft"])
def test_the_long_way_arrives_at_the_joint_gradient(name, hard):
    z, p, y = batch(name, dtype=np.float64)
    y = np.eye(K)[[0, 1, 2, 0, 1]] if hard else y
    long_way = losses.d_output(name, p, y)
    dz = long_way * d_sigmoid(z) if name in BCE else softmax_backward(long_way, p, axis=1)
    np.testing.assert_allclose(dz, losses.d_preactivation(name, z, y), rtol=1e-13, atol=1e-16)


@pytest.mark.parametrize("name", losses.NAMES)
def test_columns_are_the_transpose_of_rows(name):
    z, output, y = batch(name, dtype=np.float64)
    eps = np.finfo(np.float64).eps
    by_rows = losses.value(name, z, output, y)
    assert losses.value(name, z.T, output.T, y.T, sample_axis=1) == pytest.approx(by_rows, rel=10 * eps)
    assert np.array_equal(losses.d_output(name, output.T, y.T, 1), losses.d_output(name, output, y).T)


@pytest.mark.parametrize("name", BCE + CROSS_ENTROPY)
def test_joint_columns_are_the_transpose_of_joint_rows(name):
    z, _, y = batch(name, dtype=np.float64)
    by_columns, by_rows = losses.d_preactivation(name, z.T, y.T, 1), losses.d_preactivation(name, z, y)
    np.testing.assert_allclose(by_columns, by_rows.T, rtol=1e-14, atol=1e-17)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", losses.NAMES)
def test_the_dtype_stays(name, dtype):
    z, output, y = batch(name, dtype=dtype)
    value, gradients = losses.value(name, z, output, y), [losses.d_output(name, output, y)]
    gradients += [] if name in SQUARES else [losses.d_preactivation(name, z, y)]
    assert isinstance(value, np.floating)
    assert {value.dtype, *(g.dtype for g in gradients)} == {np.dtype(dtype)}


@pytest.mark.parametrize("name", losses.NAMES)
def test_arguments_are_not_changed(name):
    arrays = batch(name, dtype=np.float64)
    before = [a.copy() for a in arrays]
    make_read_only(arrays)
    z, output, y = arrays
    losses.value(name, z, output, y)
    losses.d_output(name, output, y)
    assert all(np.array_equal(a, b) for a, b in zip(arrays, before, strict=True))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("z", "y", "expected"), [(1e4, 0.0, 1e4), (-1e4, 1.0, 1e4), (1e4, 1.0, 0.0), (-1e4, 0.0, 0.0)])
def test_bce_of_a_saturated_unit(z, y, expected, dtype):
    z, y = np.array([[z]], dtype), np.array([[y]], dtype)
    assert losses.value("bce_sum", z, sigmoid(z), y) == expected
    assert losses.d_preactivation("bce_sum", z, y) == np.sign(z) * (expected > 0)


@pytest.mark.parametrize(("z", "y"), [(40.0, 1.0), (-40.0, 0.0)])
def test_bce_keeps_the_digits_of_a_small_loss(z, y):
    z, y = np.array([[z]]), np.array([[y]])
    assert losses.value("bce_sum", z, sigmoid(z), y) == pytest.approx(np.exp(-40.0), rel=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropy_of_a_class_given_up(dtype):
    z, y = np.array([[1e4, 0.0, -1e4]], dtype), np.array([[0.0, 0.0, 1.0]], dtype)
    p = softmax(z, axis=1)
    assert losses.value("cross_entropy_sum", z, p, y) == 2e4
    assert losses.d_preactivation("cross_entropy_sum", z, y).tolist() == [[1, 0, -1]]


def test_cross_entropy_keeps_the_digits_of_a_small_loss():
    z, y = np.array([[40.0, 0.0]]), np.array([[1.0, 0.0]])
    assert losses.value("cross_entropy_sum", z, softmax(z, 1), y) == pytest.approx(np.exp(-40.0), rel=1e-15)


@pytest.mark.parametrize(
    ("p", "y", "slope"),
    [(0.0, 0.0, 1.0), (1.0, 1.0, -1.0), (0.0, 1.0, -np.inf), (1.0, 0.0, np.inf), (0.25, 1.0, -4.0), (0.5, 0.5, 0.0)],
)
def test_bce_the_long_way_at_the_ends(p, y, slope):
    # No warning either: pytest turns them into errors.
    assert losses.d_output("bce_sum", np.array([[p]]), np.array([[y]])) == slope


def test_cross_entropy_the_long_way_at_the_ends():
    p, y = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    assert losses.d_output("cross_entropy_sum", p, y).tolist() == [[0, -1, 0], [-np.inf, 0, 0]]


@pytest.mark.parametrize("samples", [1, 4])
def test_l2_penalty_beside_its_gradient(samples):
    random = np.random.RandomState(3)
    W, direction = [random.randn(2, 3).astype(LONG), random.randn(3, 1).astype(LONG)], random.randn(2, 3)
    measured = slope(lambda moved: losses.l2_penalty([moved, W[1]], 0.3, samples), W[0], direction)
    computed = np.sum(losses.d_l2_penalty(W, 0.3, samples)[0] * direction)
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)
    norm = np.sum(W[0] ** 2) + np.sum(W[1] ** 2)
    assert losses.l2_penalty(W, 0.3, samples) == pytest.approx(0.15 * norm / samples, rel=1e-15)


def test_l2_keeps_float32():
    W = [np.ones((2, 3), np.float32)]
    assert losses.l2_penalty(W, np.float64(0.3), 4).dtype == np.float32
    assert losses.d_l2_penalty(W, np.float64(0.3), 4)[0].dtype == np.float32
