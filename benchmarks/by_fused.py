"""manual_mlp/fused.py, each part of a training step on its own."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.conventions import Conventions, samples_to_candidate
from crosscheck.pair_fused import CONVENTIONS, build, run_fused


class Fused:
    """The fast network on one Case, without the gradient of the data, which torch does not compute either."""

    conventions: Conventions = CONVENTIONS

    def __init__(self, case: Case) -> None:
        self.case, self.net = case, build(case, input_gradient=False)
        self.x, self.y = self.batch(case.x, case.y)
        self.forward()
        self.backward()

    def batch(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Samples and targets as the network takes them."""
        return samples_to_candidate(CONVENTIONS, np.asarray(x)), samples_to_candidate(CONVENTIONS, np.asarray(y))

    def record(self) -> dict[str, NDArray[Any]]:
        """One step's arrays under canonical names, for the harness."""
        return run_fused(self.case, input_gradient=False)

    def forward(self) -> None:
        """The output; its loss is part of backward here."""
        self.net.forward(self.x)

    def backward(self) -> None:
        """Loss and every gradient, after a forward of its own: the two share memory, and cannot be repeated apart."""
        self.net.forward(self.x)
        self.net.backward(self.y)

    def update(self) -> None:
        """One SGD step."""
        self.net.update()

    def step(self) -> None:
        """All of it."""
        self.net.step(self.x, self.y)

    def step_on(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """All of it, on another batch."""
        self.net.step(x, y)
