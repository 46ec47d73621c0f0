"""Bad input is refused in one line that says what is wrong and where, what was expected, and what to do."""

import numpy as np
import pytest

from manual_mlp import denominator, losses, numerator, training

LAYOUTS = pytest.mark.parametrize("layout", [numerator, denominator], ids=["rows", "columns"])


def good(layout, dtype=np.float64):
    """X, W, b of a network 3-4-2 for 5 samples."""
    random = np.random.RandomState(0)
    X = random.randn(5, 3).astype(dtype)
    W = [random.randn(3, 4).astype(dtype), random.randn(4, 2).astype(dtype)]
    b = [random.randn(4).astype(dtype), random.randn(2).astype(dtype)]
    if layout is denominator:
        return X.T.copy(), [w.T.copy() for w in W], [v[:, None] for v in b]
    return X, W, b


def targets(layout):
    y = np.eye(2)[[0, 1, 1, 0, 1]]
    return y.T if layout is denominator else y


def refuses(error, message, call):
    with pytest.raises(error, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


def with_nan(a):
    a = a.copy()
    a.flat[-1] = np.nan
    return a


FORWARD = [
    (lambda X, W, b: (X[0], W, b), ValueError, r"X has shape .*; expected 2 dimensions: reshape it"),
    (lambda X, W, b: (X.tolist(), W, b), TypeError, "X is a list; expected a plain NumPy array"),
    (lambda X, W, b: (np.matrix(X), W, b), TypeError, "X is a matrix; expected a plain NumPy array"),
    (lambda X, W, b: (np.ma.masked_array(X), W, b), TypeError, "X is a MaskedArray; expected a plain"),
    (lambda X, W, b: (X.astype(int), W, b), TypeError, "X is .*; expected native floats"),
    (lambda X, W, b: (X.astype(complex), W, b), TypeError, "X is .*; expected native floats"),
    (lambda X, W, b: (X.astype(object), W, b), TypeError, "X is .*; expected native floats"),
    (lambda X, W, b: (X.astype(">f8"), W, b), TypeError, "X is >f8; expected native floats"),
    (lambda X, W, b: (X.astype(np.float32), W, b), TypeError, r"W\[0\] is float64, others float32; expected one dtype"),
    (lambda X, W, b: (X, [W[0], W[1].astype(np.float32)], b), TypeError, r"W\[1\] is float32, others float64"),
    (lambda X, W, b: (X, W, [b[0], b[1].astype(np.float32)]), TypeError, r"b\[1\] is float32, others float64"),
    (lambda X, W, b: (with_nan(X), W, b), ValueError, r"X holds nan at \(\d, \d\); expected finite numbers: clean"),
    (lambda X, W, b: (X, [W[0], W[1] / 0.0], b), ValueError, r"W\[1\] holds -?inf at .*lower the learning rate"),
    (lambda X, W, b: (X, W, [with_nan(b[0]), b[1]]), ValueError, r"b\[0\] holds nan at"),
    (lambda X, W, b: (X, [W[0].T, W[1]], b), ValueError, r"W\[0\] has shape .*: transpose it, or use the other layout"),
    (lambda X, W, b: (X, [W[0], W[0]], b), ValueError, r"W\[1\] has shape .*; expected .*4.* for its input"),
    (lambda X, W, b: (X, [W[0][0], W[1]], b), ValueError, r"W\[0\] has shape .*; expected 2 dimensions"),
    (lambda X, W, b: (X, W[0], b), TypeError, "W is a ndarray; expected a list"),
    (lambda X, W, b: (X, [], []), ValueError, "W is empty; expected a list with at least one layer"),
    (lambda X, W, b: (X, W, b[:1]), ValueError, "b has 1 arrays for 2 layers"),
    (lambda X, W, b: (X, W, [b[0].T, b[0]]), ValueError, r"b\[\d\] has shape .*; expected .*, one a unit"),
    (lambda X, W, b: (X, W, [b[0][None], b[1]]), ValueError, r"b\[0\] has shape \(1, 4(, 1)?\); expected"),
]


@LAYOUTS
@pytest.mark.parametrize(("spoil", "error", "message"), FORWARD, ids=[message for _, _, message in FORWARD])
@pytest.mark.filterwarnings("ignore:divide by zero:RuntimeWarning", "ignore::PendingDeprecationWarning")
def test_forward_refuses(layout, spoil, error, message):
    X, W, b = spoil(*good(layout))
    refuses(error, message, lambda: layout.forward(X, W, b, ["tanh", "softmax"]))


@LAYOUTS
def test_forward_refuses_an_empty_batch(layout):
    _X, W, b = good(layout)
    empty = np.empty((0, 3)) if layout is numerator else np.empty((3, 0))
    refuses(ValueError, "X has shape .*; expected no size below 1", lambda: layout.forward(empty, W, b, ["tanh"] * 2))


@LAYOUTS
def test_forward_refuses_a_layer_without_units(layout):
    X, W, b = good(layout)
    none = np.empty((3, 0)) if layout is numerator else np.empty((0, 3))
    refuses(ValueError, r"W\[0\] has shape .*below 1", lambda: layout.forward(X, [none, W[1]], b, ["tanh"] * 2))


@LAYOUTS
@pytest.mark.parametrize(
    ("activations", "error", "message"),
    [
        (["tanh"], ValueError, "expected a list of 2, one a layer"),
        (["tanh", "thanh"], ValueError, "unknown activation 'thanh'; expected one of: identity, sigmoid"),
        (["softmax", "tanh"], ValueError, "for the output layer alone"),
        ("relu", TypeError, "activations is a str; expected a list"),
        (None, TypeError, "activations is a NoneType; expected a list"),
        ([("tanh", 2.0), "tanh"], ValueError, "takes no parameter"),
    ],
    ids=str,
)
def test_forward_refuses_activations(layout, activations, error, message):
    X, W, b = good(layout)
    refuses(error, message, lambda: layout.forward(X, W, b, activations))


@LAYOUTS
@pytest.mark.parametrize(
    ("spoil", "error", "message"),
    [
        (lambda d, W: (d[:, :1], W), ValueError, "d_output has shape .*; expected the output's"),
        (lambda d, W: (d.T.copy(), W), ValueError, "d_output has shape .*; expected the output's"),
        (lambda d, W: (1.0, W), TypeError, "d_output is a float; expected a plain NumPy array"),
        (lambda d, W: (d.astype(np.float32), W), TypeError, "d_output is float32, others float64"),
        (lambda d, W: (with_nan(d), W), ValueError, "d_output holds nan at .*use losses.d_preactivation"),
        (lambda d, W: (d, W[:1]), ValueError, r"W has layers of \[4\] units, the cache \[4, 2\]"),
        (lambda d, W: (d, [with_nan(W[0]), W[1]]), ValueError, r"W\[0\] holds nan"),
    ],
)
def test_backward_refuses(layout, spoil, error, message):
    X, W, b = good(layout)
    output, cache = layout.forward(X, W, b, ["tanh", "softmax"])
    d_output, W = spoil(output, W)
    refuses(error, message, lambda: layout.backward(d_output, cache, W))


GOOD_Y = np.eye(3)[[0, 1, 2, 0, 1]]
P = np.full((5, 3), 0.25)
LOSSES = [
    ("msle", P, GOOD_Y, 0, ValueError, "unknown loss 'msle'; expected one of: sse, half_sse"),
    ("mse", P, GOOD_Y[:4], 0, ValueError, r"y has shape \(4, 3\); expected \(5, 3\), as output"),
    ("mse", P, GOOD_Y[:, 0], 0, ValueError, r"y has shape \(5,\); expected 2 dimensions"),
    ("mse", P[:1], GOOD_Y, 0, ValueError, r"y has shape \(5, 3\); expected \(1, 3\)"),
    ("mse", P, GOOD_Y.astype(np.float32), 0, TypeError, "y is float32, others float64"),
    ("mse", P, GOOD_Y.astype(int), 0, TypeError, "y is .*; expected native floats"),
    ("mse", P, with_nan(GOOD_Y), 0, ValueError, r"y holds nan at \(4, 2\)"),
    ("mse", with_nan(P), GOOD_Y, 0, ValueError, r"output holds nan at \(4, 2\)"),
    ("mse", P[:0], GOOD_Y[:0], 0, ValueError, "below 1"),
    ("mse", P, GOOD_Y, 2, ValueError, "sample_axis is 2; expected 0"),
    ("bce_mean", P, GOOD_Y * 2, 0, ValueError, "y holds 2.0; expected numbers from 0 to 1"),
    ("bce_mean", P, -GOOD_Y, 0, ValueError, "y holds -1.0; expected numbers from 0 to 1"),
    ("cross_entropy_sum", P, GOOD_Y * 0.5, 0, ValueError, "y of sample 0 sums to 0.5; expected 1"),
    ("cross_entropy_sum", P, GOOD_Y, 1, ValueError, "y of sample 0 sums to 2.0; expected 1"),
]


@pytest.mark.parametrize(
    ("name", "output", "y", "sample_axis", "error", "message"), LOSSES, ids=[case[-1] for case in LOSSES]
)
def test_losses_refuse(name, output, y, sample_axis, error, message):
    refuses(error, message, lambda: losses.d_output(name, output, y, sample_axis))
    refuses(error, message.replace("output", "(output|z)"), lambda: losses.value(name, output, output, y, sample_axis))


@pytest.mark.parametrize("name", ["bce_sum", "cross_entropy_sum"])
def test_the_long_way_refuses_what_is_no_probability(name):
    refuses(ValueError, "output holds 1.5; expected numbers from 0 to 1", lambda: losses.d_output(name, P * 6, GOOD_Y))


@pytest.mark.parametrize("name", ["sse", "half_sse", "mse"])
def test_squares_have_no_joint_gradient(name):
    refuses(ValueError, "has no joint gradient.*use d_output", lambda: losses.d_preactivation(name, P, GOOD_Y))


def test_soft_targets_may_be_rounded():
    y = np.random.RandomState(0).uniform(size=(5, 3)).astype(np.float32)
    y /= y.sum(axis=1, keepdims=True)
    assert losses.d_preactivation("cross_entropy_sum", P.astype(np.float32), y).shape == (5, 3)


TRAINING = [
    ({"epochs": 0}, ValueError, "epochs is 0; expected 1 or more"),
    ({"epochs": 2.0}, TypeError, "epochs is 2.0; expected a whole number"),
    ({"epochs": True}, TypeError, "epochs is True; expected a whole number"),
    ({"batch_size": 0}, ValueError, "batch_size is 0; expected 1 or more"),
    ({"lr": -1.0}, ValueError, "lr is -1.0; expected 0 or more"),
    ({"l2": float("nan")}, ValueError, "l2 is nan; expected a finite number"),
    ({"l2_on": "biases"}, ValueError, "l2_on is 'biases'; expected 'weights' or 'all'"),
    ({"l2_scale": "mean"}, ValueError, "l2_scale is 'mean'; expected 'total' or 'per_sample'"),
    ({"seed": 1, "order": np.arange(5)}, ValueError, "both order and seed"),
    ({"order": np.arange(4)}, ValueError, r"order has shape \(4,\); expected \(5,\) or \(2, 5\)"),
    ({"order": np.array([0, 1, 2, 3, 3])}, ValueError, "order is no permutation"),
]


@LAYOUTS
@pytest.mark.parametrize(("settings", "error", "message"), TRAINING, ids=[message for _, _, message in TRAINING])
def test_training_refuses(layout, settings, error, message):
    X, W, b = good(layout)
    settings = {"epochs": 2, "batch_size": 2, "lr": 0.1, **settings}
    arguments = (layout, X, targets(layout), W, b, ["tanh", "identity"], "mse")
    refuses(error, message, lambda: training.train(*arguments, **settings))


@LAYOUTS
def test_training_refuses_targets_for_other_samples(layout):
    X, W, b = good(layout)
    y = targets(layout).take([0, 1, 2], layout.SAMPLE_AXIS)
    arguments = (layout, X, y, W, b, ["tanh", "identity"], "mse")
    refuses(ValueError, "y has 3 samples, X 5", lambda: training.train(*arguments, epochs=1, batch_size=2, lr=0.1))


@LAYOUTS
@pytest.mark.parametrize(("loss", "needed"), [("bce_mean", "sigmoid"), ("cross_entropy_mean", "softmax")])
def test_training_refuses_a_loss_behind_another_output(layout, loss, needed):
    X, W, b = good(layout)
    arguments = (layout, X, targets(layout), W, b, ["tanh", "tanh"], loss)
    refuses(ValueError, f"loss '{loss}' needs '{needed}' on the output", lambda: training.one_step(*arguments, lr=0.1))


@LAYOUTS
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_training_that_diverges_says_so(layout):
    X, W, b = good(layout)
    arguments = (layout, X, targets(layout), W, b, ["identity", "identity"], "sse")
    refuses(ValueError, "lower the learning rate", lambda: training.train(*arguments, epochs=99, batch_size=5, lr=1e6))
