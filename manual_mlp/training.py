"""A plain loop of epochs and mini-batches, over any of the layouts.

A layout is the module numerator or denominator, or anything else with SAMPLE_AXIS, forward and backward.
The loss of a batch may take an L2 term, ½ λ ‖θ‖² (l2_scale="total") or ½ λ ‖θ‖² / N ("per_sample", N the size
of the batch), over the weights alone or all parameters (l2_on). It belongs to the loss and to its gradients;
the optimizer's weight_decay belongs to neither.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol, Unpack

import numpy as np
from numpy.typing import NDArray

from manual_mlp import checks, losses, sgd
from manual_mlp.flow import Activation, Cache, FloatArray, FloatScalar, Gradients


class Step(NamedTuple):
    """One step: the new parameters and velocity; the loss, cache and gradients of before the update."""

    W: list[FloatArray]
    b: list[FloatArray] | None
    velocity: list[FloatArray] | None
    loss: FloatScalar
    cache: Cache
    gradients: Gradients


class Training(NamedTuple):
    """The trained parameters, and losses (epochs, batches): each batch's loss just before its own update."""

    W: list[FloatArray]
    b: list[FloatArray] | None
    losses: FloatArray
    velocity: list[FloatArray] | None


class Layout(Protocol):
    """What a layout must have; the modules numerator and denominator do."""

    @property
    def SAMPLE_AXIS(self) -> int:  # noqa: N802
        """0 where samples are rows, 1 where they are columns."""

    def forward(
        self,
        X: FloatArray,
        W: Sequence[FloatArray],
        b: Sequence[FloatArray] | None,
        activations: Sequence[Activation],
    ) -> tuple[FloatArray, Cache]:
        """The output of the last layer, and what backward needs."""

    def backward(self, d_output: FloatArray, cache: Cache, W: Sequence[FloatArray], joint: bool = False) -> Gradients:
        """Every gradient, given dL/dŷ, or, with joint=True, dL/dZ of the last layer."""


def one_step(
    layout: Layout,
    X: FloatArray,
    y: FloatArray,
    W: Sequence[FloatArray],
    b: Sequence[FloatArray] | None,
    activations: Sequence[Activation],
    loss: str,
    *,
    velocity: Sequence[FloatArray] | None = None,
    joint: bool = True,
    l2: float = 0.0,
    l2_on: str = "weights",
    l2_scale: str = "total",
    **settings: Unpack[sgd.Settings],
) -> Step:
    """Forward, loss, backward and update of one batch; settings are those of sgd.step.

    velocity is the one that the step before returned, of [*W, *b]. With joint=True, bce and cross entropy go
    back by their joint gradient p - y, otherwise the long way by dL/dŷ; the squares have only the latter.
    Raises ValueError or TypeError as forward, losses.value and sgd.step do.
    """
    l2 = _check(activations, loss, l2, l2_on, l2_scale)
    joint = joint and losses.kind(loss).family != "squares"

    output, cache = layout.forward(X, W, b, activations)
    cost = losses.value(loss, cache.Z[-1], output, y, layout.SAMPLE_AXIS)
    if joint:
        upstream = losses.d_preactivation(loss, cache.Z[-1], y, layout.SAMPLE_AXIS)
    else:
        upstream = losses.d_output(loss, output, y, layout.SAMPLE_AXIS)
    gradients = layout.backward(upstream, cache, W, joint)

    if l2 != 0:
        samples = y.shape[layout.SAMPLE_AXIS] if l2_scale == "per_sample" else 1
        cost = cost + losses.l2_penalty([*W, *(b or [])] if l2_on == "all" else W, l2, samples)
        gradients = gradients._replace(dW=_sums(gradients.dW, losses.d_l2_penalty(W, l2, samples)))
        if b is not None and gradients.db is not None and l2_on == "all":
            gradients = gradients._replace(db=_sums(gradients.db, losses.d_l2_penalty(b, l2, samples)))

    params, new_velocity = sgd.step([*W, *(b or [])], [*gradients.dW, *(gradients.db or [])], velocity, **settings)
    new_b = params[len(W) :] if b is not None else None
    return Step(params[: len(W)], new_b, new_velocity, cost, cache, gradients)


def train(
    layout: Layout,
    X: FloatArray,
    y: FloatArray,
    W: Sequence[FloatArray],
    b: Sequence[FloatArray] | None,
    activations: Sequence[Activation],
    loss: str,
    *,
    epochs: int,
    batch_size: int,
    order: NDArray[np.integer[Any]] | None = None,
    seed: int | None = None,
    joint: bool = True,
    l2: float = 0.0,
    l2_on: str = "weights",
    l2_scale: str = "total",
    **settings: Unpack[sgd.Settings],
) -> Training:
    """All epochs; every sample is used once in each, the last batch holds what is left.

    order is a permutation of the samples, (N,) for every epoch or (epochs, N); or seed draws one afresh for
    every epoch; with neither, the samples come as they stand. W and b given are not changed.
    Raises ValueError or TypeError as one_step does, and for epochs, batch_size or an order that do not fit.
    """
    checks.count("epochs", epochs)
    checks.count("batch_size", batch_size)
    checks.array("X", X, ndim=2)
    checks.array("y", y, ndim=2, dtype=X.dtype)
    axis = layout.SAMPLE_AXIS
    N = X.shape[axis]
    if y.shape[axis] != N:
        raise ValueError(f"y has {y.shape[axis]} samples, X {N}; expected as many: does the layout fit?")

    W, b, velocity = list(W), None if b is None else list(b), None
    history = []
    for permutation in orders(N, epochs, order, seed):
        for rows in batches(permutation, batch_size):
            step = one_step(
                layout, X.take(rows, axis), y.take(rows, axis), W, b, activations, loss,
                velocity=velocity, joint=joint, l2=l2, l2_on=l2_on, l2_scale=l2_scale, **settings,
            )  # fmt: skip
            W, b, velocity = step.W, step.b, step.velocity
            history.append(step.loss)
    return Training(W, b, np.asarray(history, X.dtype).reshape(epochs, -1), velocity)


def orders(
    N: int, epochs: int, order: NDArray[np.integer[Any]] | None = None, seed: int | None = None
) -> Iterator[NDArray[np.integer[Any]]]:
    """The permutation (N,) of each epoch. Raises ValueError for an order that is none, or beside a seed."""
    if order is None:
        # RandomState's streams are frozen: a seed gives the same batches with every version of NumPy.
        random = None if seed is None else np.random.RandomState(seed)
        return (np.arange(N) if random is None else random.permutation(N) for _ in range(epochs))
    if seed is not None:
        raise ValueError(f"both order and seed ({seed}) are given; expected one of them: leave one out")
    table = np.asarray(order)
    if table.shape not in ((N,), (epochs, N)):
        raise ValueError(f"order has shape {table.shape}; expected ({N},) or ({epochs}, {N})")
    if not (np.sort(table, axis=-1) == np.arange(N)).all():
        raise ValueError(f"order is no permutation; expected each of 0 to {N - 1} once in every epoch")
    return iter(np.broadcast_to(table, (epochs, N)))


def batches(permutation: NDArray[np.integer[Any]], batch_size: int) -> Iterator[NDArray[np.integer[Any]]]:
    """The permutation cut into pieces of batch_size; the last may be shorter."""
    return (permutation[i : i + batch_size] for i in range(0, len(permutation), batch_size))


def _sums(left: Sequence[FloatArray], right: Sequence[FloatArray]) -> list[FloatArray]:
    return [one + other for one, other in zip(left, right, strict=True)]


def _check(activations: Sequence[Activation], loss: str, l2: float, l2_on: str, l2_scale: str) -> float:
    """Λ as a Python float, after what only a whole step can know has been looked at."""
    needed = losses.OUTPUT_OF.get(losses.kind(loss).family)
    if needed is not None and (not activations or activations[-1] != needed):
        raise ValueError(f"loss {loss!r} needs {needed!r} on the output layer; activations is {activations!r}")
    if l2_on not in ("weights", "all"):
        raise ValueError(f"l2_on is {l2_on!r}; expected 'weights' or 'all'")
    if l2_scale not in ("total", "per_sample"):
        raise ValueError(f"l2_scale is {l2_scale!r}; expected 'total' or 'per_sample'")
    return checks.finite_number("l2", l2)
