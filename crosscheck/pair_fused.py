"""The fast network of `manual_mlp` as a candidate: run on a Case, its arrays under canonical names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import DENOMINATOR, parameters_to_candidate, samples_to_candidate
from crosscheck.record import suffix
from manual_mlp.fused import Network

if TYPE_CHECKING:
    from crosscheck.case import Case

CONVENTIONS = DENOMINATOR
FUSED = "fused"
OVERWRITTEN = ("Z", "dA", "d_output")  # in place: they cannot be shown


def build(case: Case, *, input_gradient: bool = True) -> Network:
    """The network of a Case, its weights and optimizer."""
    W, b = parameters_to_candidate(CONVENTIONS, case.weights, case.biases)
    return Network(
        W, None if case.biases is None else b, case.activations, case.loss,
        l2=case.l2, l2_on=case.l2_on, l2_scale=case.l2_scale, input_gradient=input_gradient,
        lr=case.lr, momentum=case.momentum, dampening=case.dampening, nesterov=case.nesterov,
        weight_decay=case.weight_decay, maximize=case.maximize,
    )  # fmt: skip


def run_fused(case: Case, *, input_gradient: bool = True) -> dict[str, NDArray[Any]]:
    """Run the network for the Case's steps.

    Returns:
        Canonical names to arrays in its own orientation: judge them with `CONVENTIONS`. Everything is shown but what
        is `OVERWRITTEN`.
    """
    net = build(case, input_gradient=input_gradient)
    x, y = samples_to_candidate(CONVENTIONS, case.x), samples_to_candidate(CONVENTIONS, case.y)
    record: dict[str, NDArray[Any]] = {}
    for k in range(1, case.steps + 1):
        net.forward(x)
        shown = named("A", net.A)
        shown["output"] = shown.pop(f"A{case.n_layers}")
        shown["loss"] = np.array(net.backward(y))
        shown |= named("dZ", net.dZ) | named("dW", net.dW) | named("db", net.db)
        if net.dX is not None and input_gradient:
            shown["dX"] = net.dX.copy()
        net.update()
        shown |= named("W", net.W, "'") | named("b", net.b, "'")
        if case.momentum:
            shown |= named("vW", net.vW, "'") | named("vb", net.vb, "'")
        record |= {name + suffix(k): a for name, a in shown.items()}
    return record


def named(quantity: str, arrays: list[NDArray[Any]], prime: str = "") -> dict[str, NDArray[Any]]:
    """Copies under the names of a quantity, layer by layer."""
    return {f"{quantity}{i}{prime}": a.copy() for i, a in enumerate(arrays, 1)}
