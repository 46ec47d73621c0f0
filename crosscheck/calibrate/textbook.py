"""Activations as textbooks write them: right in exact arithmetic, and losing digits where they cancel.

f of z, and f' of z and a = f(z). They overflow for large |z|; a run that is not finite is left out (candidates.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from crosscheck.calibrate.arithmetic import Floats
from crosscheck.vocabulary import Spec, name_and_parameter

Pair: TypeAlias = tuple[Callable[[Floats], Floats], Callable[[Floats, Floats], Floats]]

SLOPE, CUBIC = float(np.sqrt(2 / np.pi)), 0.044715


def sigmoid(z: Floats) -> Floats:
    """1 / (1 + exp(-z))."""
    return np.asarray(1 / (1 + np.exp(-z)))


def tanh(z: Floats) -> Floats:
    """(e^z - e^-z) / (e^z + e^-z)."""
    p, q = np.exp(z), np.exp(-z)
    return np.asarray((p - q) / (p + q))


def gelu_tanh(z: Floats) -> Floats:
    """½ z (1 + tanh h), h = √(2/π) (z + 0.044715 z³)."""
    return np.asarray(0.5 * z * (1 + np.tanh(SLOPE * (z + CUBIC * z**3))))


def d_gelu_tanh(z: Floats, a: Floats) -> Floats:
    """½ (1 + t) + ½ z (1 - t²) h'."""
    t = np.tanh(SLOPE * (z + CUBIC * z**3))
    return np.asarray(0.5 * (1 + t) + 0.5 * z * (1 - t * t) * (SLOPE * (1 + 3 * CUBIC * z * z)))


def d_silu(z: Floats, a: Floats) -> Floats:
    """σ (1 + z (1 - σ))."""
    s = sigmoid(z)
    return np.asarray(s * (1 + z * (1 - s)))


def softmax(z: Floats) -> Floats:
    """exp z / Σ exp z, without taking the maximum away."""
    e = np.exp(z)
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def textbook(spec: Spec) -> Pair:
    """f(z) and f'(z, a), the derivative by way of the activation wherever books do so."""
    name, p = name_and_parameter(spec)
    table: dict[str, Pair] = {
        "identity": (np.array, lambda z, a: np.ones_like(a)),
        "sigmoid": (sigmoid, lambda z, a: a * (1 - a)),
        "tanh": (tanh, lambda z, a: 1 - a**2),
        "relu": (lambda z: z * (z > 0), lambda z, a: (a > 0).astype(a.dtype)),
        "leaky_relu": (
            lambda z: np.maximum(z, z.dtype.type(p) * z) if p <= 1 else np.where(z > 0, z, z.dtype.type(p) * z),
            lambda z, a: np.where(a > 0, a.dtype.type(1), a.dtype.type(p)),
        ),
        "elu": (
            lambda z: np.where(z > 0, z, z.dtype.type(p) * (np.exp(np.minimum(z, 0)) - 1)),
            lambda z, a: np.where(z > 0, a.dtype.type(1), a + a.dtype.type(p)),
        ),
        "softplus": (lambda z: np.log(1 + np.exp(z)), lambda z, a: 1 - np.exp(-a)),
        "gelu_tanh": (gelu_tanh, d_gelu_tanh),
        "silu": (lambda z: z * sigmoid(z), d_silu),
    }
    return table[name]
