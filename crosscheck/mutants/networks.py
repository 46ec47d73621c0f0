"""The networks that mistakes are planted into: every activation and every loss, and each kind of update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import EllipsisType
from typing import Any

from crosscheck.adapter import Adapter
from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.declaration import Declaration, declare
from crosscheck.record import Record
from crosscheck.standard_cases import standard_cases
from crosscheck.vocabulary import LAST_ACTIVATION, LOSSES, Spec

SETTINGS = ("loss", "momentum", "dampening", "nesterov", "momentum_form", "weight_decay", "l2", "l2_on", "l2_scale")
UNLIKE: tuple[tuple[tuple[int, ...], int, str, int, float], ...] = (
    ((6, 11, 3, 5), 13, "random", 5, 0.5),
    ((3, 5, 5, 5, 4), 6, "random", 4, 0.0625),
    ((7, 4, 3), 17, "scaled", 1, 0.125),
    ((2, 9, 4), 9, "zeros", 4, 0.25),
)  # sizes, N, inputs, steps, lr
HELD_OUT = 1000  # the seed of the cases that no diagnosis has seen


@dataclass(frozen=True)
class Network:
    """One declaration, as an adapter would give it: any depth, any sizes."""

    hidden: Spec
    loss: str
    output: Spec = ""
    settings: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def activations(self) -> tuple[Spec | EllipsisType, ...]:
        """The hidden activation as often as the depth asks for, then the output's."""
        last = self.output or LAST_ACTIVATION[LOSSES[self.loss].family]
        return (self.hidden, ..., last)

    @property
    def name(self) -> str:
        """tanh mse; with whatever is particular about it."""
        hidden = self.hidden if isinstance(self.hidden, str) else f"{self.hidden[0]} {self.hidden[1]:g}"
        output = f" {self.output} output" if self.output else ""
        return f"{hidden} {self.loss}{output}" + "".join(f" {k}={v}" for k, v in self.settings.items())


NETWORKS = (
    Network("tanh", "mse"),
    Network("relu", "cross_entropy_per_sample"),
    Network("sigmoid", "bce_mean", settings={"momentum": 0.9}),
    Network("sigmoid", "half_sse", "sigmoid", {"l2": 0.1}),
    Network("tanh", "half_mse", "tanh"),
    Network("relu", "sse_per_sample", settings={"momentum": 0.9, "nesterov": True}),
    Network("sigmoid", "cross_entropy_sum", settings={"l2": 0.2, "l2_scale": "per_sample", "l2_on": "all"}),
    Network(("leaky_relu", 0.05), "half_sse_per_sample"),
    Network(("elu", 0.7), "bce_per_sample"),
    Network("softplus", "sse", settings={"weight_decay": 0.1}),
    Network("gelu_tanh", "cross_entropy_mean"),
    Network("silu", "bce_sum"),
    Network("tanh", "mse", "softmax"),
    Network("relu", "mse", settings={"bias": "none"}),
    Network("leaky_relu", "cross_entropy_per_sample", settings={"momentum": 0.5, "dampening": 0.25}),
    Network("elu", "half_sse", settings={"momentum": 0.9, "momentum_form": "ema"}),
    Network("tanh", "cross_entropy_per_sample", settings={"momentum": 0.9, "weight_decay": 0.05}),
    Network("identity", "mse"),
    Network("sigmoid", "mse", "sigmoid"),
    Network("relu", "bce_mean", settings={"l2": 0.3}),
)
QUICK = (0, 1, 2, 3)  # which of them between them have every mistake of the catalogue


@cache
def declaration(n: int) -> Declaration:
    """What an adapter of the n-th network declares."""
    network = NETWORKS[n]
    attributes = {"activations": network.activations, "loss": network.loss, **network.settings}
    methods = {name: lambda self, *given: None for name in ("build", "step", "read")}
    return declare(type("Declared", (Adapter,), {**attributes, **methods})())


@cache
def cases(n: int, seed: int = 0) -> tuple[Case, ...]:
    """The standard cases of the n-th network."""
    return tuple(standard_cases(declaration(n), seed=seed))


@cache
def unlike_cases(n: int) -> tuple[Case, ...]:
    """Cases of other sizes, depths, steps and learning rates than the standard ones: would they tell more?"""
    of = cases(n)[0]
    settings = {name: value for name, value in of.settings().items() if name in SETTINGS}
    return tuple(
        Case.draw(
            sizes, n_samples, activations=declaration(n).activations_for(len(sizes) - 1), bias=of.biases is not None,
            inputs=inputs, seed=HELD_OUT, lr=lr, steps=steps, **settings,
        )
        for sizes, n_samples, inputs, steps, lr in UNLIKE
    )  # fmt: skip


@cache
def references(n: int) -> tuple[Record, ...]:
    """The reference's run of each of them."""
    return tuple(run_reference(c) for c in cases(n))
