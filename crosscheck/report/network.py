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
        penalty: whether an L2 term or a weight decay is declared.
        script: whether it is run as a script, which shows what is named in `shows`.
    """

    sizes: tuple[int, ...]
    activations: tuple[Spec, ...]
    loss: str
    n_samples: int
    penalty: bool = False
    script: bool = False

    @property
    def n_layers(self) -> int:
        """L, the number of weight matrices."""
        return len(self.activations)


def network_of(case: Case) -> Network:
    """The shape of one case."""
    penalty = bool(case.l2 or case.weight_decay)
    return Network(case.sizes, case.activations, case.loss, case.n_samples, penalty)
