"""From times, round by round, to ratios and how sure they are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

RESAMPLES = 2000


@dataclass(frozen=True)
class Ratio:
    """The median of the per-round ratios, and the 95% bootstrap interval of that median."""

    median: float
    low: float
    high: float


def ratio(base: ArrayLike, mine: ArrayLike, seed: int = 0) -> Ratio:
    """How many times faster mine is than base, both (rounds,) seconds: within a round, where noise is shared."""
    ratios = np.asarray(base, float) / np.asarray(mine, float)
    draws = np.random.RandomState(seed).randint(len(ratios), size=(RESAMPLES, len(ratios)))
    medians = np.median(ratios[draws], axis=1)
    low, high = np.quantile(medians, [0.025, 0.975])
    return Ratio(float(np.median(ratios)), float(low), float(high))


def geometric_mean(values: ArrayLike) -> float:
    """Of positive numbers."""
    return float(np.exp(np.mean(np.log(np.asarray(values, float)))))
