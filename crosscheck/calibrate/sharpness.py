"""How small a mistake is caught: an error planted in one element of a gradient.

An element c of dW or db, picked at random, is replaced by c ± δ·rms, rms being the array's root mean square. The least
δ that a test catches whatever its sign follows from the test itself: it fires as soon as |c ± δ rms - centre| exceeds
what it allows, that is, from δ = (allowed + |c - centre|) / rms on. (tests/test_calibrate.py plants them and looks.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from crosscheck.ball import Ball
from crosscheck.calibrate.arithmetic import Floats
from crosscheck.case import Case
from crosscheck.judge import rms
from crosscheck.record import parse_name

# torch.testing.assert_close: (rtol, atol) by dtype
DEFAULTS = {"float64": (1e-7, 1e-7), "float32": (1.3e-6, 1e-5)}


@dataclass(frozen=True)
class Shown:
    """A candidate's run of a Case beside the reference and both bounds."""

    case: Case
    record: Mapping[str, Floats]
    truth: Mapping[str, Floats]
    local: Mapping[str, Ball]
    world: Mapping[str, Ball]


@dataclass(frozen=True)
class Planted:
    """The least error, in units of the array's rms, that each test catches in one element of dW or db.

    With tolerances s times as large as the defaults assert_close catches it from s·allowed + error on.
    """

    dtype: str
    name: str
    at: tuple[int, ...]
    rms: float
    by_local: float
    by_either: float  # local or global
    allowed: float  # by assert_close's defaults at this element, ÷ rms
    error: float  # |candidate - reference| at this element, ÷ rms
    worst: float  # of the whole array: the largest |candidate - reference| ÷ what assert_close allows


def plant(shown: Shown, rng: Generator) -> list[Planted]:
    """One error in every gradient of the first step that is not zero throughout."""
    rtol, atol = DEFAULTS[shown.case.dtype]
    planted = []
    for name, array in shown.record.items():
        n = parse_name(name)
        if n.quantity not in ("dW", "db") or n.step > 1:
            continue
        reference = shown.truth[name].astype(np.float64)
        signal = rms(reference)
        if signal == 0:
            continue
        at = tuple(int(rng.integers(k)) for k in array.shape)
        c, r = float(array[at]), float(reference[at])
        local, world = least(c, shown.local[name], at), least(c, shown.world[name], at)
        planted.append(
            Planted(
                dtype=shown.case.dtype,
                name=name,
                at=at,
                rms=signal,
                by_local=local / signal,
                by_either=min(local, world) / signal,
                allowed=(atol + rtol * abs(r)) / signal,
                error=abs(c - r) / signal,
                worst=float(np.max(np.abs(array - reference) / (atol + rtol * np.abs(reference)))),
            )
        )
    return planted


def least(c: float, ball: Ball, at: tuple[int, ...]) -> float:
    """The least change of an element that leaves its ball whatever the sign."""
    return float(ball.radius[at]) + abs(c - float(ball.v[at]))
