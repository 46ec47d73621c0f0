"""Activations and derivatives, against decimal arithmetic of any precision, and against PyTorch at kinks."""

from decimal import Decimal, Overflow, localcontext

import numpy as np
import pytest

from manual_mlp import activations

DTYPES = [np.float32, np.float64]
NAMES = activations.NAMES
POSITIVE = [
    1e-30,
    1e-8,
    1e-3,
    0.3,
    0.75,
    1.278,
    2.5,
    5.0,
    9.0,
    17.0,
    20.5,
    40.0,
    88.0,
    104.0,
    700.0,
    745.0,
    1e4,
]
POINTS = [0.0, *POSITIVE, *(-z for z in POSITIVE)]
SLOPE = Decimal(float("0.01"))  # the double nearest to it, not a hundredth
# Sums of terms of both signs, or exp of an argument that is itself rounded: accurate up to a change of a few
# ulps in z (mixed stability, Higham, ch. 1.5). All others are accurate in themselves.
MIXED = {("gelu_tanh", 0), ("gelu_tanh", 1), ("silu", 1)}


def _sigmoid(z):
    return 1 / (1 + (-z).exp())


def _d_sigmoid(z):
    return _sigmoid(z) * _sigmoid(-z)


def _log1p_exp(z):
    # 1 + e^z would need 4,400 digits at z = -1e4; there the series' first two terms are exact enough.
    e = z.exp()
    return (1 + e).ln() if z > -50 else e - e * e / 2


def _twice_u(z):
    return 2 * Decimal(activations.GELU_SLOPE) * (z + Decimal(activations.GELU_CUBIC) * z**3)


def _twice_du(z):
    return 2 * Decimal(activations.GELU_SLOPE) * (1 + 3 * Decimal(activations.GELU_CUBIC) * z**2)


def _expm1(z):
    return z.exp() - 1 if abs(z) > Decimal("1e-20") else z + z * z / 2


def _tanh(z):
    return _expm1(2 * z) / (z.exp() ** 2 + 1)


TRUTH = {
    "identity": (lambda z: z, lambda z: Decimal(1)),
    "sigmoid": (_sigmoid, _d_sigmoid),
    "tanh": (_tanh, lambda z: 4 / (z.exp() + (-z).exp()) ** 2),
    "relu": (lambda z: max(z, Decimal(0)), lambda z: Decimal(int(z > 0))),
    "leaky_relu": (
        lambda z: z if z > 0 else SLOPE * z,
        lambda z: Decimal(1) if z > 0 else SLOPE,
    ),
    "elu": (lambda z: z if z > 0 else _expm1(z), lambda z: Decimal(1) if z > 0 else z.exp()),
    "softplus": (_log1p_exp, _sigmoid),
    "gelu_tanh": (
        lambda z: z * _sigmoid(_twice_u(z)),
        lambda z: _sigmoid(_twice_u(z)) + z * _d_sigmoid(_twice_u(z)) * _twice_du(z),
    ),
    "silu": (lambda z: z * _sigmoid(z), lambda z: _sigmoid(z) + z * _d_sigmoid(z)),
}


def decimal_errors(computed, truth, z, *, mixed=False):
    """|error| ÷ the error allowed at z: 8 roundings, and for mixed=True what 8 roundings of z would make of it."""
    info = np.finfo(computed.dtype)
    u = Decimal(float(info.eps) / 2)
    with localcontext() as context:
        context.prec = 80
        context.traps[Overflow] = False  # σ of a far negative number is 1/∞ = 0
        z = Decimal(float(z))
        exact = truth(z)
        allowed = 8 * u * abs(exact) + 8 * Decimal(float(info.smallest_normal))
        if mixed:
            allowed += abs(truth(z * (1 + 8 * u)) - truth(z * (1 - 8 * u)))
        return float(abs(Decimal(float(computed)) - exact) / allowed)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("which", [0, 1], ids=["f", "df"])
@pytest.mark.parametrize("name", NAMES)
def test_right_to_rounding_and_without_a_warning(name, which, dtype):
    z = np.array(POINTS, dtype)
    # Underflow to 0 is the right answer far out; anything else (overflow, 0/0) is not.
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        computed = activations.resolve(name)[which](z)
    assert computed.dtype == dtype
    truth, mixed = TRUTH[name][which], (name, which) in MIXED
    errors = {float(at): decimal_errors(f, truth, at, mixed=mixed) for at, f in zip(z, computed, strict=True)}
    assert {at: error for at, error in errors.items() if error >= 1} == {}


@pytest.mark.parametrize("z", [-1.9, 0.4, 2.6])
@pytest.mark.parametrize("which", [0, 1], ids=["f", "df"])
@pytest.mark.parametrize("name", NAMES)
def test_the_tester_refuses_what_is_wrong_by_a_twentieth_of_a_percent(name, which, z):
    z = np.array([z])
    wrong = activations.resolve(name)[which](z)[0] * 1.0005
    exact_is_zero = name == "relu" and z[0] < 0
    assert exact_is_zero or decimal_errors(wrong, TRUTH[name][which], z[0], mixed=(name, which) in MIXED) > 1e6


@pytest.mark.parametrize("spec", [*NAMES, ("leaky_relu", 0.3), ("elu", 0.7)], ids=str)
def test_derivative_is_that_of_the_function(spec):
    # Central differences in long double: nothing of the formula for the derivative is used.
    f, df = activations.resolve(spec)
    z = np.random.RandomState(0).uniform(-4, 4, 50).astype(np.longdouble)
    eps = float(np.finfo(np.longdouble).eps)
    h = eps ** (1 / 3)
    slope = (f(z + h) - f(z - h)) / (2 * np.longdouble(h))
    scale = 100 * eps ** (2 / 3)
    assert np.abs(slope - df(z)).max() < scale
    assert np.abs(slope - 1.0005 * df(z)).max() > 1e-4


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("zero", [0.0, -0.0])
@pytest.mark.parametrize("spec", [*NAMES, ("leaky_relu", 0.3), ("elu", 0.7)], ids=str)
def test_derivative_at_exactly_zero_is_pytorchs(spec, zero, dtype):
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    name, parameter = (spec, None) if isinstance(spec, str) else spec
    theirs = {
        "identity": lambda z: z * 1,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": functional.relu,
        "softplus": functional.softplus,
        "gelu_tanh": lambda z: functional.gelu(z, approximate="tanh"),
        "silu": functional.silu,
        "leaky_relu": lambda z: functional.leaky_relu(z, 0.01 if parameter is None else parameter),
        "elu": lambda z: functional.elu(z, 1.0 if parameter is None else parameter),
    }[name]
    z = torch.tensor([zero], dtype=torch.float32 if dtype is np.float32 else torch.float64, requires_grad=True)
    theirs(z).sum().backward()
    _, df = activations.resolve(spec)
    assert df(np.array([zero], dtype)) == z.grad.numpy()


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("slope", [np.float64(0.3), 0.3])
def test_a_parameter_of_another_dtype_does_not_promote(slope, dtype):
    z = np.array([-1.0, 2.0], dtype)
    results = [
        activations.leaky_relu(z, slope),
        activations.d_leaky_relu(z, slope),
        activations.elu(z, slope),
        activations.d_elu(z, slope),
    ]
    assert [r.dtype for r in results] == [dtype] * 4


@pytest.mark.parametrize("name", NAMES)
def test_the_result_is_a_new_array(name):
    z = np.array([-1.5, 0.0, 2.5])
    z.flags.writeable = False
    f, df = activations.resolve(name)
    assert not np.shares_memory(f(z), z)
    assert not np.shares_memory(df(z), z)


@pytest.mark.parametrize("z", [-1e30, 1e30])
@pytest.mark.parametrize("name", NAMES)
def test_further_out_than_any_cube_fits_into_float32(name, z):
    f, df = activations.resolve(name)
    z = np.array([z], np.float32)
    slope = df(z)
    assert np.isfinite(f(z))
    assert slope == df(np.sign(z) * 1000)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("axis", [0, 1])
def test_softmax_is_a_distribution_far_out_too(axis, dtype):
    z = np.array([[1e4, -1e4, 9999.0], [-1e4, 1e4, 1e4]], dtype)
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        p, log_p = activations.softmax(z, axis), activations.log_softmax(z, axis)
    assert p.dtype == log_p.dtype == dtype
    assert np.abs(p.sum(axis) - 1).max() <= 2 * np.finfo(dtype).eps
    assert np.isfinite(log_p).all()
    np.testing.assert_allclose(np.exp(log_p), p, rtol=16 * np.finfo(dtype).eps, atol=np.finfo(dtype).tiny)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    "z", [[0.3, -2.0, 1.1], [40.0, 0.0, -3.0], [-1e4, 0.0, 1e4], [5.0, 5.0, 5.0], [700.0, 690.0, 1.0]]
)
def test_log_softmax_right_to_rounding(z, dtype):
    z = np.array([z], dtype)
    u = np.finfo(dtype).eps / 2
    with localcontext() as context:
        context.prec = 80
        shifted = sorted(Decimal(float(x)) - Decimal(float(z.max())) for x in z[0])
        others = sum((x.exp() for x in shifted[:-1]), start=Decimal(0))
        log_sum = (1 + others).ln() if others > Decimal("1e-60") else others
        exact = [float(x - log_sum) for x in shifted]
    computed = np.sort(activations.log_softmax(z, axis=1)[0])
    np.testing.assert_allclose(computed, exact, rtol=8 * u, atol=8 * np.finfo(dtype).tiny)


def test_log_softmax_keeps_the_digits_of_an_almost_certain_class():
    log_p = activations.log_softmax(np.array([[40.0, 0.0]]), axis=1)
    assert log_p[0, 0] == pytest.approx(-np.exp(-40.0), rel=1e-15)


@pytest.mark.parametrize("axis", [0, 1])
def test_softmax_backward_is_the_jacobian_written_out(axis):
    random = np.random.RandomState(1)
    z, dA = random.randn(3, 4), random.randn(3, 4)
    p = activations.softmax(z, axis)
    rows_p, rows_dA = (p, dA) if axis == 1 else (p.T, dA.T)
    jacobians = np.einsum("ni,ij->nij", rows_p, np.eye(rows_p.shape[1])) - np.einsum("ni,nj->nij", rows_p, rows_p)
    expected = np.einsum("ni,nij->nj", rows_dA, jacobians)
    computed = activations.softmax_backward(dA, p, axis)
    np.testing.assert_allclose(computed if axis == 1 else computed.T, expected, rtol=1e-13, atol=1e-15)
    diagonal_only = rows_dA * rows_p * (1 - rows_p)
    assert np.abs(diagonal_only - expected).max() > 0.01


def test_resolve_hands_the_parameter_on():
    f, df = activations.resolve(("leaky_relu", 0.25))
    z = np.array([-4.0, 4.0])
    assert f(z).tolist() == [-1.0, 4.0]
    assert df(z).tolist() == [0.25, 1.0]


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("rleu", "unknown activation 'rleu'; expected one of: identity, sigmoid, tanh, relu"),
        (("swish", 1.0), "unknown activation"),
        (("tanh", 0.5), "takes no parameter"),
        (("elu", "big"), "expected a finite number"),
        (("elu", float("nan")), "expected a finite number"),
        (("elu", 1.0, 2.0), "expected a name or"),
        (None, "expected a name or"),
        ("softmax", "output layer alone"),
    ],
    ids=str,
)
def test_resolve_refuses(spec, message):
    with pytest.raises(ValueError, match=message) as caught:
        activations.resolve(spec)
    assert "\n" not in str(caught.value)
