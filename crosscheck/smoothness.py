"""What an activation does to an error: one table, the analysis beside each function.

For each activation f of the pre-activation z, with t anywhere in [z - e, z + e]:

    |f(t) - f(z)|   <= e (|f'(z)| + jump·[|z| <= e] + L2 e),  never above L1 e
    |f'(t) - f'(z)| <= L2 e + jump·[|z| <= e],                never above the range of f'

L1 and L2 bound |f'| and |f''| away from the kink, `jump` is the size of the step of f' at zero. The rounding of the
evaluation itself is c u κ(z) for f and c' u κ'(z) for f': κ is the *absolute* scale of a textbook evaluation, since
exp(z) - 1, log(1 + exp z), 1 + tanh and 1 - a² lose relative accuracy where they cancel. Code that is right but
unstable there is thereby accepted (and remarked upon elsewhere), as PyTorch's own gelu has to be.

The constants hold for elementary functions (exp, log, tanh ...) that are off by at most 4 units in the last place,
NumPy's own limit in float32: 8 u relative, and 4 u absolute for results in [½, 1). docs/tolerance.md adds them up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from crosscheck.ball import Array, Ball, Value, rounded
from crosscheck.vocabulary import Spec, name_and_parameter
from manual_mlp import activations


@dataclass(frozen=True)
class Smoothness:
    """Bounds on the derivatives of one activation and on the rounding of evaluating it."""

    L1: float
    L2: float
    spread: float  # sup f' - inf f'
    jump: float  # |f'(0+) - f'(0-)|
    bounded: float  # sup f - inf f, infinite where unbounded
    scale: Callable[[Array, Array], Array]  # κ from z and f(z), absolute
    c: float
    c_derivative: float
    scale_derivative: Callable[[Array], Array] = np.ones_like  # κ' from z, absolute


def _relative(z: Array, a: Array) -> Array:
    return np.abs(a)


def _unit(z: Array, a: Array) -> Array:
    return np.ones_like(z)


def _one_plus(z: Array, a: Array) -> Array:
    return 1.0 + np.abs(a)


def _identity_scale(z: Array, a: Array) -> Array:
    return np.abs(z)


def _silu_derivative_scale(z: Array) -> Array:
    # σ (1 + z (1 - σ)): a rounding of σ near 1 is multiplied by z, until 1 - σ is exactly 0 (e^-40 < 2^-54)
    return 1.0 + np.minimum(np.abs(z), 40.0)


def _gelu_derivative_scale(z: Array) -> Array:
    # ½ z (1 - t²) h': a rounding of t near 1 is multiplied by z h', until t is exactly 1 (2 h(8) > 40)
    t = np.minimum(np.abs(z), 8.0)
    return 1.0 + t / 8 * (1 + 0.134145 * t**2)


def smoothness(spec: Spec) -> Smoothness:
    """The analysis of an activation. Suprema by calculus (docs/tolerance.md), tested numerically."""
    name, p = name_and_parameter(spec)
    table: dict[str, Callable[[], Smoothness]] = {
        "identity": lambda: Smoothness(1, 0, 0, 0, np.inf, _relative, 0, 0),
        "relu": lambda: Smoothness(1, 0, 1, 1, np.inf, _relative, 0, 0),
        # max(z, s z) and the slope rounded to the working precision: two roundings
        "leaky_relu": lambda: Smoothness(max(1, abs(p)), 0, abs(1 - p), abs(1 - p), np.inf, _relative, 2, abs(p)),
        # α (exp z - 1): cancels near 0, absolute scale α below zero; exact above
        "elu": lambda: Smoothness(
            max(1, abs(p)),
            abs(p),
            max(1, abs(p)),
            abs(1 - p),
            np.inf,
            lambda z, a: np.where(z > 0, 0.0, abs(p) + np.abs(a)),
            9,
            12 * abs(p),  # a + α, with a inside its own bound
        ),
        # σ' ≤ 1/4, |σ''| ≤ 1/(6√3); 1/(1+exp(-z)) or (1 + tanh(z/2))/2: absolute scale 1
        "sigmoid": lambda: Smoothness(0.25, 0.0963, 0.25, 0, 1, _unit, 4, 5),
        # |tanh''| ≤ 4/(3√3); (e^z - e^-z)/(e^z + e^-z) has absolute error; 1/cosh² is the worst f'
        "tanh": lambda: Smoothness(1, 0.77, 1, 0, 2, _unit, 10, 20),
        # log(1 + exp z), and 1 - exp(-a) for f'
        "softplus": lambda: Smoothness(1, 0.25, 1, 0, np.inf, _one_plus, 10, 12),
        # f' in [-0.129, 1.129], |f''| ≤ √(2/π) at zero; z (1 + tanh h)/2 cancels for z < 0: scale |z|.
        # h = √(2/π)(z + 0.044715 z³) is rounded four times, and tanh' h·h ≤ 0.45, which c covers
        "gelu_tanh": lambda: Smoothness(1.13, 0.80, 1.26, 0, np.inf, _identity_scale, 10, 32, _gelu_derivative_scale),
        # f' in [-0.1, 1.1], |f''| ≤ 1/2 at zero
        "silu": lambda: Smoothness(1.1, 0.50, 1.2, 0, np.inf, _identity_scale, 6, 8, _silu_derivative_scale),
    }
    if name not in table:
        raise ValueError(f"unknown activation {name!r}: expected one of {', '.join(table)}, or softmax on the output")
    return table[name]()


def activation(spec: Spec, z: Value) -> Value:
    """a = f(z), elementwise; with its ball: sup |f(t) - f(z)| + c u κ(z)."""
    f, df = activations.resolve(spec)
    if not isinstance(z, Ball):
        return np.asarray(f(z))
    s = smoothness(spec)
    a = np.asarray(f(z.v), dtype=np.float64)
    if z.e is None:
        return rounded(a, s.c * z.r.u * s.scale(z.v, a), z.r)
    steepest = np.abs(df(z.v))
    if s.jump:
        steepest += s.jump * (np.abs(z.v) <= z.e)
    if s.L2:
        steepest += s.L2 * z.e
    reach = z.e * np.minimum(steepest, s.L1, out=steepest)
    e = np.minimum(reach, s.bounded)
    if s.c:
        # κ at the member of the ball where it is largest: as far out as there is one, below zero wherever one is
        farthest = np.where(z.v > z.e, z.reach, -z.reach)
        e += s.c * z.r.u * s.scale(farthest, np.abs(a) + reach)
    return rounded(a, e, z.r)


def derivative(spec: Spec, z: Value) -> Value:
    """f'(z), elementwise; with its ball: Δ + c' u, any value between the one-sided derivatives at a kink."""
    _, df = activations.resolve(spec)
    if not isinstance(z, Ball):
        return np.asarray(df(z))
    s = smoothness(spec)
    d = np.asarray(df(z.v), dtype=np.float64)
    e = np.zeros_like(d)
    if s.L2 and z.e is not None:
        e = np.minimum(s.L2 * z.e, s.spread)
    if s.c_derivative:
        e += s.c_derivative * z.r.u * s.scale_derivative(z.reach)
    if s.jump:
        e += s.jump * (z.v == 0 if z.e is None else np.abs(z.v) <= z.e)
    return rounded(d, e, z.r) if e.any() else Ball(d, None, z.r)


def softmax(z: Value) -> Value:
    """Rows of probabilities; the ball in terms of the logarithm of p, so that it holds for any size of error."""
    if not isinstance(z, Ball):
        return np.asarray(activations.softmax(z, axis=1))
    p: Array = np.asarray(activations.softmax(z.v, axis=1), dtype=np.float64)
    return rounded(p, np.minimum(p * np.expm1(np.minimum(_log_radius(z, p), 700.0)), 1.0), z.r)


def log_softmax(z: Value) -> Value:
    """Log-probabilities; error of z - m - log Σ exp(z - m), or of log p."""
    if not isinstance(z, Ball):
        return np.asarray(activations.log_softmax(z, axis=1))
    log_p: Array = np.asarray(activations.log_softmax(z.v, axis=1), dtype=np.float64)
    e = _log_radius(z, np.exp(log_p))
    return rounded(log_p, e + 9 * z.r.u * (np.abs(log_p) + e), z.r)


def _log_radius(z: Ball, p: Array) -> Array:
    """Bound on |log p̃ - log p|: each z_i off by e_i and by the roundings of z_i - m - log Σ exp(z - m), in any form."""
    m = z.v.max(axis=1, keepdims=True)
    e = z.radius
    worst = e.max(axis=1, keepdims=True)
    q = e + z.r.u * (2 * np.abs(z.v - m) + np.abs(m) + 5 * worst)
    # log Σ p e^q with Σ p = 1, written so that nothing cancels; by Cauchy and Schwarz it also bounds -log Σ p e^-q
    mean = np.log1p(np.sum(p * np.expm1(np.minimum(q, 700.0)), axis=1, keepdims=True))
    # exp above and below the line 8 each, K - 1 additions, the quotient; by way of log Σ that one's 8 and the sums
    k = z.v.shape[1]
    return np.asarray(q + mean + z.r.gamma(k + 16 + 10 * np.log(k)))
