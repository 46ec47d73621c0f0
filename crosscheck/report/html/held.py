"""Which of its two bounds an array is shown under, and the numbers of its worst element there."""

from __future__ import annotations

import math
from dataclasses import dataclass

from crosscheck.finding import AGREES, Finding


@dataclass(frozen=True)
class Held:
    """The worst element: |yours - expected|, what was allowed, their quotient, and where.

    Attributes:
        by_reference: held against PyTorch's value, from the data on; else against the formula on the candidate's own
            inputs to it.
    """

    error: float
    bound: float
    ratio: float
    index: tuple[int, ...] | None
    by_reference: bool


def held(f: Finding) -> Held:
    """What agrees is shown against PyTorch where that bound tells anything; what differs, as it was found to."""
    if f.status == AGREES and not math.isnan(f.global_bound):
        return Held(f.global_error, f.global_bound, f.global_ratio, f.global_index, by_reference=True)
    return Held(f.error, f.bound, f.ratio, f.index, by_reference=f.local_ratio <= 1 < f.global_ratio)
