"""The project's own two networks as candidates: --candidate .../crosscheck/suite/own_networks.py:Denominator."""

from __future__ import annotations

from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np

from crosscheck.adapter import Adapter
from manual_mlp import denominator, numerator, training


class Numerator(Adapter):
    """manual_mlp.numerator: rows are samples."""

    activations, loss = ("tanh", ..., "identity"), "mse"
    _layout: ModuleType = numerator

    def build(self, case: Any) -> SimpleNamespace:
        """Its parameters, and what one step needs to know."""
        return SimpleNamespace(W=case.weights, b=case.biases, activations=case.activations, loss=case.loss, done=None)

    def step(self, net: SimpleNamespace, x: Any, y: Any, lr: float) -> None:
        """One step of its training."""
        net.done = training.one_step(self._layout, x, y, net.W, net.b, net.activations, net.loss, lr=lr)
        net.W, net.b = net.done.W, net.done.b

    def read(self, net: SimpleNamespace) -> dict[str, Any]:
        """Everything."""
        g, cache = net.done.gradients, net.done.cache
        return {
            "W": net.W, "b": net.b, "dW": g.dW, "db": g.db, "dX": g.dX, "Z": cache.Z, "A": cache.A,
            "output": cache.A[-1], "loss": np.asarray(net.done.loss),
        }  # fmt: skip


class Denominator(Numerator):
    """manual_mlp.denominator: columns are samples."""

    samples, weight, bias = "columns", "out_in", "column"
    _layout = denominator


class NumeratorReLU(Numerator):
    """With kinks."""

    activations = ("relu", ..., "identity")


class DenominatorSoftmax(Denominator):
    """A classifier."""

    activations, loss, targets = ("tanh", ..., "softmax"), "cross_entropy_per_sample", "one_hot"
