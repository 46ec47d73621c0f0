"""One more hand-written network, in which the order of every sum and the form of every activation can be chosen.

Canonical form throughout (samples are rows, W is (n_out, n_in)). It is written apart from `manual_mlp` and from the
harness's own table of steps, so that the three do not share a slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.calibrate.arithmetic import Arithmetic, Floats
from crosscheck.calibrate.textbook import softmax, textbook
from crosscheck.case import Case
from crosscheck.record import suffix
from crosscheck.vocabulary import LOSSES
from manual_mlp import activations as stable


@dataclass(frozen=True)
class Style:
    """How the network is written: the order of sums; textbook or stable formulas; the long way through the output."""

    arithmetic: Arithmetic
    textbook: bool = False
    long_way: bool = False


def run_plain(case: Case, style: Style) -> dict[str, Floats]:
    """Every named array of the Case's run, in its dtype."""
    W, b = list(case.weights), None if case.biases is None else list(case.biases)
    velocity: dict[str, Floats] = {}
    record: dict[str, Floats] = {}
    for k in range(1, case.steps + 1):
        done = forward(case, style, W, b)
        done |= backward(case, style, done, W, b)
        for i in range(1, case.n_layers + 1):
            for p, values in (("W", W),) if b is None else (("W", W), ("b", b)):
                values[i - 1] = update(case, k, values[i - 1], done[f"d{p}{i}"], velocity, f"{p}{i}")
                done[f"{p}{i}'"] = values[i - 1]
                if case.momentum:
                    done[f"v{p}{i}'"] = velocity[f"{p}{i}"]
        record |= {name + suffix(k): a for name, a in done.items()}
    return record


def forward(case: Case, style: Style, W: Sequence[Floats], b: Sequence[Floats] | None) -> dict[str, Floats]:
    """Z and A of every layer, the output, the loss."""
    done: dict[str, Floats] = {}
    a = case.x
    for i, spec in enumerate(case.activations, 1):
        z = style.arithmetic.matmul(a, W[i - 1].T)
        if b is not None:
            z = z + b[i - 1]
        if spec == "softmax":
            a = softmax(z) if style.textbook else stable.softmax(z, axis=1)
        else:
            a = textbook(spec)[0](z) if style.textbook else stable.resolve(spec)[0](z)
        done |= {f"Z{i}": z, "output" if i == case.n_layers else f"A{i}": a}
    done["loss"] = np.asarray(loss(case, style, done, [*W, *(b or ())] if case.l2_on == "all" else W))
    return done


def loss(case: Case, style: Style, done: dict[str, Floats], penalised: Sequence[Floats]) -> Floats:
    """The loss by its definition: naive logarithms in the textbook style."""
    p, y, z = done["output"], case.y, done[f"Z{case.n_layers}"]
    family = LOSSES[case.loss].family
    if family == "squares":
        terms = (p - y) ** 2
    elif not style.textbook:
        terms = (
            y * stable.softplus(-z) + (1 - y) * stable.softplus(z)
            if family == "bce"
            else -y * stable.log_softmax(z, axis=1)
        )
    elif family == "bce":
        terms = -(np.where(y > 0, y * np.log(p), 0) + np.where(y < 1, (1 - y) * np.log(1 - p), 0))
    else:
        terms = np.where(y > 0, -y * np.log(p), 0)
    value = total(style, terms) / divisor(case)
    for theta in penalised if case.l2 else ():
        value = value + total(style, theta * theta) * (case.l2 / 2 / samples_of_l2(case))
    return np.asarray(value, dtype=case.dtype)


def total(style: Style, a: Floats) -> Floats:
    """The sum of every element."""
    return style.arithmetic.total(a.reshape(1, -1), 1)[0, 0]  # type: ignore[no-any-return]


def divisor(case: Case) -> float:
    """What the loss's sum is divided by."""
    return 1.0 / LOSSES[case.loss].coefficient(case.n_samples, case.n_outputs)


def samples_of_l2(case: Case) -> int:
    """N where the L2 term is per sample, else 1."""
    return case.n_samples if case.l2_scale == "per_sample" else 1


def backward(
    case: Case, style: Style, done: dict[str, Floats], W: Sequence[Floats], b: Sequence[Floats] | None
) -> dict[str, Floats]:
    """Every gradient."""
    p, y, last = done["output"], case.y, case.n_layers
    new: dict[str, Floats] = {}
    squares = LOSSES[case.loss].family == "squares"
    by_output = squares or style.long_way
    delta: Floats = (p - y) / divisor(case)
    if by_output:
        new["d_output"] = delta = 2 * delta if squares else d_output(case, p, y)
    for i in range(last, 0, -1):
        if i < last or by_output:
            delta = through(case, style, i, done, delta)
        x = done[f"A{i - 1}"] if i > 1 else case.x
        dW = style.arithmetic.matmul(delta.T, x)
        new |= {f"dZ{i}": delta, f"dW{i}": dW}
        if b is not None:
            new[f"db{i}"] = style.arithmetic.total(delta, 0)[0]
        if case.l2:
            new[f"dW{i}"] = new[f"dW{i}"] + case.l2 * W[i - 1] / samples_of_l2(case)
        if case.l2 and b is not None and case.l2_on == "all":
            new[f"db{i}"] = new[f"db{i}"] + case.l2 * b[i - 1] / samples_of_l2(case)
        delta = style.arithmetic.matmul(delta, W[i - 1])
        new[f"dA{i - 1}" if i > 1 else "dX"] = delta
    return new


def d_output(case: Case, p: Floats, y: Floats) -> Floats:
    """dL/dp of bce and cross entropy, the quotients one by one."""
    with np.errstate(divide="ignore", invalid="ignore"):
        slope: Floats = -np.where(y > 0, y / p, 0)
        if LOSSES[case.loss].family == "bce":
            slope = np.where(y < 1, (1 - y) / (1 - p), 0) + slope
    return slope / divisor(case)


def through(case: Case, style: Style, i: int, done: dict[str, Floats], delta: Floats) -> Floats:
    """dZ of a layer from dA."""
    spec, z, a = case.activations[i - 1], done[f"Z{i}"], done["output" if i == case.n_layers else f"A{i}"]
    if spec == "softmax":
        return a * (delta - style.arithmetic.total(delta * a, 1))
    if style.textbook:
        return delta * textbook(spec)[1](z, a)
    return delta * stable.resolve(spec)[1](z)


def update(case: Case, k: int, theta: Floats, gradient: Floats, velocity: dict[str, Floats], key: str) -> Floats:
    """The parameter after the step; constants in the working precision, as a program in C would hold them."""
    real = theta.dtype.type
    eta, mu, tau, decay = real(case.lr), real(case.momentum), real(case.dampening), real(case.weight_decay)
    g = -gradient if case.maximize else gradient
    if case.weight_decay and not case.momentum:
        return theta - eta * g - eta * decay * theta
    if case.weight_decay:
        g = g + decay * theta
    if not case.momentum:
        return theta - eta * g
    if case.momentum_form == "ema":
        velocity[key] = (mu * velocity[key] if k > 1 else 0) + (1 - mu) * g
    else:
        velocity[key] = mu * velocity[key] + (1 - tau) * g if k > 1 else g
    return theta - eta * (g + mu * velocity[key] if case.nesterov else velocity[key])
