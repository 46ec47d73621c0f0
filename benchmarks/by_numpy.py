"""The two textbook layouts, each part of a training step on its own."""

from typing import Any

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.conventions import Conventions, parameters_to_candidate, samples_to_candidate
from crosscheck.pair import layout_conventions, module_of, run_layout
from manual_mlp import losses, sgd, training


class Textbook:
    """numerator.py or denominator.py on one Case; forward comes first, then backward, then update."""

    def __init__(self, layout: str, case: Case) -> None:
        self.layout, self.case, self.module = layout, case, module_of(layout)
        self.conventions: Conventions = layout_conventions(layout)
        self.x, self.y = self.batch(case.x, case.y)
        self.W, self.b = parameters_to_candidate(self.conventions, case.weights, case.biases)
        self.joint = losses.kind(case.loss).family != "squares"
        self.forward()
        self.backward()

    def record(self) -> dict[str, NDArray[Any]]:
        """One step's arrays under canonical names, for the harness."""
        return run_layout(self.layout, self.case)

    def forward(self) -> None:
        """Output and loss."""
        self.output, self.cache = self.module.forward(self.x, self.W, self.b, self.case.activations)
        axis = self.module.SAMPLE_AXIS
        self.loss = losses.value(self.case.loss, self.cache.Z[-1], self.output, self.y, axis)

    def backward(self) -> None:
        """Every gradient."""
        axis = self.module.SAMPLE_AXIS
        if self.joint:
            upstream = losses.d_preactivation(self.case.loss, self.cache.Z[-1], self.y, axis)
        else:
            upstream = losses.d_output(self.case.loss, self.output, self.y, axis)
        self.gradients = self.module.backward(upstream, self.cache, self.W, self.joint)

    def update(self) -> None:
        """One SGD step; the parameters stay, so that it can be repeated."""
        grads = [*self.gradients.dW, *(self.gradients.db or [])]
        sgd.step([*self.W, *self.b], grads, None, lr=self.case.lr)

    def batch(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Samples and targets as the layout takes them."""
        return samples_to_candidate(self.conventions, x), samples_to_candidate(self.conventions, y)

    def step(self) -> None:
        """All of it, and the parameters move."""
        self.step_on(self.x, self.y)

    def step_on(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """All of it, on another batch."""
        done = training.one_step(
            self.module, x, y, self.W, self.b, self.case.activations, self.case.loss, lr=self.case.lr
        )
        assert done.b is not None
        self.W, self.b = done.W, done.b
