"""Formulas that people write in place of an activation, and the derivatives that they have.

They hold on complex numbers too, by which `slope` differentiates them; |z| is written without a square root for that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array

C = float(np.sqrt(2 / np.pi))  # of gelu
TINY = 1e-30  # the complex step: its square is nothing beside 1


def magnitude(z: Array) -> Array:
    """|z|."""
    return np.where(z > 0, z, -z)


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)), which does not overflow."""
    e = np.exp(-magnitude(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def softplus(z: Array) -> Array:
    """log(1 + exp(z)), which does not overflow."""
    return np.asarray(np.maximum(z, 0) + np.log1p(np.exp(-magnitude(z))))


def gelu(z: Array, inner: float = np.sqrt(2 / np.pi), cubic: float = 0.044715, power: float = 3) -> Array:
    """z/2 (1 + tanh(√(2/π) (z + 0.044715 z³))), of which every constant may be another."""
    return np.asarray(0.5 * z * (1 + np.tanh(inner * (z + cubic * z**power))))


def gelu_slope_of_cached(z: Array, constants: Mapping[str, float]) -> NDArray[Any]:
    """(1 + t)/2 + z/2 (1 - t²) u', where t is what the way forward has kept, with its constants, and u' is right."""
    t = np.tanh(constants.get("inner", C) * (z + constants.get("cubic", 0.044715) * z ** constants.get("power", 3)))
    return np.asarray(0.5 * (1 + t) + 0.5 * z * (1 - t**2) * C * (1 + 3 * 0.044715 * z**2))


def slope(g: Curve, z: Array, p: float) -> NDArray[Any]:
    """g'(z) to rounding: the imaginary part of g(z + ih) / h, in which nothing cancels.

    Args:
        g: a formula that holds on complex numbers; of any shape.
        z: real, where the slope is taken.
        p: the activation's parameter.
    """
    beside: Any = z + 1j * TINY
    return np.asarray(np.imag(g(beside, p)) / TINY, dtype=np.float64)


Curve: TypeAlias = Callable[[Array, float], NDArray[Any]]  # of z, or of a, and the activation's parameter
GELU_SLIPS: dict[str, dict[str, float]] = {  # the constants that are others
    "without the cubic term": {"cubic": 0.0},
    "0.044715 z² in place of z³": {"power": 2},
    "0.44715 in place of 0.044715": {"cubic": 0.44715},
    "2/π without the root": {"inner": 2 / np.pi},
    "√2/π in place of √(2/π)": {"inner": np.sqrt(2) / np.pi},
    "√(2π) in place of √(2/π)": {"inner": np.sqrt(2 * np.pi)},
    "√(2/π) z + 0.044715 z³": {"cubic": 0.044715 / C},
    "without √(2/π)": {"inner": 1.0},
}


def of_gelu(z: Array, p: float, constants: Mapping[str, float]) -> NDArray[Any]:
    """gelu with other constants."""
    return gelu(z, **constants)


WRONG_FORMULAS: dict[str, dict[str, Curve]] = {
    "sigmoid": {
        "1/(1 + exp(z))": lambda z, p: sigmoid(-z),
        "1/(1 - exp(-z))": lambda z, p: 1 / (1 - np.exp(-z)),
        "tanh": lambda z, p: np.tanh(z),
        "exp(-z)/(1 + exp(z))": lambda z, p: np.exp(-z) / (1 + np.exp(z)),
        "1/1 + exp(-z)": lambda z, p: 1 + np.exp(-z),
    },
    "tanh": {
        "sigmoid": lambda z, p: sigmoid(z),
        "tanh(z/2)": lambda z, p: np.tanh(z / 2),
        "tanh(2z)": lambda z, p: np.tanh(2 * z),
        "1.7159 tanh(2z/3)": lambda z, p: 1.7159 * np.tanh(2 * z / 3),
        "(exp(z) - exp(-z))/2": lambda z, p: np.sinh(z),
        "(exp(z) + exp(-z))/(exp(z) - exp(-z))": lambda z, p: 1 / np.tanh(z),
        "exp(z) - exp(-z)/(exp(z) + exp(-z))": lambda z, p: np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z)),
        "2/(1 + exp(-2z)), without - 1": lambda z, p: 2 * sigmoid(2 * z),
    },
    "relu": {
        "|z|": lambda z, p: magnitude(z),
        "min(z, 0)": lambda z, p: np.minimum(z, 0),
        "leaky, slope 0.01": lambda z, p: np.where(z > 0, z, 0.01 * z),
        "leaky, slope 0.1": lambda z, p: np.where(z > 0, z, 0.1 * z),
        "leaky, slope 0.2": lambda z, p: np.where(z > 0, z, 0.2 * z),
        "step": lambda z, p: (z > 0) * 1.0,
    },
    "leaky_relu": {
        "slope 0.1": lambda z, p: np.where(z > 0, z, 0.1 * z),
        "slope 0.2": lambda z, p: np.where(z > 0, z, 0.2 * z),
        "slope 0.01": lambda z, p: np.where(z > 0, z, 0.01 * z),
        "slope 0.001": lambda z, p: np.where(z > 0, z, 0.001 * z),
        "relu": lambda z, p: np.maximum(z, 0),
        "slope with the wrong sign": lambda z, p: np.where(z > 0, z, -p * z),
        "max(α, z)": lambda z, p: np.maximum(z, p + 0 * z),
        "min(αz, z)": lambda z, p: np.minimum(p * z, z),
    },
    "elu": {
        "α exp(z)": lambda z, p: np.where(z > 0, z, p * np.exp(np.minimum(z, 0))),
        "exp(z) - 1 without α": lambda z, p: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        "α (1 - exp(z))": lambda z, p: np.where(z > 0, z, -p * np.expm1(np.minimum(z, 0))),
        "α exp(z) - 1": lambda z, p: np.where(z > 0, z, p * np.exp(np.minimum(z, 0)) - 1),
        "α exp(z - 1)": lambda z, p: np.where(z > 0, z, p * np.exp(np.minimum(z, 0) - 1)),
    },
    "softplus": {
        "log(1 + exp(-z))": lambda z, p: softplus(-z),
        "log(exp(z))": lambda z, p: z,
        "log2(1 + exp z)": lambda z, p: softplus(z) / np.log(2),
        "log(1 + exp(-|z|)), without max(z, 0)": lambda z, p: np.log1p(np.exp(-magnitude(z))),
        "log(1 + exp(-z)) + max(z, 0)": lambda z, p: softplus(-z) + np.maximum(z, 0),
    },
    "gelu_tanh": {
        "z sigmoid(1.702 z)": lambda z, p: z * sigmoid(1.702 * z),
        **{label: partial(of_gelu, constants=constants) for label, constants in GELU_SLIPS.items()},
        "without the factor 1/2": lambda z, p: 2 * gelu(z),
        "without the 1 of 1 + tanh": lambda z, p: gelu(z) - 0.5 * z,
        "without the factor z": lambda z, p: 0.5 + 0.5 * np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)),
    },
    "silu": {
        "sigmoid": lambda z, p: sigmoid(z),
        "z sigmoid(1.702 z)": lambda z, p: z * sigmoid(1.702 * z),
        "z sigmoid(-z)": lambda z, p: z * sigmoid(-z),
        "z/1 + exp(-z)": lambda z, p: z + np.exp(-z),
        "z + sigmoid(z)": lambda z, p: z + sigmoid(z),
    },
}
# of the sign that z has: whether the slope is taken from z or from a makes no difference
SAME_SLOPE = (
    "leaky, slope 0.01", "leaky, slope 0.1", "leaky, slope 0.2",
    "slope 0.1", "slope 0.2", "slope 0.01", "slope 0.001", "relu",
)  # fmt: skip
FROM_ACTIVATION: dict[str, Curve] = {
    "sigmoid": lambda a, p: a * (1 - a),
    "tanh": lambda a, p: 1 - a**2,
    "relu": lambda a, p: (a > 0) * 1.0,
    "leaky_relu": lambda a, p: np.where(a > 0, 1.0, p),
    "elu": lambda a, p: np.where(a > 0, 1.0, a + p),
    "softplus": lambda a, p: 1 - np.exp(-a),
}
