"""Why no statistical bound decides: the error of one sum of equal terms, against √k and against k."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscheck.calibrate.arithmetic import sequential_total
from crosscheck.vocabulary import check_choice

LENGTHS = (16, 64, 256, 1024, 4096)
DRAWS = 2000


@dataclass(frozen=True)
class Counterexample:
    """Sums of k float32 terms, one after the other: the worst error of all draws, in units of u Σ|term|."""

    k: int
    equal_terms: float
    random_terms: float


def counterexamples(seed: int) -> tuple[Counterexample, ...]:
    """For every length: k times one number, and k numbers drawn apart."""
    return tuple(Counterexample(k, worst_error(seed, k, "equal"), worst_error(seed, k, "random")) for k in LENGTHS)


def worst_error(seed: int, k: int, terms: str) -> float:
    """The worst of many sums in float32 of k terms between ½ and 1."""
    check_choice("terms", terms, ("equal", "random"))
    rng = np.random.default_rng([seed, k])
    a = rng.uniform(0.5, 1, (DRAWS, 1 if terms == "equal" else k)).astype(np.float32)
    a = np.broadcast_to(a, (DRAWS, k))
    exact = a.astype(np.float64).sum(axis=1)
    found = sequential_total(a, 1)[:, 0].astype(np.float64)
    return float(np.max(np.abs(found - exact) / (2.0**-24 * exact)))
