"""One network: its candidates run, every array judged by both bounds, errors planted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from crosscheck.ball import Ball, Rounding, rounding
from crosscheck.bounds import global_balls, local_balls
from crosscheck.calibrate.arithmetic import Floats
from crosscheck.calibrate.candidates import attempt, chosen, is_finite
from crosscheck.calibrate.networks import draw_network
from crosscheck.calibrate.sharpness import Planted, Shown, plant
from crosscheck.case import Case
from crosscheck.compare import run_reference, signal_of
from crosscheck.judge import judge
from crosscheck.record import Record, parse_name

SIZE_CLASSES = (8, 32, 128, 512)


@dataclass(frozen=True)
class Plan:
    """What every network of a calibration shares."""

    seed: int
    widest: int
    most_samples: int
    shrink: float = 1.0  # every bound is divided by it: 1 but for showing that alarms can happen


@dataclass(frozen=True)
class Bounded:
    """One array by one bound."""

    alarm: bool
    judged: bool
    ratio: float  # worst error ÷ bound
    tightness: float  # median over the elements of bound ÷ rms


@dataclass(frozen=True)
class Measured:
    """One array of one candidate."""

    candidate: str
    dtype: str
    size: int  # index into SIZE_CLASSES
    name: str
    zero: bool  # throughout: nothing can be judged
    broken: bool  # not finite where the reference is
    local: Bounded
    world: Bounded | None  # None for float64 torch, which would be held against itself
    statistical_alarm: bool | None  # local, by √k in place of k; asked of sequential sums only


@dataclass(frozen=True)
class Network:
    """What one network contributes."""

    number: int
    kind: str  # of data
    candidates: int
    overflowed: int  # candidates left out, for they were not finite
    arrays: tuple[Measured, ...]
    planted: tuple[Planted, ...]


class StatisticalRounding(Rounding):
    """√k in place of k: what the error of random, independent roundings would be."""

    def gamma(self, k: float) -> float:
        """√k u."""
        return float(np.sqrt(k)) * self.u


def measure(plan: Plan, number: int) -> Network:
    """Draw the numbered network and measure it."""
    case, kind = draw_network(plan.seed, number, plan.widest, plan.most_samples)
    with np.errstate(all="ignore"):
        truth = run_reference(case)
        if not is_finite(truth) or largest(truth) > np.finfo(case.dtype).max / 1e6:  # it has diverged
            return Network(number, kind, 0, 0, (), ())
        world = global_balls(case, truth)
        arrays: list[Measured] = []
        planted: list[Planted] = []
        ran = 0
        for name in chosen(number):
            record = attempt(name, case)
            if record is None:
                continue
            ran += 1
            shown = Shown(case, record, truth, local_balls(case, record), world)
            arrays += measured(plan, shown, name)
            planted += plant(shown, np.random.default_rng([plan.seed, number, ran]))
    return Network(number, kind, ran, len(chosen(number)) - ran, tuple(arrays), tuple(planted))


def measured(plan: Plan, shown: Shown, candidate: str) -> Iterator[Measured]:
    """Every array of a candidate."""
    case, truth = shown.case, Record(shown.truth)
    against_itself = candidate == "torch" and case.dtype == "float64"
    r = rounding(case.dtype)
    statistical = None
    if candidate == "sequential sums":
        statistical = local_balls(case, shown.record, arithmetic=StatisticalRounding(r.u, r.tiny))
    for name, array in shown.record.items():
        signal = signal_of(case, parse_name(name), truth[name].astype(np.float64), truth)
        yield Measured(
            candidate=candidate,
            dtype=case.dtype,
            size=size_class(case),
            name=name,
            zero=signal == 0,
            broken=bool(np.any(~np.isfinite(array) & np.isfinite(truth[name]))),
            local=bounded(array, shown.local[name], signal, plan.shrink),
            world=None if against_itself else bounded(array, shown.world[name], signal, plan.shrink),
            statistical_alarm=None if statistical is None else judge(array, statistical[name], signal).n_out > 0,
        )


def bounded(array: Floats, ball: Ball, signal: float, shrink: float) -> Bounded:
    """Judge an array by one bound."""
    e = ball.radius / shrink
    j = judge(array, Ball(ball.v, e, ball.r), signal)
    return Bounded(j.n_out > 0, j.judged, j.ratio, float(np.median(e)) / signal if signal > 0 else float("nan"))


def size_class(case: Case) -> int:
    """By the widest of layers and batch."""
    return int(np.searchsorted(SIZE_CLASSES, max(*case.sizes, case.n_samples)))


def largest(record: Mapping[str, Any]) -> float:
    """The greatest magnitude in a run, d_output aside, which is infinite where an output has saturated."""
    return max(float(np.max(np.abs(a))) for name, a in record.items() if not name.startswith("d_output"))
