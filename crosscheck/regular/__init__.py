"""Regularities that only several cases together can prove: what is said of numbers that no known mistake gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from crosscheck.regular.blocks import blocks_exchanged
from crosscheck.regular.derivative import other_derivative
from crosscheck.regular.factors import factors_of_the_sizes
from crosscheck.regular.first_velocity import velocities_start_wrong
from crosscheck.regular.optimizer import steps_of_one_size
from crosscheck.regular.samples import samples_weighted
from crosscheck.regular.seen import Seen, seen

if TYPE_CHECKING:
    from crosscheck.run_adapter import Run

Regularity: TypeAlias = Callable[[Sequence[Seen]], str | None]

# The most telling first. Each says something only if it holds, to rounding, in every case in which it could be seen.
REGULARITIES: Mapping[str, Regularity] = {
    "optimizer": steps_of_one_size,
    "first-velocity": velocities_start_wrong,
    "factors": factors_of_the_sizes,
    "blocks": blocks_exchanged,
    "samples": samples_weighted,
    "derivative": other_derivative,
}


def regular(runs: Sequence[Run]) -> tuple[str, str]:
    """The first regularity of all runs together, which says it all: its kind and a sentence; two "" for none."""
    cases = [seen(run) for run in runs]
    for kind, find in REGULARITIES.items():
        words = find(cases) if cases else None
        if words:
            return kind, words
    return "", ""


__all__ = ["REGULARITIES", "Regularity", "Seen", "regular", "seen"]
