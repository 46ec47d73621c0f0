"""The loss of a Case, written once more, in any arithmetic: float64, long double, complex.

Only the way forward stands here and no derivative, so that what the judges get out of it owes nothing to anybody's
derivation; nor does it share a line with `manual_mlp` or with PyTorch. Each formula is analytic, or, for an activation
with a kink, one of two analytic pieces: which one is decided beforehand for every unit (a `Pattern`) and then kept.
The derivative of that function is the network's own, and no step of a finite difference can cross a kink.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.steps import penalised
from crosscheck.vocabulary import KINKED, LOSSES, Spec, name_and_parameter

if TYPE_CHECKING:
    from crosscheck.case import Case

Array: TypeAlias = NDArray[Any]
Theta: TypeAlias = Mapping[str, Array]  # x, y, W1, b1, W2 ... in the arithmetic that is wanted
Pattern: TypeAlias = Mapping[int, NDArray[np.bool_]]  # layer -> (N, n), True where the piece for z > 0 is taken

_SQRT_2_OVER_PI = np.sqrt(2 / np.longdouble("3.14159265358979323846264338327950288"))
_GELU_CUBIC = np.longdouble("0.044715")


def loss(case: Case, theta: Theta, pattern: Pattern) -> Any:
    """L, a scalar of theta's arithmetic."""
    Z = pre_activations(case, theta, pattern)
    z, y, n_layers = Z[-1], theta["y"], case.n_layers
    kind = LOSSES[case.loss]
    if kind.family == "squares":
        d = activation(case.activations[-1], z, pattern.get(n_layers)) - y
        value = np.sum(d * d)
    elif kind.family == "cross_entropy":
        value = -np.sum(y * log_softmax(z))
    else:
        value = np.sum(softplus(z) - y * z)
    # dividing by whole numbers: the constant itself is then not rounded to float64
    n = {"": 1, "N": case.n_samples, "NK": case.n_samples * case.n_outputs}[kind.divisor]
    value = value / (2 * n if kind.half else n)
    if case.l2:
        squares = [np.sum(theta[f"{p}{i}"] ** 2) for i in range(1, n_layers + 1) for p in penalised(case)]
        n = case.n_samples if case.l2_scale == "per_sample" else 1
        value = value + sum(squares[1:], squares[0]) * case.l2 / (2 * n)
    return value


def pre_activations(case: Case, theta: Theta, pattern: Pattern) -> list[Array]:
    """Z1 ... ZL, each (N, n)."""
    a, found = theta["x"], []
    for i, spec in enumerate(case.activations, 1):
        z = a @ theta[f"W{i}"].T
        if case.biases is not None:
            z = z + theta[f"b{i}"]
        found.append(z)
        if i < case.n_layers:
            a = activation(spec, z, pattern.get(i))
    return found


def patterns(case: Case, theta: Theta, radii: Mapping[int, Array]) -> tuple[Pattern, Pattern, int]:
    """Which piece every unit of a kinked layer is on: at a kink to its left, to its right; how many are at one.

    Args:
        case: the network.
        theta: real numbers.
        radii: layer -> (N, n), how close to zero a pre-activation is at the kink as far as anybody can tell.
    """
    left: dict[int, Any] = {}
    right: dict[int, Any] = {}
    a, n_near = theta["x"], 0
    for i, spec in enumerate(case.activations, 1):
        z = a @ theta[f"W{i}"].T
        if case.biases is not None:
            z = z + theta[f"b{i}"]
        if name_and_parameter(spec)[0] in KINKED:
            near = np.abs(z) <= radii[i]
            n_near += int(np.count_nonzero(near))
            left[i], right[i] = (z > 0) & ~near, (z > 0) | near
        a = activation(spec, z, left.get(i))
    return left, right, n_near


def activation(spec: Spec, z: Array, right: NDArray[np.bool_] | None = None) -> Array:
    """f(z), (N, n); of a kinked f the piece for z > 0 where `right` says so."""
    name, p = name_and_parameter(spec)
    if right is not None:
        below = np.where(right, 0 * z, z)  # where the other piece is taken, exp must not overflow
        piece = {"relu": 0 * z, "leaky_relu": p * below, "elu": p * np.expm1(below)}[name]
        return np.where(right, z, piece)
    if name == "identity":
        return z
    if name == "softmax":
        return np.exp(log_softmax(z))
    return SMOOTH[name](z)


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)): two ways to write one analytic function, chosen so that exp does not overflow."""
    e = np.exp(-away_from_zero(z))
    return np.where(z.real >= 0, 1 / (1 + e), e / (1 + e))


def softplus(z: Array) -> Array:
    """log(1 + exp z) = z + log(1 + exp(-z))."""
    return np.where(z.real >= 0, z, 0) + np.log1p(np.exp(-away_from_zero(z)))


def gelu_tanh(z: Array) -> Array:
    """½ z (1 + tanh h), h = √(2/π) (z + 0.044715 z³)."""
    h = z.real.dtype.type(_SQRT_2_OVER_PI) * (z + z.real.dtype.type(_GELU_CUBIC) * z * z * z)
    return np.asarray(0.5 * z * (1 + np.tanh(h)))


def silu(z: Array) -> Array:
    """z σ(z)."""
    return z * sigmoid(z)


def log_softmax(z: Array) -> Array:
    """z - log Σ exp z, row by row; the largest real part is taken off, which changes nothing."""
    shifted = z - z.real.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def away_from_zero(z: Array) -> Array:
    """±z, whichever has the positive real part."""
    return np.where(z.real >= 0, z, -z)


SMOOTH: Mapping[str, Callable[[Array], Array]] = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "softplus": softplus,
    "gelu_tanh": gelu_tanh,
    "silu": silu,
}
