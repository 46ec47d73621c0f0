"""Both layouts: gradients against central differences, against each other, and against known figures."""

import itertools

import numpy as np
import pytest

from manual_mlp import activations as bank
from manual_mlp import denominator, losses, numerator

LAYOUTS = pytest.mark.parametrize("layout", [numerator, denominator], ids=["rows", "columns"])
BIASED = pytest.mark.parametrize("biased", [True, False], ids=["biases", "no_biases"])
SIZES, N = (3, 5, 7, 2), 11  # pairwise coprime: a wrong transpose cannot have a right shape
LONG = np.longdouble
EPS = float(np.finfo(LONG).eps)
STACKS = [
    *([name, name, "identity"] for name in bank.NAMES),
    *(["tanh", "silu", name] for name in (*bank.NAMES, "softmax")),
    [("leaky_relu", 0.3), ("elu", 0.7), "tanh"],
]


def network(layout, sizes=SIZES, samples=N, biased=True, dtype=LONG, seed=0):
    """X, W, b in the layout's own orientation; the same numbers for both layouts."""
    random = np.random.RandomState(seed)
    X = random.randn(samples, sizes[0]).astype(dtype)
    W = [random.randn(m, n).astype(dtype) for m, n in itertools.pairwise(sizes)]
    b = [random.randn(n).astype(dtype) for n in sizes[1:]]
    if layout is denominator:
        X, W, b = X.T.copy(), [w.T.copy() for w in W], [v[:, None] for v in b]
    return X, W, b if biased else None


def like(arrays, seed=1):
    """Random directions: ones would let through whatever is right in the sum alone."""
    random = np.random.RandomState(seed)
    return [random.randn(*a.shape).astype(a.dtype) for a in arrays]


def moved(arrays, directions, h):
    return [a + h * d for a, d in zip(arrays, directions, strict=True)]


def central(f):
    """f'(0) of a function of the step, by central differences."""
    h = LONG(EPS ** (1 / 3))
    return (f(h) - f(-h)) / (2 * h)


def inner(gradients, directions):
    return sum(np.sum(g * d) for g, d in zip(gradients, directions, strict=True))


def agree(measured, computed):
    """To the accuracy of central differences; a slope of almost nothing would show nothing."""
    return abs(measured - computed) < 1e4 * EPS ** (2 / 3) * max(1, abs(measured)) and abs(measured) > 1e-3


def flat(output, cache, gradients):
    """All arrays of one run, by name."""
    lists = {"Z": cache.Z, "A": cache.A, "dW": gradients.dW, "dZ": gradients.dZ, "dA": gradients.dA}
    lists |= {} if gradients.db is None else {"db": gradients.db}
    named = {f"{key}[{i}]": a for key, arrays in lists.items() for i, a in enumerate(arrays)}
    return {"output": output, "dX": gradients.dX} | named


def run(layout, X, W, b, activations, upstream, joint=False):
    output, cache = layout.forward(X, W, b, activations)
    return flat(output, cache, layout.backward(upstream, cache, W, joint))


def make_read_only(arrays):
    for a in arrays:
        a.setflags(write=False)


@LAYOUTS
@BIASED
@pytest.mark.parametrize("activations", STACKS, ids=str)
@pytest.mark.parametrize("layer", [0, 1, 2])
def test_parameter_gradients_are_the_slope_of_the_output(layout, biased, activations, layer):
    X, W, b = network(layout, biased=biased)
    output, cache = layout.forward(X, W, b, activations)
    (cotangent,) = like([output], seed=2)
    gradients = layout.backward(cotangent, cache, W)
    dW, db = [gradients.dW[layer]], [] if gradients.db is None else [gradients.db[layer]]
    directions = like([*dW, *db])

    def objective(h):
        W_h, b_h = list(W), list(b or [])
        W_h[layer] = W[layer] + h * directions[0]
        if b is not None:
            b_h[layer] = b[layer] + h * directions[1]
        return np.sum(cotangent * layout.forward(X, W_h, b_h or None, activations)[0])

    measured, computed = central(objective), inner([*dW, *db], directions)
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)
    assert (gradients.db is None) is not biased


@LAYOUTS
@pytest.mark.parametrize("activations", STACKS, ids=str)
def test_the_gradient_of_the_data_is_the_slope_of_the_output(layout, activations):
    X, W, b = network(layout)
    output, cache = layout.forward(X, W, b, activations)
    (cotangent,), (direction,) = like([output], seed=2), like([X])
    measured = central(lambda h: np.sum(cotangent * layout.forward(X + h * direction, W, b, activations)[0]))
    computed = inner([layout.backward(cotangent, cache, W).dX], [direction])
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)


@LAYOUTS
@pytest.mark.parametrize("i", [0, 1])
def test_the_gradients_in_between_are_slopes_too(layout, i):
    # The network is entered behind layer i + 1, through A[i] or, one function earlier, through Z[i].
    activations = ["tanh", "softplus", "softmax"]
    X, W, b = network(layout)
    output, cache = layout.forward(X, W, b, activations)
    (cotangent,), (direction,) = like([output], seed=2), like([cache.Z[i]])
    gradients = layout.backward(cotangent, cache, W)
    f, _ = bank.resolve(activations[i])

    def rest(A):
        return np.sum(cotangent * layout.forward(A, W[i + 1 :], b[i + 1 :], activations[i + 1 :])[0])

    assert agree(central(lambda h: rest(cache.A[i] + h * direction)), inner([gradients.dA[i]], [direction]))
    assert agree(central(lambda h: rest(f(cache.Z[i] + h * direction))), inner([gradients.dZ[i]], [direction]))


@LAYOUTS
@pytest.mark.parametrize("name", losses.NAMES)
def test_the_gradients_of_every_loss(layout, name):
    family = losses.KINDS[name].family
    activations = ["tanh", "elu", losses.OUTPUT_OF.get(family, "identity")]
    X, W, b = network(layout)
    output, cache = layout.forward(X, W, b, activations)
    y = np.abs(like([output], seed=3)[0])
    y = y / y.sum(axis=1 - layout.SAMPLE_AXIS, keepdims=True)
    directions = like(W)

    def loss(h):
        out, moved_cache = layout.forward(X, moved(W, directions, h), b, activations)
        return losses.value(name, moved_cache.Z[-1], out, y, layout.SAMPLE_AXIS)

    upstream = losses.d_output(name, output, y, layout.SAMPLE_AXIS)
    assert agree(central(loss), inner(layout.backward(upstream, cache, W).dW, directions))


@LAYOUTS
@pytest.mark.parametrize("name", [n for n in losses.NAMES if losses.KINDS[n].family != "squares"])
def test_the_full_jacobian_equals_the_joint_gradient(layout, name):
    activations = ["tanh", "relu", losses.OUTPUT_OF[losses.KINDS[name].family]]
    X, W, b = network(layout, dtype=np.float64)
    W = [w / 4 for w in W]  # no unit saturates: there the long way, which divides by p (1 - p), loses digits
    output, cache = layout.forward(X, W, b, activations)
    y = np.abs(like([output], seed=3)[0])
    y = y / y.sum(axis=1 - layout.SAMPLE_AXIS, keepdims=True)
    axis = layout.SAMPLE_AXIS
    long_way = layout.backward(losses.d_output(name, output, y, axis), cache, W)
    joint = layout.backward(losses.d_preactivation(name, cache.Z[-1], y, axis), cache, W, joint=True)
    np.testing.assert_allclose(joint.dX, long_way.dX, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(joint.dW[0], long_way.dW[0], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(joint.db[2], long_way.db[2], rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(joint.dZ[2], long_way.dZ[2], rtol=1e-12, atol=1e-15)


@BIASED
@pytest.mark.parametrize("activations", STACKS, ids=str)
def test_the_layouts_are_each_others_transpose(activations, biased):
    X, W, b = network(numerator, biased=biased, dtype=np.float64)
    X_c, W_c, b_c = network(denominator, biased=biased, dtype=np.float64)
    (upstream,) = like([np.empty((N, SIZES[-1]))])
    rows = run(numerator, X, W, b, activations, upstream)
    columns = run(denominator, X_c, W_c, b_c, activations, upstream.T.copy())
    assert rows.keys() == columns.keys()
    # Sums may run in another order, so that the last digits differ, here by at most 1e-12 of the largest element.
    worst = {name: np.abs(np.atleast_2d(a) - columns[name].T).max() / np.abs(a).max() for name, a in rows.items()}
    assert max(worst.values()) < 1e-12, worst
    assert all(np.atleast_2d(a).shape == columns[name].T.shape for name, a in rows.items())


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_layouts_are_each_others_transpose_to_the_last_bit(dtype):
    # On small whole numbers every product and sum is exact, in any order: nothing is left to rounding.
    random = np.random.RandomState(5)
    sizes, activations = (3, 5, 4, 2), ["relu", ("leaky_relu", 2.0), "identity"]
    X = random.randint(-3, 4, (N, 3)).astype(dtype)
    W = [random.randint(-3, 4, mn).astype(dtype) for mn in itertools.pairwise(sizes)]
    b = [random.randint(-3, 4, n).astype(dtype) for n in sizes[1:]]
    upstream = random.randint(-3, 4, (N, 2)).astype(dtype)
    rows = run(numerator, X, W, b, activations, upstream)
    columns = run(denominator, X.T, [w.T for w in W], [v[:, None] for v in b], activations, upstream.T)
    assert all(np.array_equal(np.atleast_2d(a), columns[name].T) for name, a in rows.items())
    assert all(np.any(a) for a in rows.values())


@LAYOUTS
@BIASED
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activations", STACKS, ids=str)
def test_dtypes_and_shapes(layout, biased, activations, dtype):
    X, W, b = network(layout, biased=biased, dtype=dtype)
    output, cache = layout.forward(X, W, b, activations)
    (upstream,) = like([output])
    gradients = layout.backward(upstream, cache, W)
    arrays = flat(output, cache, gradients)
    assert {a.dtype for a in arrays.values()} == {np.dtype(dtype)}
    assert [g.shape for g in gradients.dW] == [w.shape for w in W]
    assert [g.shape for g in gradients.db or []] == [v.shape for v in b or []]
    assert [g.shape for g in gradients.dZ] == [z.shape for z in cache.Z] == [a.shape for a in cache.A]
    assert [g.shape for g in gradients.dA] == [a.shape for a in cache.A]
    assert gradients.dX.shape == X.shape


@LAYOUTS
@pytest.mark.parametrize("joint", [True, False])
def test_arguments_are_not_changed(layout, joint):
    X, W, b = network(layout, dtype=np.float64)
    activations = ["identity", "relu", "softmax"]
    make_read_only([X, *W, *b])
    output, cache = layout.forward(X, W, b, activations)
    (upstream,) = like([output])
    make_read_only([upstream, *cache.Z, *cache.A])
    gradients = layout.backward(upstream, cache, W, joint)
    assert not any(np.shares_memory(g, w) for g in gradients.dW for w in W)
    assert not any(np.shares_memory(a, z) for a in cache.A for z in cache.Z)
    assert np.array_equal(gradients.dA[-1], upstream)


@LAYOUTS
def test_views_in_any_memory_order_give_the_same_numbers(layout):
    X, W, b = network(layout, dtype=np.float64)
    activations = ["tanh", "relu", "identity"]
    (upstream,) = like([layout.forward(X, W, b, activations)[0]])
    expected = run(layout, X, W, b, activations, upstream)
    fortran = [np.asfortranarray(w) for w in W]
    strided = np.repeat(X, 2, axis=0)[::2]
    computed = run(layout, strided, fortran, b, activations, np.asfortranarray(upstream))
    worst = max(np.abs(a - computed[name]).max() / np.abs(a).max() for name, a in expected.items())
    assert worst < 1e-12


@LAYOUTS
@pytest.mark.parametrize(
    ("sizes", "samples"), [((1, 1), 1), ((3, 1), 1), ((1, 4, 1), 2), ((2, 2, 2), 2), ((3, 3), 3)], ids=str
)
def test_small_and_square_sizes(layout, sizes, samples):
    X, W, b = network(layout, sizes, samples)
    activations = ["silu"] * (len(sizes) - 1)
    output, cache = layout.forward(X, W, b, activations)
    (cotangent,), directions = like([output], seed=2), like([X, *W, *b])

    def objective(h):
        X_h, *rest = moved([X, *W, *b], directions, h)
        return np.sum(cotangent * layout.forward(X_h, rest[: len(W)], rest[len(W) :], activations)[0])

    gradients = layout.backward(cotangent, cache, W)
    measured, computed = central(objective), inner([gradients.dX, *gradients.dW, *gradients.db], directions)
    assert agree(measured, computed)
    assert not agree(measured, 1.0005 * computed)


def test_network_2_one_sample_with_weights_out_in():
    random = np.random.RandomState(0)  # the stream of np.random.seed(0)
    W = [random.randn(4, 3), random.randn(1, 4)]
    b = [np.zeros((4, 1)), np.zeros((1, 1))]
    output, cache = denominator.forward(np.array([[1.0], [2.0], [-1.0]]), W, b, ["relu", "identity"])
    z1 = [1.58562878, 6.95328706, 0.75059285, -0.75558786]
    assert np.abs(cache.Z[0][:, 0] - z1).max() <= 5.1e-9
    assert np.array_equal(cache.A[0], np.maximum(cache.Z[0], 0))
    assert abs(output.item() - 2.38592521) <= 5.1e-9


def test_network_3_a_batch_in_rows():
    random = np.random.RandomState(0)
    W = [random.randn(3, 4), random.randn(4, 1)]
    X = random.randn(4, 3)
    output, cache = numerator.forward(X, W, [np.zeros(4), np.zeros(1)], ["relu", "identity"])
    z1 = [
        [2.22017425, 0.92690827, 1.31248884, 3.83440988],
        [-6.34199188, 2.42158272, -3.16735244, -0.57698372],
        [-0.09540698, 2.00316968, 0.46787771, 5.35028524],
        [-2.46079959, -0.7035511, -1.40693092, -3.53822054],
    ]
    assert np.abs(cache.Z[0] - z1).max() <= 5.1e-9
    assert np.abs(output[:, 0] - [3.66442762, 0.29464612, 2.23666225, 0.0]).max() <= 5.1e-9
    dead = numerator.backward(np.ones((4, 1)), cache, W).dX[3]
    assert np.array_equal(dead, np.zeros(3))
