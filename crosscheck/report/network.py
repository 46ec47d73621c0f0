"""Network: what a report has to know of a case in order to draw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.vocabulary import Spec

if TYPE_CHECKING:
    from crosscheck.case import Case


@dataclass(frozen=True)
class Network:
    """The shape of a case's network.

    Attributes:
        sizes: widths from the input to the output, (n_0, ..., n_L).
        activations: L of them; a name, or a pair of name and parameter.
        loss: a name of the loss bank.
        n_samples: rows of x.
    """

    sizes: tuple[int, ...]
    activations: tuple[Spec, ...]
    loss: str
    n_samples: int

    @property
    def n_layers(self) -> int:
        """L, the number of weight matrices."""
        return len(self.activations)


def network_of(case: Case) -> Network:
    """The shape of one case."""
    return Network(case.sizes, case.activations, case.loss, case.n_samples)
