"""The loop of epochs and mini-batches."""

import subprocess
import sys

import numpy as np
import pytest

from manual_mlp import denominator, losses, numerator, sgd, training

LAYOUTS = pytest.mark.parametrize("layout", [numerator, denominator], ids=["rows", "columns"])
N, SIZES, ACTIVATIONS = 13, (3, 5, 2), ["tanh", "softmax"]
MOMENTUM: sgd.Settings = {"lr": 0.2, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01}


def problem(layout, dtype=np.float64, biased=True):
    random = np.random.RandomState(0)
    X = random.randn(N, SIZES[0]).astype(dtype)
    y = np.eye(SIZES[-1], dtype=dtype)[(X[:, 0] + X[:, 1] > 0).astype(int)]
    W = [random.randn(3, 5).astype(dtype), random.randn(5, 2).astype(dtype)]
    b = [random.randn(5).astype(dtype), random.randn(2).astype(dtype)]
    if layout is denominator:
        X, y, W, b = X.T.copy(), y.T.copy(), [w.T.copy() for w in W], [v[:, None] for v in b]
    return X, y, W, b if biased else None


def train(layout, X, y, W, b, **settings):
    defaults = {"epochs": 2, "batch_size": 5, "lr": 0.2}
    return training.train(layout, X, y, W, b, ACTIVATIONS, "cross_entropy_per_sample", **{**defaults, **settings})


def same(one, other):
    return all(np.array_equal(a, b) for a, b in zip([*one.W, *one.b], [*other.W, *other.b], strict=True))


def worst(one, other):
    return max(np.abs(a - b).max() for a, b in zip([*one.W, *one.b], [*other.W, *other.b], strict=True))


def make_read_only(arrays):
    for a in arrays:
        a.setflags(write=False)


@LAYOUTS
@pytest.mark.parametrize("joint", [True, False])
def test_one_step_is_its_parts_in_a_row(layout, joint):
    X, y, W, b = problem(layout)
    name, axis = "cross_entropy_mean", layout.SAMPLE_AXIS
    step = training.one_step(layout, X, y, W, b, ACTIVATIONS, name, joint=joint, **MOMENTUM)
    output, cache = layout.forward(X, W, b, ACTIVATIONS)
    upstream = losses.d_preactivation(name, cache.Z[-1], y, axis) if joint else losses.d_output(name, output, y, axis)
    gradients = layout.backward(upstream, cache, W, joint)
    params, velocity = sgd.step([*W, *b], [*gradients.dW, *gradients.db], None, **MOMENTUM)
    assert step.loss == losses.value(name, cache.Z[-1], output, y, axis)
    assert step.b is not None
    assert step.velocity is not None
    assert velocity is not None
    assert all(np.array_equal(p, q) for p, q in zip([*step.W, *step.b], params, strict=True))
    assert all(np.array_equal(p, q) for p, q in zip(step.velocity, velocity, strict=True))


@LAYOUTS
def test_train_is_its_steps_in_a_row_the_last_batch_short(layout):
    X, y, W, b = problem(layout)
    order = np.random.RandomState(4).permutation(N)
    trained = train(layout, X, y, W, b, epochs=2, batch_size=5, order=order, **MOMENTUM)
    velocity, history = None, []
    for rows in [order[:5], order[5:10], order[10:]] * 2:
        step = training.one_step(
            layout,
            np.take(X, rows, layout.SAMPLE_AXIS),
            np.take(y, rows, layout.SAMPLE_AXIS),
            W,
            b,
            ACTIVATIONS,
            "cross_entropy_per_sample",
            velocity=velocity,
            **MOMENTUM,
        )
        W, b, velocity = step.W, step.b, step.velocity
        history.append(step.loss)
    assert same(trained, training.Training(W, b, np.array(history), velocity))
    assert trained.losses.shape == (2, 3)
    assert trained.losses.ravel().tolist() == history


@pytest.mark.parametrize("biased", [True, False])
@pytest.mark.parametrize("joint", [True, False])
def test_both_layouts_go_the_same_way(joint, biased):
    rows = train(numerator, *problem(numerator, biased=biased), seed=3, joint=joint, **MOMENTUM)
    columns = train(denominator, *problem(denominator, biased=biased), seed=3, joint=joint, **MOMENTUM)
    turned = [w.T for w in columns.W]
    assert max(np.abs(p - q).max() for p, q in zip(rows.W, turned, strict=True)) < 1e-12
    assert np.abs(rows.losses - columns.losses).max() < 1e-12
    assert (rows.b is None) is (columns.b is None) is not biased


def test_the_long_way_arrives_where_the_joint_gradient_does():
    X, y, W, b = problem(numerator)
    one, other = (train(numerator, X, y, W, b, joint=joint) for joint in (True, False))
    assert 0 < worst(one, other) < 1e-12


def test_a_seed_gives_the_same_batches_and_another_seed_others():
    X, y, W, b = problem(numerator)
    assert same(train(numerator, X, y, W, b, seed=3), train(numerator, X, y, W, b, seed=3))
    assert not same(train(numerator, X, y, W, b, seed=3), train(numerator, X, y, W, b, seed=4))


def test_a_seed_draws_from_random_state_afresh_for_each_epoch():
    X, y, W, b = problem(numerator)
    random = np.random.RandomState(3)
    order = np.stack([random.permutation(N), random.permutation(N)])
    assert same(train(numerator, X, y, W, b, seed=3), train(numerator, X, y, W, b, order=order))
    assert not same(train(numerator, X, y, W, b, seed=3), train(numerator, X, y, W, b, order=order[0]))


def test_without_seed_and_order_the_samples_come_as_they_stand():
    X, y, W, b = problem(numerator)
    assert same(train(numerator, X, y, W, b), train(numerator, X, y, W, b, order=np.arange(N)))


@pytest.mark.parametrize(("batch_size", "sizes"), [(1, [1] * 13), (5, [5, 5, 3]), (13, [13]), (100, [13])])
def test_every_sample_once_an_epoch(batch_size, sizes):
    order = np.random.RandomState(0).permutation(N)
    batches = list(training.batches(order, batch_size))
    assert [len(batch) for batch in batches] == sizes
    assert np.array_equal(np.concatenate(batches), order)


@LAYOUTS
def test_arguments_are_not_changed(layout):
    X, y, W, b = problem(layout)
    make_read_only([X, y, *W, *b])
    lists = [*W], [*b]
    trained = train(layout, X, y, W, b, seed=0, **MOMENTUM)
    assert all(a is c for a, c in zip([*W, *b], [*lists[0], *lists[1]], strict=True))
    assert not any(np.shares_memory(p, q) for p in [*trained.W, *trained.b] for q in [*W, *b])


@LAYOUTS
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_dtype_stays(layout, dtype):
    trained = train(layout, *problem(layout, dtype), seed=0, l2=np.float64(0.1), l2_on="all", **MOMENTUM)
    arrays = [*trained.W, *trained.b, *trained.velocity, trained.losses]
    assert {a.dtype for a in arrays} == {np.dtype(dtype)}


@LAYOUTS
@pytest.mark.parametrize("l2_scale", ["total", "per_sample"])
@pytest.mark.parametrize("l2_on", ["weights", "all"])
def test_the_gradients_are_those_of_the_loss_with_its_l2_term(layout, l2_on, l2_scale):
    X, y, W, b = problem(layout, np.longdouble)
    eps = float(np.finfo(np.longdouble).eps)
    h = np.longdouble(eps ** (1 / 3))
    random = np.random.RandomState(9)
    directions = [random.randn(*p.shape) for p in (*W, *b)]

    def step(at):
        moved = [p + at * d for p, d in zip([*W, *b], directions, strict=True)]
        settings = {"l2": 0.3, "l2_on": l2_on, "l2_scale": l2_scale, "lr": 0.1}
        return training.one_step(layout, X, y, moved[:2], moved[2:], ACTIVATIONS, "cross_entropy_sum", **settings)

    measured = (step(h).loss - step(-h).loss) / (2 * h)
    gradients = step(0).gradients
    assert gradients.db is not None
    computed = sum(np.sum(g * d) for g, d in zip([*gradients.dW, *gradients.db], directions, strict=True))
    assert abs(measured - computed) < 1e6 * eps ** (2 / 3)
    assert abs(measured - 1.0005 * computed) > 1e-4


@LAYOUTS
@pytest.mark.parametrize(("l2_scale", "divisor"), [("total", 1), ("per_sample", N)])
@pytest.mark.parametrize("l2_on", ["weights", "all"])
def test_the_l2_term_has_its_scale(layout, l2_on, l2_scale, divisor):
    X, y, W, b = problem(layout)
    arguments = (layout, X, y, W, b, ACTIVATIONS, "cross_entropy_sum")
    plain = training.one_step(*arguments, lr=0.1)
    with_l2 = training.one_step(*arguments, l2=0.3, l2_on=l2_on, l2_scale=l2_scale, lr=0.1)
    norm = sum(np.sum(p**2) for p in (W if l2_on == "weights" else [*W, *b]))
    assert with_l2.loss - plain.loss == pytest.approx(0.15 * norm / divisor, rel=1e-12)


@LAYOUTS
def test_it_learns(layout):
    trained = train(layout, *problem(layout), epochs=200, seed=0)
    assert trained.losses[0].mean() > 0.3
    assert trained.losses[-1].mean() < 0.02


def test_any_layout_with_forward_and_backward_will_do():
    class Mirrored:
        """Columns outside, rows inside."""

        SAMPLE_AXIS = 1

        def forward(self, X, W, b, activations):
            self.cache = numerator.forward(X.T, [w.T for w in W], [v.ravel() for v in b], activations)[1]
            Z, A = ([a.T for a in arrays] for arrays in (self.cache.Z, self.cache.A))
            return A[-1], self.cache._replace(X=X, Z=Z, A=A)

        def backward(self, d_output, cache, W, joint=False):
            g = numerator.backward(d_output.T, self.cache, [w.T for w in W], joint)
            assert g.db is not None
            return g._replace(dW=[w.T for w in g.dW], db=[v[:, None] for v in g.db])

    mine, theirs = (train(layout, *problem(denominator), seed=1) for layout in (Mirrored(), denominator))
    assert worst(mine, theirs) < 1e-13


@LAYOUTS
def test_network_4_float32_from_pytorchs_weights(layout):
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    X, y = torch.randn(100, 3).numpy(), torch.randn(100, 1).numpy()
    first, second = torch.nn.Linear(3, 4), torch.nn.Linear(4, 1)
    fresh = torch.randn(1, 3).numpy()
    W = [linear.weight.detach().numpy().copy() for linear in (first, second)]
    b = [linear.bias.detach().numpy().copy() for linear in (first, second)]
    if layout is numerator:
        W = [w.T for w in W]
    else:
        X, y, fresh, b = X.T, y.T, fresh.T, [v[:, None] for v in b]
    trained = training.train(layout, X, y, W, b, ["relu", "identity"], "mse", epochs=200, batch_size=100, lr=0.01)
    figures = [1.6561, 1.6249, 1.6073, 1.5950, 1.5857, 1.5781, 1.5722, 1.5674, 1.5633, 1.5597]
    assert trained.losses.dtype == np.float32
    assert np.abs(trained.losses[19::20, 0] - figures).max() < 0.5001e-4
    assert layout.forward(fresh, trained.W, trained.b, ["relu", "identity"])[0].item() == pytest.approx(
        0.3311, abs=5e-5
    )


def test_importing_manual_mlp_imports_numpy_alone():
    code = "import sys, manual_mlp; print([m for m in ('torch', 'reference', 'crosscheck') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
