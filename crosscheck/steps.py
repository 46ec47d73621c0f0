"""One training step as a table of replaceable formulas.

Each `Step` computes one named array from others, in canonical form. The formulas are written with the operations of
`crosscheck.ball`: on arrays they give values, on Balls values and bounds. `bounds.py` carries them through a run,
`defects.py` replaces them, `diagnose.py` searches among the replacements; the network stands here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Array, Ball, Value, centre, rounded
from crosscheck.record import suffix
from crosscheck.smoothness import activation, derivative, log_softmax, softmax
from crosscheck.vocabulary import LOSSES, LossKind, Spec, name_and_parameter
from manual_mlp import activations as formulas

if TYPE_CHECKING:
    from crosscheck.case import Case

Env: TypeAlias = Mapping[str, Value]
Formula: TypeAlias = Callable[[Env], Value]


@dataclass(frozen=True)
class Step:
    """One quantity of one training step: its name, and the formula that gives it from the quantities before it."""

    name: str
    kind: str  # see KINDS
    layer: int  # 0 where there is none
    step: int  # which training step, from 1
    formula: Formula


KINDS = (
    "pre-activation", "activation", "loss", "upstream", "delta", "weight-gradient", "bias-gradient", "propagated",
    "velocity-W", "velocity-b", "update-W", "update-b",
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """The names that the formulas of one training step read."""

    case: Case
    step: int

    def A(self, layer: int) -> str:  # noqa: N802 - the blackboard's name
        """The input of layer + 1: x, a hidden activation, or the output."""
        if layer == 0:
            return "x"
        name = "output" if layer == self.case.n_layers else f"A{layer}"
        return name + suffix(self.step)

    def dA(self, layer: int) -> str:  # noqa: N802
        """The upstream gradient of a layer's activation."""
        name = "d_output" if layer == self.case.n_layers else f"dA{layer}" if layer else "dX"
        return name + suffix(self.step)

    def of(self, quantity: str, layer: int) -> str:
        """Z, dZ, dW or db of a layer in this step."""
        return f"{quantity}{layer}{suffix(self.step)}"

    def before(self, parameter: str, layer: int) -> str:
        """W, b, vW or vb as this step finds it."""
        return f"{parameter}{layer}" if self.step == 1 else f"{parameter}{layer}'{suffix(self.step - 1)}"

    def after(self, parameter: str, layer: int) -> str:
        """W, b, vW or vb as this step leaves it."""
        return f"{parameter}{layer}'{suffix(self.step)}"


def start(case: Case) -> dict[str, Array]:
    """What is given: x, y and the parameters before the first step, in float64."""
    env = {"x": case.x, "y": case.y}
    env |= {f"W{i}": w for i, w in enumerate(case.weights, 1)}
    env |= {f"b{i}": b for i, b in enumerate(case.biases or (), 1)}
    return {name: np.asarray(a, dtype=np.float64) for name, a in env.items()}


@lru_cache(maxsize=256)  # a Case is compared by identity
def plan(case: Case) -> tuple[Step, ...]:
    """Every step of a run of the Case, in dataflow order."""
    return tuple(s for k in range(1, case.steps + 1) for s in training_step(case, k))


def training_step(case: Case, k: int) -> list[Step]:
    """The steps of the k-th training step."""
    n, last = Names(case, k), case.n_layers
    layers = range(1, last + 1)
    steps = [s for i in layers for s in forward(case, n, i)]
    steps += [
        Step("loss" + suffix(k), "loss", last, k, lambda v: loss(case, n, v)),
        Step(n.dA(last), "upstream", last, k, lambda v: d_output(case, v[n.A(last)], v["y"])),
    ]
    for i in reversed(layers):
        *gradients, propagated = backward(case, n, i)
        steps += [*gradients, *update(case, n, i), propagated]  # W itself, not W', sends the error further down
    return steps


def forward(case: Case, n: Names, i: int) -> list[Step]:
    """Z_i = A_{i-1} W_iᵀ + b_i, A_i = f(Z_i)."""
    W, b, x, Z = n.before("W", i), n.before("b", i), n.A(i - 1), n.of("Z", i)
    has_bias, spec = case.biases is not None, case.activations[i - 1]
    return [
        Step(Z, "pre-activation", i, n.step, lambda v: op.linear(v[x], v[W], v[b] if has_bias else None)),
        Step(n.A(i), "activation", i, n.step, lambda v: softmax(v[Z]) if spec == "softmax" else activation(spec, v[Z])),
    ]


def backward(case: Case, n: Names, i: int) -> list[Step]:
    """dZ_i, dW_i, db_i and what is handed down, dA_{i-1} = dZ_i W_i."""
    W, b, x, dZ = n.before("W", i), n.before("b", i), n.A(i - 1), n.of("dZ", i)
    steps = [
        Step(dZ, "delta", i, n.step, lambda v: delta(case, n, i, v)),
        Step(n.of("dW", i), "weight-gradient", i, n.step,
             lambda v: regularised(case, "W", op.matmul(op.transpose(v[dZ]), v[x], extra=3), v[W])),
        Step(n.of("db", i), "bias-gradient", i, n.step,
             lambda v: regularised(case, "b", op.total(v[dZ], axis=0, extra=3), v[b])),
        Step(n.dA(i - 1), "propagated", i, n.step, lambda v: op.matmul(v[dZ], v[W])),
    ]  # fmt: skip
    return [s for s in steps if s.kind != "bias-gradient" or case.biases is not None]


def update(case: Case, n: Names, i: int) -> list[Step]:
    """v = μv + (1-τ)g, W' = W - ηd; torch.optim.SGD, step by step."""
    steps = []
    for p in ("W", "b") if case.biases is not None else ("W",):
        if case.momentum:
            steps.append(Step(n.after(f"v{p}", i), f"velocity-{p}", i, n.step, velocity_formula(case, n, p, i)))
        steps.append(Step(n.after(p, i), f"update-{p}", i, n.step, update_formula(case, n, p, i)))
    return steps


def velocity_formula(case: Case, n: Names, p: str, i: int) -> Formula:
    """v' of one parameter, as a function of the environment."""
    return lambda v: velocity(case, n.step, v[n.of(f"d{p}", i)], v[n.before(p, i)], v.get(n.before(f"v{p}", i)))


def update_formula(case: Case, n: Names, p: str, i: int) -> Formula:
    """W' or b' of one parameter, as a function of the environment."""
    return lambda v: updated(case, v[n.before(p, i)], v[n.of(f"d{p}", i)], v.get(n.after(f"v{p}", i)))


def loss(case: Case, n: Names, v: Env) -> Value:
    """L = c Σ ..., plus the L2 term."""
    kind, last = LOSSES[case.loss], case.n_layers
    c = kind.coefficient(case.n_samples, case.n_outputs)
    if kind.family == "squares":
        d = op.sub(v[n.A(last)], v["y"])
        value = op.scale(c, op.total(op.mul(d, d)), roundings=3)
    elif kind.family == "cross_entropy":
        value = op.scale(-c, op.total(op.mul(v["y"], log_softmax(v[n.of("Z", last)]))), roundings=3)
    else:
        value = op.scale(c, op.total(bce_terms(v[n.of("Z", last)], v["y"])), roundings=3)
    if not case.l2:
        return value
    thetas = [v[n.before(p, i)] for i in range(1, last + 1) for p in penalised(case)]
    k = sum(centre(theta).size for theta in thetas)  # they may all be one sum, in any order
    for theta in thetas:
        value = op.add(value, op.scale(0.5 * decay(case), op.total(op.mul(theta, theta)), roundings=k + 3))
    return value


def bce_terms(z: Value, y: Value) -> Value:
    """softplus(z) - y z for each element; the ball also admits -(y log p + (1-y) log(1-p)) from a rounded p."""
    t = centre(y)
    zv = centre(z)
    value = np.asarray(formulas.softplus(zv) - t * zv)
    if not isinstance(z, Ball):
        return value
    p, q, u = formulas.sigmoid(zv), formulas.sigmoid(-zv), z.r.u
    e = z.radius * (np.abs(p - t) + z.radius / 4)
    e += u * (10 * (1 + np.abs(zv)) + 12 * np.abs(value))
    # log(1-p): p off by e_p and 1-p rounded, both against a distance of q; log p likewise where sigmoid is absolute
    e_p = z.radius * np.minimum(0.25, p * q + z.radius) + 4 * u
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        e += np.where(t < 1, (1 - t) * (e_p + u) / np.maximum(q - e_p, 0), 0)
        e += np.where(t > 0, t * e_p / np.maximum(p - e_p, 0), 0)
    return rounded(value, e, z.r)


def d_output(case: Case, output: Value, y: Value) -> Value:
    """dL/d(output): 2c (output - y); -c y/p; c ((1-y)/(1-p) - y/p)."""
    kind = LOSSES[case.loss]
    c = kind.coefficient(case.n_samples, case.n_outputs)
    if kind.family == "squares":
        return op.scale(2 * c, op.sub(output, y), roundings=4)
    if kind.family == "cross_entropy":
        return op.scale(-c, op.div(y, output), roundings=3)
    other = op.sub(1.0 - np.zeros_like(centre(output)), output)
    return op.scale(c, op.sub(op.div(op.sub(1.0 - np.zeros_like(centre(output)), y), other), op.div(y, output)), 4)


def delta(case: Case, n: Names, i: int, v: Env) -> Value:
    """dZ_i = dA_i ∘ f'(Z_i); at the output of bce and cross_entropy the joint gradient c (p - y)."""
    kind: LossKind = LOSSES[case.loss]
    spec = case.activations[i - 1]
    if i == case.n_layers and kind.family != "squares":
        c = kind.coefficient(case.n_samples, case.n_outputs)
        return output_delta(c, spec, v[n.of("Z", i)], v[n.A(i)], v[n.dA(i)], v["y"])
    # the output's delta may be written in one piece, 2c (ŷ - y) f', whatever d_output is shown
    upstream = op.scale(1.0, v[n.dA(i)], roundings=4) if i == case.n_layers else v[n.dA(i)]
    if name_and_parameter(spec)[0] == "softmax":
        return softmax_backward(upstream, v[n.A(i)])
    if spec == "identity":
        return upstream
    return op.mul(upstream, derivative(spec, v[n.of("Z", i)]))


def output_delta(c: float, spec: Spec, z: Value, p: Value, s: Value, y: Value) -> Value:
    """c (p - y); its ball also holds p evaluated anew from z, and the long way from s = dL/dp through the output."""
    d = joint(c, p, y)
    if not isinstance(d, Ball):
        return d
    is_softmax = spec == "softmax"
    d = either_way(d, joint(c, softmax(z) if is_softmax else activation(spec, z), y))
    if isinstance(s, Ball) and s.e is None:
        return either_way(d, softmax_backward(s, p) if is_softmax else op.mul(s, derivative(spec, z)))
    return d if is_softmax else op.widen(d, abs(c) * long_way(p, z, centre(y)))


def joint(c: float, p: Value, y: Value) -> Value:
    """c (p - y); the ball also admits the long way, by the full Jacobian, whose sum over K classes is rounded."""
    d = op.scale(c, op.sub(p, y), roundings=4)
    if not isinstance(d, Ball):
        return d
    magnitude = np.abs(centre(p)) + np.abs(centre(y))
    return op.widen(d, abs(c) * d.r.gamma(d.shape[1] + 4) * magnitude)


def either_way(d: Ball, other: Value) -> Ball:
    """A ball around the centre of the first that also holds the second.

    Such as the long way from the candidate's own d_output, which divides by p (1 - p): where a sigmoid has saturated at
    the wrong end, a rounding of p is a large one of 1 - p. It is right, and unstable.
    """
    assert isinstance(other, Ball)
    with np.errstate(invalid="ignore"):
        return Ball(d.v, np.fmax(d.radius, np.abs(other.v - d.v) + other.radius), d.r)


def long_way(p: Value, z: Value, y: Array) -> Array:
    """How far the long way through a sigmoid may be from p - y where d_output is not shown.

    It is (p - y) ρ, with ρ = σ'(z) / (p (1 - p)): 1 but for what p is off from σ(z), which is known where both are
    shown and at most 4 u otherwise; times |p - y| / (p (1 - p)) <= y / p + (1 - y) / (1 - p). And 20 roundings of each.
    """
    assert isinstance(p, Ball)
    off = np.full_like(p.v, 4 * p.r.u)
    if p.e is None and isinstance(z, Ball) and z.e is None:
        off = np.abs(formulas.d_sigmoid(z.v) - p.v * (1 - p.v))
    least, rest = np.maximum(np.abs(p.v) - p.radius, 0), np.maximum(np.abs(1 - p.v) - p.radius, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        grown = np.where(y > 0, y / least, 0) + np.where(y < 1, (1 - y) / rest, 0)
        grown = np.where(off > 0, off * grown, 0)
    return np.asarray(grown + p.r.gamma(20) * (y * (rest + 2 * p.radius) + (1 - y) * p.reach))


def softmax_backward(s: Value, p: Value) -> Value:
    """p ∘ (s - Σ p s), row by row: the full Jacobian times the upstream gradient."""
    return op.mul(p, op.sub(s, op.total(op.mul(p, s), axis=1, keepdims=True)))


def penalised(case: Case) -> tuple[str, ...]:
    """The parameters in the L2 term."""
    return ("W", "b") if case.l2_on == "all" and case.biases is not None else ("W",)


def decay(case: Case) -> float:
    """λ, or λ/N: the constant in front of the parameter in the gradient."""
    return case.l2 / (case.n_samples if case.l2_scale == "per_sample" else 1)


def regularised(case: Case, p: str, gradient: Value, parameter: Value) -> Value:
    """g + λθ where the L2 term holds the parameter."""
    if not case.l2 or p not in penalised(case):
        return gradient
    return op.add(gradient, op.scale(decay(case), parameter, roundings=3))


def velocity(case: Case, step: int, gradient: Value, parameter: Value, before: Value | None) -> Value:
    """v = μv + (1-τ)g; the first v is g, undamped; "ema" is v = μv + (1-μ)g from zero."""
    g = direction(case, gradient, parameter)
    if case.momentum_form == "ema":
        fresh = complement(case.momentum, g)
        return fresh if step == 1 or before is None else op.add(op.scale(case.momentum, before), fresh)
    if step == 1 or before is None:
        return g
    return op.add(op.scale(case.momentum, before), complement(case.dampening, g))


def complement(tau: float, g: Value) -> Value:
    """(1 - τ) g; the ball also admits a τ that is rounded first, in the working precision, and then taken from 1."""
    share = op.scale(1 - tau, g, roundings=3)
    return op.widen(share, abs(tau) * share.r.gamma(3) * as_reach(g)) if isinstance(share, Ball) else share


def as_reach(a: Value) -> Array:
    """The greatest magnitudes of a ball's members, or of an array."""
    return a.reach if isinstance(a, Ball) else np.abs(a)


def direction(case: Case, gradient: Value, parameter: Value) -> Value:
    """g = ±dL/dθ + λθ: negated to maximize, then with the optimizer's weight decay."""
    g = op.scale(-1.0, gradient, roundings=0) if case.maximize else gradient
    return op.add(g, op.scale(case.weight_decay, parameter)) if case.weight_decay else g


def updated(case: Case, parameter: Value, gradient: Value, v: Value | None) -> Value:
    """W' = W - ηd, with d = g, v, or g + μv with nesterov.

    The ball also admits the terms taken from W one after the other, and (1 - ηλ) W.
    """
    d = direction(case, gradient, parameter) if v is None or case.nesterov else v
    if v is not None and case.nesterov:
        d = op.add(d, op.scale(case.momentum, v))
    new = op.sub_scaled(parameter, case.lr, d)
    apart = 2 * bool(case.weight_decay or case.l2) + bool(v is not None and case.nesterov)
    if not apart or not isinstance(new, Ball):
        return new
    steps = case.lr * (as_reach(gradient) + (0 if v is None else case.momentum * as_reach(v)))
    shares = 1 + case.lr * (case.weight_decay + decay(case))
    return op.widen(new, new.r.gamma(apart) * (shares * as_reach(parameter) + steps))
