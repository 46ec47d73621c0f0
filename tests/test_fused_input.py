"""What fused.py promises about bad input, about its own memory, and about allocations."""

import tracemalloc

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.pair_fused import build
from manual_mlp.fused import PLANS, Network


def make(dtype="float64", **settings):
    """A 3-5-2 network and a batch of 6, samples as columns."""
    case = Case.draw((3, 5, 2), 6, activations="relu", dtype=dtype, **settings)
    return build(case, input_gradient=False), np.ascontiguousarray(case.x.T), np.ascontiguousarray(case.y.T)


BAD_BATCHES = {
    "empty": (lambda x, y: (x[:, :0], y[:, :0]), ValueError, "below 1"),
    "wider": (lambda x, y: (np.vstack([x, x]), y), ValueError, "expected \\(3, N\\)"),
    "rows": (lambda x, y: (x.T.copy(), y.T.copy()), ValueError, "transpose"),
    "one-dimensional": (lambda x, y: (x[:, 0], y[:, 0]), ValueError, "2 dimensions"),
    "another-dtype": (lambda x, y: (x.astype(np.float32), y), TypeError, "float32"),
    "another-dtype-of-y": (lambda x, y: (x, y.astype(np.float32)), TypeError, "float32"),
    "other-endian": (lambda x, y: (x.astype(">f8"), y), TypeError, "native"),
    "integers": (lambda x, y: (x.astype(int), y), TypeError, "floats"),
    "list": (lambda x, y: (x.tolist(), y), TypeError, "list"),
    "none": (lambda x, y: (None, y), TypeError, "NoneType"),
    "matrix": (lambda x, y: (np.asmatrix(x), y), TypeError, "matrix"),
    "masked": (lambda x, y: (np.ma.masked_array(x), y), TypeError, "MaskedArray"),
    "fewer-targets": (lambda x, y: (x, y[:, :-1]), ValueError, "y has shape \\(2, 5\\)"),
    "one-target-for-all": (lambda x, y: (x, y[:, :1]), ValueError, "y has shape \\(2, 1\\)"),
    "wider-targets": (lambda x, y: (x, np.vstack([y, y])), ValueError, "y has shape"),
}


@pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")
@pytest.mark.parametrize("warm", [False, True], ids=["first-call", "later-call"])
@pytest.mark.parametrize(("spoil", "error", "says"), BAD_BATCHES.values(), ids=BAD_BATCHES)
def test_bad_batches_are_refused_in_a_line_and_change_nothing(spoil, error, says, warm):
    net, x, y = make()
    if warm:
        net.step(x, y)
    before = net.parameters.copy()
    with pytest.raises(error, match=says) as caught:
        net.step(*spoil(x, y))
    assert "\n" not in str(caught.value)
    np.testing.assert_array_equal(net.parameters, before)
    fresh, *_ = make()
    fresh.parameters[...] = before
    assert net.step(x, y) == fresh.step(x, y)


@pytest.mark.parametrize("where", ["x", "y", "parameters"])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nan_and_infinity_do_not_reach_the_parameters(where, value):
    net, x, y = make()
    net.step(x, y)
    if where == "parameters":
        net.W[1][0, 0] = value
    else:
        {"x": x, "y": y}[where][0, 0] = value
    before = net.parameters.copy()
    with np.errstate(all="ignore"), pytest.raises(ValueError, match="loss is"):
        net.step(x, y)
    np.testing.assert_array_equal(net.parameters, before)


def test_a_first_batch_with_nan_is_refused_by_its_place():
    net, x, y = make()
    x[1, 2] = np.nan
    with pytest.raises(ValueError, match=r"X holds nan at \(1, 2\)"):
        net.step(x, y)


@pytest.mark.parametrize("spoil", [
    np.asfortranarray,
    lambda a: a[:, ::-1][:, ::-1],
    lambda a: np.repeat(a, 2, axis=1)[:, ::2],
    lambda a: np.vstack([a, a])[: len(a)],
], ids=["fortran", "reversed", "strided", "part"])  # fmt: skip
def test_any_strides_give_the_same_numbers(spoil):
    net, x, y = make()
    other, *_ = make()
    x_read_only, y_read_only = spoil(x), spoil(y)
    x_read_only.flags.writeable = y_read_only.flags.writeable = False
    assert net.step(x, y) == other.step(x_read_only, y_read_only)
    np.testing.assert_array_equal(net.parameters, other.parameters)


def test_weights_of_any_strides_and_read_only():
    net, x, y = make()
    W = [np.asfortranarray(w) for w in net.W]
    b = [np.repeat(v, 2, axis=0)[::2] for v in net.b]
    for a in (*W, *b):
        a.flags.writeable = False
    other = Network(W, b, ("relu", "identity"), "mse", lr=0.125)
    assert net.step(x, y) == other.step(x, y)


@pytest.mark.parametrize(("change", "error"), [
    ({"loss": "rmse"}, ValueError), ({"loss": "bce_mean"}, ValueError), ({"activations": ("relu",)}, ValueError),
    ({"activations": ("softmax", "identity")}, ValueError), ({"lr": -1.0}, ValueError), ({"lr": np.nan}, ValueError),
    ({"nesterov": True}, ValueError), ({"l2_on": "biases"}, ValueError), ({"l2": "much"}, TypeError),
    ({"W": []}, ValueError), ({"W": None}, TypeError), ({"b": []}, ValueError), ({"W": [np.ones(3)]}, ValueError),
], ids=str)  # fmt: skip
def test_bad_networks_are_refused_as_by_the_textbook(change, error):
    net, *_ = make()
    settings = {"W": net.W, "b": net.b, "activations": ("relu", "identity"), "loss": "mse", "lr": 0.125}
    with pytest.raises(error) as caught:
        Network(**(settings | change))
    assert "\n" not in str(caught.value)


def test_targets_are_looked_at_when_a_batch_size_is_new():
    case = Case.draw((3, 5, 2), 6, loss="cross_entropy_mean")
    net, x, y = build(case), case.x.T, case.y.T
    with pytest.raises(ValueError, match="sums to"):
        net.step(x, y * 0.5)
    net.step(x, y)


@pytest.mark.parametrize(("lr", "error"), [(-1.0, ValueError), (np.nan, ValueError), ("fast", TypeError)])
def test_a_bad_learning_rate_is_refused_later_too(lr, error):
    net, *_ = make()
    with pytest.raises(error, match="lr is"):
        net.lr = lr
    assert net.lr == 0.125


def test_backward_needs_a_forward():
    net, _, y = make()
    with pytest.raises(ValueError, match="call forward"):
        net.backward(y)


def test_two_results_of_successive_calls():
    """A loss is a number of its own; arrays are the network's own memory, which the next call overwrites."""
    net, x, y = make()
    first_loss = net.step(x, y)
    first_output, kept = net.A[-1], net.A[-1].copy()
    second_loss = net.step(x[:, ::-1], y[:, ::-1])
    assert first_loss != second_loss
    assert net.A[-1] is first_output
    assert not np.array_equal(first_output, kept)
    output = net.forward(x)
    assert output is first_output
    # Another batch size has memory of its own, so what was seen last of this one stays.
    kept = output.copy()
    net.forward(x[:, :2])
    np.testing.assert_array_equal(output, kept)


def test_the_output_of_a_step_is_that_of_its_forward():
    for activations in (("relu", "identity"), ("tanh", "sigmoid"), ("relu", "softmax"), ("sigmoid", "relu")):
        case = Case.draw((3, 5, 2), 6, activations=activations)
        net, other = build(case), build(case)
        net.step(case.x.T, case.y.T)
        np.testing.assert_array_equal(net.A[-1], other.forward(case.x.T))


def test_its_own_output_may_be_its_input():
    case = Case.draw((3, 5, 3), 6)
    net, other = build(case), build(case)
    out = net.forward(case.x.T)
    copy = out.copy()
    other.forward(case.x.T)
    assert net.step(out, out) == other.step(copy, copy)
    np.testing.assert_array_equal(net.parameters, other.parameters)


def test_few_batch_sizes_are_remembered():
    net, x, y = make()
    for N in list(range(1, 7)) * 3:
        net.step(np.hstack([x, x])[:, : 2 * N], np.hstack([y, y])[:, : 2 * N])
    assert len(net._plans) <= PLANS


ALLOCATIONS = {
    "plain": {},
    "nesterov": {"momentum": 0.5, "nesterov": True, "weight_decay": 0.125},
    "l2": {"l2": 0.25},
}


@pytest.mark.parametrize("settings", ALLOCATIONS.values(), ids=ALLOCATIONS)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("loss", ["mse", "bce_mean", "cross_entropy_per_sample"])
@pytest.mark.parametrize("hidden", ["relu", "tanh", "sigmoid", "elu", "leaky_relu", "softplus", "silu", "gelu_tanh"])
def test_steady_state_allocates_nothing(hidden, loss, dtype, settings):
    """Not one array: the peak stays below a few Python numbers, where the smallest array here has 16 kB."""
    case = Case.draw((40, 70, 60, 64), 128, activations=hidden, loss=loss, dtype=dtype, lr=2**-10, **settings)
    net, x, y = build(case), np.ascontiguousarray(case.x.T), np.ascontiguousarray(case.y.T)
    for _ in range(5):
        net.step(x, y)
    # the least of three: a thread of the test runner's may allocate in between, the network would in all of them
    measured = [growth(net, x, y) for _ in range(3)]
    assert min(kept for kept, _ in measured) < 2000
    assert min(peak for _, peak in measured) < 3000


def growth(net, x, y):
    """What twenty steps leave allocated, and the most that they had at any time."""
    tracemalloc.start()
    try:
        for _ in range(5):
            net.step(x, y)
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        for _ in range(20):
            net.step(x, y)
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return after - before, peak - before
