"""fused.py under the harness, like the two textbook layouts, and against them bit for bit where that is promised."""

import itertools
from typing import Any

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.finding import DIFFERS
from crosscheck.pair_fused import CONVENTIONS, build, run_fused
from crosscheck.record import names_of
from manual_mlp import denominator, losses, training
from manual_mlp.fused import Network

HIDDEN = (
    "identity", "sigmoid", "tanh", "relu", "softplus", "gelu_tanh", "silu", ("leaky_relu", 0.05), ("leaky_relu", 1.5),
    ("elu", 0.7), ("elu", 2.0),
)  # fmt: skip
SQUARES = tuple(name for name, kind in losses.KINDS.items() if kind.family == "squares")
OUTPUT = {name: losses.OUTPUT_OF.get(kind.family, "identity") for name, kind in losses.KINDS.items()}
SETTINGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "momentum": {"momentum": 0.5},
    "dampening": {"momentum": 0.5, "dampening": 0.25},
    "nesterov": {"momentum": 0.5, "nesterov": True},
    "decay": {"weight_decay": 0.25},
    "maximize": {"maximize": True},
    "all": {"momentum": 0.75, "dampening": 0.5, "weight_decay": 0.125, "maximize": True},
    "nesterov-decay": {"momentum": 0.75, "nesterov": True, "weight_decay": 0.125},
    "l2": {"l2": 0.25},
    "l2-all": {"l2": 0.25, "l2_on": "all"},
    "l2-per-sample": {"l2": 0.25, "l2_scale": "per_sample", "weight_decay": 0.125, "momentum": 0.5},
}
SIZES = {
    "one-layer": ((3, 2), 5),
    "deep": ((3, 5, 4, 7, 6, 2), 11),
    "width-1": ((3, 1, 2), 7),
    "one-output": ((3, 4, 1), 4),
    "one-sample": ((5, 3, 2), 1),
    "one-everything": ((1, 1, 1), 1),
    "square": ((4, 4, 4), 4),
    "wide": ((17, 33, 9), 64),
}


def show(value: object) -> str:
    return str(value).replace("('", "").replace("', ", "@").replace(")", "")


def verify(case: Case) -> None:
    report = compare(run_fused(case), case, CONVENTIONS)
    wrong = [(f.name, f.why, f.ratio) for f in report.findings if f.status == DIFFERS]
    assert not wrong
    assert not report.remarks
    assert report.passed


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("loss", losses.NAMES)
@pytest.mark.parametrize("hidden", HIDDEN, ids=show)
def test_activations_and_losses(hidden, loss, dtype):
    verify(Case.draw((3, 5, 7, 2), 11, activations=(hidden, hidden, OUTPUT[loss]), loss=loss, dtype=dtype))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("loss", ["mse", "half_sse"])
@pytest.mark.parametrize("output", [*HIDDEN, "softmax"], ids=show)
def test_squares_of_any_output(output, loss, dtype):
    verify(Case.draw((3, 5, 4), 7, activations=("tanh", output), loss=loss, dtype=dtype))


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "nobias"])
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES)
def test_three_steps_of_sizes_and_settings(sizes, settings, bias):
    widths, samples = sizes
    verify(Case.draw(widths, samples, activations="tanh", loss="mse", bias=bias, steps=3, **settings))


@pytest.mark.parametrize("inputs", ["zeros", "saturated", "large", "scaled", "pixels"])
@pytest.mark.parametrize("loss", ["mse", "bce_mean", "cross_entropy_per_sample"])
@pytest.mark.parametrize("hidden", HIDDEN, ids=show)
def test_kinks_and_saturation(hidden, loss, inputs):
    for dtype in ("float64", "float32"):
        case = Case.draw(
            (3, 5, 7, 2), 11, activations=(hidden, hidden, OUTPUT[loss]), loss=loss, inputs=inputs, dtype=dtype
        )
        report = compare(run_fused(case), case, CONVENTIONS)
        assert [f.name for f in report.findings if f.status == DIFFERS] == []


def test_everything_is_shown_but_what_is_overwritten():
    case = Case.draw((3, 5, 7, 2), 11, momentum=0.5)
    hidden = {"Z1", "Z2", "Z3", "d_output", "dA1", "dA2"}
    assert set(run_fused(case)) == set(names_of(case)) - hidden
    assert "dX" not in run_fused(case, input_gradient=False)


@pytest.mark.parametrize(("activation", "p"), [("leaky_relu", -0.5), ("leaky_relu", 0.0), ("elu", -0.7), ("elu", 0.0)])
def test_parameters_that_no_case_can_have(activation, p):
    case = Case.draw((3, 5, 7, 2), 11)
    net, W, b, x, y = pieces(case)
    activations = ((activation, p), (activation, p), "identity")
    net = Network(W, b, activations, "mse", lr=0.125)
    net.step(x, y)
    done = training.one_step(denominator, x, y, W, b, activations, "mse", lr=0.125)
    for mine, theirs in zip([*net.W, *net.b], [*done.W, *(done.b or [])], strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-13, atol=1e-15)


def pieces(case):
    """A network of the Case, and W, b, x, y in its orientation."""
    W = [np.array(w) for w in case.weights]
    b = [np.array(v)[:, None] for v in case.biases]
    return build(case), W, b, np.ascontiguousarray(case.x.T), np.ascontiguousarray(case.y.T)


@pytest.mark.parametrize("hidden", ["relu", "tanh", "gelu_tanh"])
def test_batches_of_changing_size(hidden):
    """Each batch gives what a network that never saw another size gives."""
    case = Case.draw((3, 5, 2), 12, activations=hidden, momentum=0.5)
    net, W, b, x, y = pieces(case)
    activations, velocity = case.activations, None
    for N in (4, 12, 1, 4, 7, 12, 4, 2, 3, 5, 6, 8, 9, 10, 4):
        done = training.one_step(
            denominator, x[:, :N], y[:, :N], W, b, activations, "mse", velocity=velocity, lr=case.lr, momentum=0.5
        )
        loss = net.step(x[:, :N], y[:, :N])
        W, b, velocity = done.W, done.b or [], done.velocity
        assert loss == pytest.approx(float(done.loss), rel=1e-12)
        for mine, theirs in zip([*net.W, *net.b], [*W, *b], strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-11, atol=1e-13)


def test_step_is_forward_backward_update():
    case = Case.draw((3, 5, 2), 12, activations="relu", momentum=0.5)
    one, _, _, x, y = pieces(case)
    other = build(case)
    for _ in range(3):
        other.forward(x)
        assert one.step(x, y) == other.backward(y)
        other.update()
        np.testing.assert_array_equal(one.parameters, other.parameters)


def test_a_new_learning_rate_holds_from_the_next_update_on():
    case = Case.draw((3, 5, 2), 12)
    net, _, _, x, y = pieces(case)
    net.lr = 0.0
    before = net.parameters.copy()
    net.step(x, y)
    np.testing.assert_array_equal(net.parameters, before)
    net.lr = 0.5
    net.step(x, y)
    np.testing.assert_array_equal(net.parameters, before - 0.5 * net.gradients)


def test_views_are_the_flat_vectors():
    net, *_ = pieces(Case.draw((3, 5, 2), 12))
    net.parameters[...] = np.arange(net.parameters.size)
    assert net.parameters.size == 4 * 5 + 6 * 2
    np.testing.assert_array_equal(net.W[0][0], [0, 1, 2])
    assert net.b[0][0, 0] == 3
    assert all(np.shares_memory(view, net.gradients) for view in [*net.dW, *net.db])


def test_it_does_not_touch_what_it_is_given():
    case = Case.draw((3, 5, 2), 12)
    _, W, b, x, y = pieces(case)
    given = [*W, *b, x, y]
    copies = [a.copy() for a in given]
    net = Network(W, b, case.activations, case.loss, lr=0.5)
    net.step(x, y)
    for a, copy in zip(given, copies, strict=True):
        np.testing.assert_array_equal(a, copy)
    assert not any(np.shares_memory(net.parameters, a) for a in given)


def test_every_loss_activation_and_setting_of_the_textbook_is_tried_here():
    tried = {h if isinstance(h, str) else h[0] for h in HIDDEN}
    from manual_mlp.activations import NAMES

    assert tried == set(NAMES)
    assert set(itertools.chain(*SETTINGS.values())) == {
        "momentum", "dampening", "nesterov", "weight_decay", "maximize", "l2", "l2_on", "l2_scale",
    }  # fmt: skip
    assert len(SQUARES) == 6
