"""Each activation beside its derivative.

Every function is elementwise in the pre-activation z, of any shape, and returns an array of z's shape and
dtype; softmax and log_softmax work along an axis. A derivative d_f takes z, never the activation a = f(z):
written in z it needs no difference such as 1 - a², which loses every digit where the unit saturates.

At a kink, z = 0 exactly, the derivative is the one that PyTorch takes, which is the one from the left.
Nothing here overflows: exp is only ever given arguments <= 0.
"""

import math
from collections.abc import Callable

import numpy as np

from manual_mlp.flow import Activation, Elementwise, FloatArray

GELU_SLOPE = math.sqrt(2 / math.pi)
GELU_CUBIC = 0.044715


def identity(z: FloatArray) -> FloatArray:
    """a = z, as a new array, so that A never shares memory with Z."""
    return np.array(z)


def d_identity(z: FloatArray) -> FloatArray:
    """f'(z) = 1."""
    return np.ones_like(z)


def sigmoid(z: FloatArray) -> FloatArray:
    """1 / (1 + e⁻ᶻ): Goodfellow, Bengio, Courville, Deep Learning, ch. 3.10.

    Written as eᶻ / (1 + eᶻ) for z < 0, where e⁻ᶻ would overflow.
    """
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def d_sigmoid(z: FloatArray) -> FloatArray:
    """σ'(z) = σ(z) σ(-z) = e / (1 + e)², with e = e^-|z|: an even function."""
    e = np.exp(-np.abs(z))
    return np.asarray(e / (1 + e) ** 2)


def tanh(z: FloatArray) -> FloatArray:
    """tanh z."""
    return np.asarray(np.tanh(z))


def d_tanh(z: FloatArray) -> FloatArray:
    """tanh'(z) = 1 / cosh²(z) = 4e / (1 + e)², with e = e^-2|z|, where 1 - tanh² would cancel."""
    e = np.exp(-2 * np.abs(z))
    return np.asarray(4 * e / (1 + e) ** 2)


def relu(z: FloatArray) -> FloatArray:
    """max(z, 0): Deep Learning, ch. 6.3.1."""
    return np.asarray(np.maximum(z, 0))


def d_relu(z: FloatArray) -> FloatArray:
    """1 for z > 0, otherwise 0; at z = 0 it is 0, as in torch.nn.ReLU."""
    return (z > 0).astype(z.dtype)


def leaky_relu(z: FloatArray, slope: float = 0.01) -> FloatArray:
    """z for z > 0, otherwise slope · z: https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU."""
    return np.where(z > 0, z, float(slope) * z)


def d_leaky_relu(z: FloatArray, slope: float = 0.01) -> FloatArray:
    """1 for z > 0, otherwise slope; at z = 0 it is slope, as in torch.nn.LeakyReLU."""
    one = np.ones_like(z)
    return np.where(z > 0, one, float(slope) * one)


def elu(z: FloatArray, alpha: float = 1.0) -> FloatArray:
    """z for z > 0, otherwise alpha (eᶻ - 1): Clevert, Unterthiner, Hochreiter 2015 (arXiv 1511.07289)."""
    return np.where(z > 0, z, float(alpha) * np.expm1(np.minimum(z, 0)))


def d_elu(z: FloatArray, alpha: float = 1.0) -> FloatArray:
    """1 for z > 0, otherwise alpha eᶻ; at z = 0 it is alpha, as in torch.nn.ELU."""
    return np.where(z > 0, np.ones_like(z), float(alpha) * np.exp(np.minimum(z, 0)))


def softplus(z: FloatArray) -> FloatArray:
    """log(1 + eᶻ) = max(z, 0) + log(1 + e^-|z|): Deep Learning, ch. 3.10.

    torch.nn.Softplus returns z itself above its threshold of 20; this one does not.
    """
    return np.asarray(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))))


def d_softplus(z: FloatArray) -> FloatArray:
    """σ(z)."""
    return sigmoid(z)


def gelu_tanh(z: FloatArray) -> FloatArray:
    """½ z (1 + tanh u), u = √(2/π) (z + 0.044715 z³): Hendrycks, Gimpel 2016, section 2 (arXiv 1606.08415).

    Written as z σ(2u), which is the same and does not cancel for z < 0.
    """
    twice_u, _ = _gelu_argument(z)
    return z * sigmoid(twice_u)


def d_gelu_tanh(z: FloatArray) -> FloatArray:
    """σ(2u) + z σ'(2u) 2u', with 2u' = 2 √(2/π) (1 + 3 · 0.044715 z²)."""
    twice_u, twice_du = _gelu_argument(z)
    return sigmoid(twice_u) + z * d_sigmoid(twice_u) * twice_du


def _gelu_argument(z: FloatArray) -> tuple[FloatArray, FloatArray]:
    """2u and 2u'. Beyond |z| = 100 their sigmoid has long been 0 or 1, but z³ could overflow."""
    t = np.clip(z, -100, 100)
    return (2 * GELU_SLOPE) * (t + GELU_CUBIC * t**3), (2 * GELU_SLOPE) * (1 + 3 * GELU_CUBIC * t**2)


def silu(z: FloatArray) -> FloatArray:
    """z σ(z): https://docs.pytorch.org/docs/stable/generated/torch.nn.SiLU."""
    return z * sigmoid(z)


def d_silu(z: FloatArray) -> FloatArray:
    """σ(z) + z σ'(z)."""
    return sigmoid(z) + z * d_sigmoid(z)


def softmax(z: FloatArray, axis: int) -> FloatArray:
    """eᶻ / Σ eᶻ along the axis of the outputs: Deep Learning, ch. 6.2.2.3. Less the maximum, so e <= 1."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return np.asarray(e / e.sum(axis=axis, keepdims=True))


def log_softmax(z: FloatArray, axis: int) -> FloatArray:
    """log softmax(z) along an axis: z - m - log(1 + Σ' e^(z-m)), m the maximum, Σ' over all but the maximum.

    The maximum's own term is the 1. Left in the sum, it would swallow the others, and log p of an almost
    certain class would come out as exactly 0.
    """
    shifted = z - z.max(axis=axis, keepdims=True)
    others = np.exp(shifted)
    np.put_along_axis(others, np.expand_dims(z.argmax(axis=axis), axis), 0, axis=axis)
    return np.asarray(shifted - np.log1p(others.sum(axis=axis, keepdims=True)))


def softmax_backward(dA: FloatArray, p: FloatArray, axis: int) -> FloatArray:
    """dL/dZ from dL/dA through p = softmax(Z), by the full Jacobian ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ - pⱼ).

    Multiplied out, dZⱼ = pⱼ (dAⱼ - Σᵢ dAᵢ pᵢ): Deep Learning, ch. 6.2.2.3 and 6.5.2. All shapes are p's.
    """
    return np.asarray(p * (dA - (dA * p).sum(axis=axis, keepdims=True)))


_PLAIN: dict[str, tuple[Elementwise, Elementwise]] = {
    "identity": (identity, d_identity),
    "sigmoid": (sigmoid, d_sigmoid),
    "tanh": (tanh, d_tanh),
    "relu": (relu, d_relu),
    "softplus": (softplus, d_softplus),
    "gelu_tanh": (gelu_tanh, d_gelu_tanh),
    "silu": (silu, d_silu),
}
_WITH_PARAMETER: dict[str, tuple[Callable[..., FloatArray], Callable[..., FloatArray]]] = {
    "leaky_relu": (leaky_relu, d_leaky_relu),
    "elu": (elu, d_elu),
}
NAMES: tuple[str, ...] = (*_PLAIN, *_WITH_PARAMETER)


def resolve(spec: Activation) -> tuple[Elementwise, Elementwise]:
    """The function f and its derivative f', both of z alone, for a name or a (name, parameter).

    Raises ValueError for an unknown name, a parameter where none belongs or one that is not a finite number,
    and for softmax, which is not elementwise: it goes with an axis (softmax, softmax_backward).
    """
    name, parameter = _parse(spec)
    if name in _PLAIN and parameter is None:
        return _PLAIN[name]
    if name in _WITH_PARAMETER and parameter is None:
        return _WITH_PARAMETER[name]
    if name in _WITH_PARAMETER:
        f, df = _WITH_PARAMETER[name]
        return (lambda z: f(z, parameter)), (lambda z: df(z, parameter))
    if name in _PLAIN:
        raise ValueError(f"activation {name!r} takes no parameter, but {spec!r} gives it one: write {name!r}")
    if name == "softmax":
        raise ValueError("activation 'softmax' is for the output layer alone: choose another for the hidden layers")
    raise ValueError(f"unknown activation {spec!r}; expected one of: {', '.join((*NAMES, 'softmax'))}")


def _parse(spec: object) -> tuple[str, float | None]:
    if isinstance(spec, str):
        return spec, None
    if not (isinstance(spec, tuple | list) and len(spec) == 2 and isinstance(spec[0], str)):
        raise ValueError(f"activation {spec!r} is unknown; expected a name or (name, parameter): {', '.join(NAMES)}")
    try:
        parameter = float(spec[1])
    except (TypeError, ValueError):
        parameter = math.nan
    if not math.isfinite(parameter):
        raise ValueError(f"parameter of activation {spec!r} is {spec[1]!r}; expected a finite number")
    return spec[0], parameter
