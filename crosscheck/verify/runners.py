"""Networks that train on their own: a layout, or PyTorch; each keeps its parameters between batches."""

from __future__ import annotations

import math
from typing import Protocol

from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.conventions import parameters_to_candidate, samples_to_candidate
from crosscheck.pair import layout_conventions, module_of, name_of
from crosscheck.pair_fused import CONVENTIONS, FUSED, build
from crosscheck.record import Record
from crosscheck.verify.digits import ACTIVATIONS, LOSS, RATE, SIZES, Array, Digits, Rows
from crosscheck.verify.own import Layout, own
from manual_mlp import training

PARAMETERS = tuple(f"{p}{i}" for i in range(1, len(SIZES)) for p in ("W", "b"))


class Runner(Protocol):
    """A network in training."""

    name: str
    loss: float  # of the last batch, before its update; NaN before the first

    def step(self, rows: Rows) -> None:
        """Train on one batch."""

    def parameters(self) -> dict[str, Array]:
        """W1 b1 W2 ..., canonical."""

    def accuracy(self) -> float:
        """The share of held-out digits that it recognises."""


class LayoutRunner:
    """A layout, trained by `manual_mlp.training`, its parameters in its own orientation from start to end."""

    def __init__(self, layout: Layout, problem: Digits) -> None:
        self.name, self.loss = name_of(layout), math.nan
        self._module, self._conventions, self._problem = module_of(layout), layout_conventions(layout), problem
        self._W, self._b = parameters_to_candidate(self._conventions, problem.weights, problem.biases)

    def step(self, rows: Rows) -> None:
        """Train on one batch."""
        x = samples_to_candidate(self._conventions, self._problem.x[rows])
        y = samples_to_candidate(self._conventions, self._problem.y[rows])
        done = training.one_step(self._module, x, y, self._W, self._b, ACTIVATIONS, LOSS, lr=RATE)
        assert done.b is not None
        self._W, self._b = done.W, done.b
        self.loss = float(done.loss)

    def parameters(self) -> dict[str, Array]:
        """W1 b1 W2 ..., canonical."""
        transposed = self._conventions.weight == "in_out"
        return {f"W{i}": W.T if transposed else W for i, W in enumerate(self._W, 1)} | {
            f"b{i}": b.reshape(-1) for i, b in enumerate(self._b, 1)
        }

    def accuracy(self) -> float:
        """By its own forward pass."""
        x = samples_to_candidate(self._conventions, self._problem.held_out_x)
        output, _ = self._module.forward(x, self._W, self._b, ACTIVATIONS)
        labels = output.argmax(axis=1 - self._module.SAMPLE_AXIS)
        return float((labels == self._problem.held_out_labels).mean())


class FusedRunner:
    """The fast network, which keeps its parameters itself."""

    def __init__(self, problem: Digits) -> None:
        self.name, self.loss = FUSED, math.nan
        self._problem, self._network = problem, build(problem.case(problem.batches[0], problem.weights, problem.biases))

    def step(self, rows: Rows) -> None:
        """Train on one batch."""
        x, y = (samples_to_candidate(CONVENTIONS, a[rows]) for a in (self._problem.x, self._problem.y))
        self._network.forward(x)
        self.loss = float(self._network.backward(y))
        self._network.update()

    def parameters(self) -> dict[str, Array]:
        """W1 b1 W2 ..., canonical."""
        W, b = self._network.W, self._network.b
        return {f"W{i}": w.copy() for i, w in enumerate(W, 1)} | {f"b{i}": v.flatten() for i, v in enumerate(b, 1)}

    def accuracy(self) -> float:
        """By its own forward pass."""
        self._network.forward(samples_to_candidate(CONVENTIONS, self._problem.held_out_x))
        return float((self._network.A[-1].argmax(axis=0) == self._problem.held_out_labels).mean())


def runner(layout: Layout, problem: Digits) -> Runner:
    """A network of manual_mlp in training."""
    return FusedRunner(problem) if own(layout).keeps_parameters else LayoutRunner(layout, problem)


class TorchRunner:
    """PyTorch: autograd and torch.optim.SGD, which without momentum keeps nothing but the parameters."""

    def __init__(self, name: str, problem: Digits) -> None:
        self.name, self.loss = name, math.nan
        self._problem = problem
        self._W, self._b = list(problem.weights), list(problem.biases)

    def case(self, rows: Rows) -> Case:
        """The next step as a Case."""
        return self._problem.case(rows, self._W, self._b)

    def step(self, rows: Rows) -> None:
        """Train on one batch."""
        self.take(run_reference(self.case(rows)))

    def take(self, done: Record) -> None:
        """Go on from what a run of `case` has left."""
        layers = range(1, len(self._W) + 1)
        self.loss = float(done["loss"])
        self._W, self._b = [done[f"W{i}'"] for i in layers], [done[f"b{i}'"] for i in layers]

    def parameters(self) -> dict[str, Array]:
        """W1 b1 W2 ..., canonical."""
        return {f"W{i}": W for i, W in enumerate(self._W, 1)} | {f"b{i}": b for i, b in enumerate(self._b, 1)}

    def accuracy(self) -> float:
        """By the nn.Module."""
        import torch

        import reference

        module = reference.network(SIZES, ACTIVATIONS, self._W, self._b, self._problem.dtype)
        with torch.inference_mode():
            labels = module(torch.tensor(self._problem.held_out_x)).argmax(dim=1).numpy()
        return float((labels == self._problem.held_out_labels).mean())
