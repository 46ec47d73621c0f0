"""How far a tangent that is carried forward may be rounded: the error analysis of the complex step.

The imaginary part of a complex evaluation at θ + i h d is h times the tangent of forward-mode differentiation,
operation by operation: Im (a + i h a')(b + i h b') = h (a b' + a' b), Im f(z + i h z') = h f'(z) z'. So its rounding is
that of the tangent, and the bounds of `crosscheck.ball` carry it. Only the radius is used; the value is the complex
step's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck import ball as op
from crosscheck.ball import Ball, Rounding, Value, exact
from crosscheck.smoothness import activation, derivative, smoothness, softmax
from crosscheck.steps import decay, penalised, start
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.oracles.evaluate import Pattern
    from crosscheck.vocabulary import Spec

Array: TypeAlias = NDArray[Any]


def tangent(case: Case, array: str, direction: Array, pattern: Pattern, r: Rounding) -> Ball:
    """dL along a direction of one array, bounded in the arithmetic r; kinked units on the pieces of a pattern."""
    v: dict[str, Value] = {name: exact(a, r) for name, a in start(case).items()}
    moved = {array: exact(direction, r)}
    z, a = v["x"], v["x"]
    a_dot: Value | None = moved.get("x")
    z_dot: Value | None = None
    for i, spec in enumerate(case.activations, 1):
        W, b = v[f"W{i}"], v.get(f"b{i}")
        z = op.linear(a, W, b)
        terms = [op.matmul(a_dot, op.transpose(W))] if a_dot is not None else []
        terms += [op.matmul(a, op.transpose(moved[f"W{i}"]))] if f"W{i}" in moved else []
        terms += [op.add(np.zeros(op.centre(z).shape), moved[f"b{i}"])] if f"b{i}" in moved else []
        z_dot = op.add(terms[0], terms[1]) if len(terms) == 2 else terms[0] if terms else None
        a, a_dot = through(spec, z, z_dot, pattern.get(i))
    assert z_dot is not None, "every array is on the way to the loss"
    assert a_dot is not None, "every array is on the way to the loss"
    total = op.total(data_part(case, (z, z_dot), (a, a_dot), v["y"]), extra=4)
    c = LOSSES[case.loss].coefficient(case.n_samples, case.n_outputs)
    result = op.scale(c, total, roundings=3)
    if case.l2 and array[0] in penalised(case):
        result = op.add(result, op.scale(decay(case), op.total(op.mul(v[array], moved[array]), extra=3), roundings=3))
    assert isinstance(result, Ball)
    return result


def through(spec: Spec, z: Value, z_dot: Value | None, right: NDArray[np.bool_] | None) -> tuple[Value, Value | None]:
    """An activation and its tangent; on the chosen pieces of a kinked one."""
    if spec == "softmax":
        p = softmax(z)
        return p, None if z_dot is None else op.mul(p, centred(z_dot, p))
    a = activation(spec, z)
    if z_dot is None:
        return a, None
    d = derivative(spec, away_from_kink(z, right))
    # complex exp, log1p and tanh are composed of real ones: an absolute rounding of f' each
    assert isinstance(z, Ball)
    s = smoothness(spec)
    return a, op.mul(op.widen(d, z.r.u * s.L1 * np.ones_like(z.v)), z_dot)


def data_part(case: Case, z: tuple[Value, Value], a: tuple[Value, Value], y: Value) -> Value:
    """Without its coefficient, element by element: 2 (a - y) a'; (σ(z) - y) z'; -y (z' - Σ p z')."""
    family = LOSSES[case.loss].family
    if family == "squares":
        return op.scale(2.0, op.mul(op.sub(a[0], y), a[1]), roundings=2)
    if family == "bce":
        # softplus'(z) z' and y z' are rounded apart, and may cancel
        return op.sub(op.mul(a[0], z[1]), op.mul(y, z[1]))
    return op.mul(op.scale(-1.0, y, roundings=0), centred(z[1], a[0]))


def centred(z_dot: Value, p: Value) -> Value:
    """Z' - Σ p z', row by row."""
    return op.sub(z_dot, op.total(op.mul(p, z_dot), axis=1, keepdims=True))


def away_from_kink(z: Value, right: NDArray[np.bool_] | None) -> Value:
    """A pre-activation of a kinked unit moved just off the kink, to its chosen side, where its ball holds the kink.

    f' is continuous on either side, and its ball then no longer holds both one-sided derivatives.
    """
    if right is None:
        return z
    radius = z.radius if isinstance(z, Ball) else np.zeros_like(z)
    outside = np.where(right, 1.0, -1.0) * (2 * radius + 4 * np.finfo(np.float64).tiny)
    moved = np.where(np.abs(op.centre(z)) <= radius, outside, op.centre(z))
    return Ball(moved, z.e, z.r) if isinstance(z, Ball) else moved
