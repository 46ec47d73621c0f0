"""Stochastic gradient descent by the rule of torch.optim.SGD, as a function without a state of its own.

https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html. With gradient g, learning rate η,
momentum μ, dampening τ and weight decay λ:

    g ← -g                    if maximize
    g ← g + λ θ
    v ← μ v + (1 - τ) g       the first v is g itself, undamped
    d = v                     with nesterov d = g + μ v, without momentum d = g
    θ ← θ - η d

Unlike Sutskever et al. 2013, v holds no η: a change of the learning rate acts at once on all of the past.
"""

from collections.abc import Sequence
from typing import Required, TypedDict

from manual_mlp import checks
from manual_mlp.flow import FloatArray


class Settings(TypedDict, total=False):
    """The settings of step, to be handed through by those who call it."""

    lr: Required[float]
    momentum: float
    dampening: float
    nesterov: bool
    weight_decay: float
    maximize: bool


def step(
    params: Sequence[FloatArray],
    grads: Sequence[FloatArray],
    velocity: Sequence[FloatArray] | None,
    *,
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    nesterov: bool = False,
    weight_decay: float = 0.0,
    maximize: bool = False,
) -> tuple[list[FloatArray], list[FloatArray] | None]:
    """The new parameters and the new velocity: new arrays, of the shapes and dtypes of params.

    velocity is None before the first step, and stays None without momentum.
    Raises ValueError for a negative lr, momentum or weight_decay, nesterov without momentum or with
    dampening, lists or shapes that do not match, NaN or infinity; TypeError for dtypes that differ.
    """
    lr, momentum, weight_decay = (
        _not_negative("lr", lr),
        _not_negative("momentum", momentum),
        _not_negative("weight_decay", weight_decay),
    )
    dampening = checks.finite_number("dampening", dampening)
    if nesterov and (momentum <= 0 or dampening != 0):
        raise ValueError(f"nesterov needs momentum above 0 and no dampening; got {momentum} and {dampening}")
    _check_arrays(params, grads, params if velocity is None else velocity)

    g = [-d_theta if maximize else d_theta for d_theta in grads]
    if weight_decay != 0:
        g = [d + weight_decay * theta for d, theta in zip(g, params, strict=True)]
    v = None if velocity is None else list(velocity)
    direction = g
    if momentum != 0:
        if v is None:
            v = [d.copy() for d in g]
        else:
            v = [momentum * past + (1 - dampening) * d for past, d in zip(v, g, strict=True)]
        direction = [d + momentum * u for d, u in zip(g, v, strict=True)] if nesterov else v
    return [theta - lr * d for theta, d in zip(params, direction, strict=True)], v


def _not_negative(name: str, number: float) -> float:
    as_float = checks.finite_number(name, number)
    if as_float < 0:
        raise ValueError(f"{name} is {number}; expected 0 or more (to ascend, set maximize=True)")
    return as_float


def _check_arrays(params: Sequence[FloatArray], grads: Sequence[FloatArray], velocity: Sequence[FloatArray]) -> None:
    checks.listed("params", params)
    for i, theta in enumerate(params):
        checks.array(f"params[{i}]", theta)
    for name, arrays in (("grads", grads), ("velocity", velocity)):
        checks.listed(name, arrays)
        if len(arrays) != len(params):
            raise ValueError(f"{name} has {len(arrays)} arrays; expected {len(params)}, one for each of params")
        for i, (theta, x) in enumerate(zip(params, arrays, strict=True)):
            checks.array(f"{name}[{i}]", x, dtype=theta.dtype)
            if x.shape != theta.shape:
                raise ValueError(f"{name}[{i}] has shape {x.shape}; expected {theta.shape}, as params[{i}]")
