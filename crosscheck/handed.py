"""What an adapter's `build` is handed: a Case in the candidate's own conventions, fresh for every build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import (
    ONE_AT_A_TIME,
    Conventions,
    parameters_to_candidate,
    samples_to_candidate,
    targets_to_candidate,
)  # fmt: skip
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.vocabulary import Spec

Array = NDArray[Any]


class NoSuchFieldError(UsageError, AttributeError):
    """The adapter is at fault, not the network; hasattr() still works."""


@dataclass(frozen=True, eq=False)
class Handed:
    """One problem, as the candidate stores things.

    Attributes:
        sizes: widths from the input to the output. activations: one a layer.
        loss: the loss that is being tried; l2 ... lr: as the adapter declares them, and the step size.
        weights: L writable, contiguous arrays in a list. biases: likewise; empty where they are folded or absent.
        n_samples: N of the data that step will get.
    """

    sizes: tuple[int, ...]
    activations: tuple[Spec, ...]
    loss: str
    weights: list[Array] = field(repr=False)
    biases: list[Array] = field(repr=False)
    n_samples: int
    lr: float
    momentum: float
    dampening: float
    nesterov: bool
    weight_decay: float
    momentum_form: str
    l2: float
    l2_on: str
    l2_scale: str
    dtype: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NoSuchFieldError(
            f"case has no {name}: it has n_layers, n_outputs, {', '.join(self.__dataclass_fields__)}"
        )

    @property
    def n_layers(self) -> int:
        """L, the number of weight matrices."""
        return len(self.weights)

    @property
    def n_outputs(self) -> int:
        """K, the width of the last layer."""
        return self.sizes[-1]


def hand_over(case: Case, c: Conventions) -> Handed:
    """A fresh translation of the Case."""
    weights, biases = parameters_to_candidate(c, case.weights, case.biases)
    return Handed(
        sizes=case.sizes, activations=case.activations, loss=case.loss, weights=weights, biases=biases,
        n_samples=case.n_samples, lr=case.lr, momentum=case.momentum, dampening=case.dampening,
        nesterov=case.nesterov, weight_decay=case.weight_decay, momentum_form=case.momentum_form, l2=case.l2,
        l2_on=case.l2_on, l2_scale=case.l2_scale, dtype=case.dtype,
    )  # fmt: skip


def hand_over_data(x: Array, y: Array, c: Conventions) -> tuple[Array, Array]:
    """Fresh x and y as step receives them; one sample's class index is a plain integer, its only value a float."""
    targets: Any = targets_to_candidate(c, y)
    if c.samples in ONE_AT_A_TIME and targets.ndim == 0:
        targets = np.intp(targets) if c.targets == "class_index" else float(targets)
    return samples_to_candidate(c, x), targets
