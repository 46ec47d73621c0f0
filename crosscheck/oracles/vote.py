"""What the judges say of one number, and what follows where they do not all say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

REFERENCE = "reference"


@dataclass(frozen=True)
class Vote:
    """One judge's value of a directional derivative.

    Attributes:
        judge: who says it.
        low, high: the same number twice; at an exact zero of a kinked activation the two one-sided derivatives.
        tolerance: how far the judge may be off, from its own error analysis.
    """

    judge: str
    low: float
    high: float
    tolerance: float

    @property
    def value(self) -> float:
        """The number, or the middle between two."""
        return self.low if self.low == self.high else 0.5 * (self.low + self.high)

    def distance(self, other: Vote) -> float:
        """How far apart the two are: 0 where the intervals meet."""
        return max(self.low - other.high, other.low - self.high, 0.0)

    def contradicts(self, other: Vote) -> bool:
        """Whether the two cannot both be right; NaN contradicts everything."""
        return not self.distance(other) <= self.tolerance + other.tolerance


def majority(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """The largest group in which nobody contradicts anybody; empty where it is not more than half, or not the only one.

    Of n votes there are at most 2ⁿ groups, and n is a handful.
    """
    for n in range(len(votes), len(votes) // 2, -1):
        agreeing = [g for g in combinations(votes, n) if not any(a.contradicts(b) for a, b in combinations(g, 2))]
        if agreeing:
            return agreeing[0] if len(agreeing) == 1 else ()
    return ()
