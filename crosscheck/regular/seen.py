"""What a run has to say about its first step: gradients shown, or recovered from the update, beside the right ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.ball import Array
from crosscheck.bounds import values
from crosscheck.recovered import recovered_gradients
from crosscheck.steps import decay, penalised, start

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

CLOSE = 1e-8  # of the greatest magnitude: far above rounding, far below a mistake


@dataclass(frozen=True, eq=False)
class Seen:
    """A run, and the numbers that it should have shown.

    Attributes:
        run: what was shown.
        right: canonical names to the right arrays, float64.
    """

    run: Run
    right: Mapping[str, Any]

    @property
    def case(self) -> Case:
        """The problem."""
        return self.run.case

    @property
    def parameters(self) -> list[str]:
        """W1, b1, W2 ..."""
        kinds = "Wb" if self.case.biases is not None else "W"
        return [f"{p}{i}" for i in range(1, self.case.n_layers + 1) for p in kinds]

    @cached_property
    def shown(self) -> dict[str, Array]:
        """What is shown and finite, in float64."""
        found = {name: np.asarray(a, dtype=np.float64) for name, a in self.run.canonical.items()}
        return {name: a for name, a in found.items() if np.all(np.isfinite(a))}

    @cached_property
    def gradients(self) -> dict[str, Array]:
        """W1, b1 ... -> the data part of its gradient in the first step: what an L2 term adds is taken off.

        Shown, or else recovered from the update.
        """
        recovered = recovered_gradients(self.run) if self.case.dtype == "float64" else {}
        found: dict[str, Array] = {}
        for name in self.parameters:
            g = self.shown.get(f"d{name}")
            if g is None and f"d{name}" in recovered and np.all(np.isfinite(recovered[f"d{name}"].v)):
                g = np.asarray(recovered[f"d{name}"].v)
            if g is not None and g.shape == np.shape(self.right[f"d{name}"]):
                found[name] = g - self.penalty(name)
        return found

    @cached_property
    def right_gradients(self) -> dict[str, Array]:
        """The same as they should be."""
        return {name: np.asarray(self.right[f"d{name}"]) - self.penalty(name) for name in self.gradients}

    @property
    def wrong(self) -> list[str]:
        """The parameters whose gradients are not as they should be."""
        return [name for name, g in self.gradients.items() if not near(g, self.right_gradients[name])]

    def penalty(self, name: str) -> Any:
        """What the L2 term adds to a gradient."""
        if not self.case.l2 or name[0] not in penalised(self.case):
            return 0.0
        return decay(self.case) * start(self.case)[name]


def seen(run: Run) -> Seen:
    """A run beside the right numbers."""
    return Seen(run, values(run.case))


def near(a: Array, b: Array, tolerance: float = CLOSE) -> bool:
    """Equal to a share of the greatest magnitude."""
    size = max(np.max(np.abs(a), initial=0.0), np.max(np.abs(b), initial=0.0))
    return a.shape == b.shape and bool(np.max(np.abs(a - b), initial=0.0) <= tolerance * size)
