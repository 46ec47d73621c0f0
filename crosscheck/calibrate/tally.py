"""What many networks add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.calibrate.measure import Measured, Network
from crosscheck.record import parse_name

Samples: TypeAlias = dict[tuple[Any, ...], list[NDArray[np.float64]]]
KEPT_ALARMS = 20
SAMPLED = ("by_local", "by_either", "allowed", "error", "worst")  # of Planted


@dataclass(frozen=True)
class Tally:
    """Counts, and samples of which quantiles are taken. "local" and "global" name the bound.

    Attributes:
        networks: that were drawn and had not diverged.
        runs, overflowed: candidates that were judged, and that were left out for they were not finite.
        arrays: (candidate, dtype) -> how many.
        alarms: (bound, candidate, dtype) -> arrays out of their bound, or not finite.
        examples: the first false alarms, in words.
        zero: (size class, dtype, whether zero throughout) -> arrays.
        judged: (bound, size class, dtype, whether judged) -> arrays.
        statistical: (kind of data, dtype, whether out) -> arrays of sequential sums by √k in place of k.
        tightness: (bound, size class, dtype) -> median of bound ÷ rms of each array.
        ratios: (quantity, dtype) -> worst error ÷ local bound of each array.
        planted: (field of Planted, dtype, kind of data) -> its values.
    """

    networks: int = 0
    runs: int = 0
    overflowed: int = 0
    arrays: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    examples: tuple[str, ...] = ()
    zero: Counter[tuple[int, str, bool]] = field(default_factory=Counter)
    judged: Counter[tuple[str, int, str, bool]] = field(default_factory=Counter)
    statistical: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    tightness: Samples = field(default_factory=dict)
    ratios: Samples = field(default_factory=dict)
    planted: Samples = field(default_factory=dict)

    @property
    def n_alarms(self) -> int:
        """False alarms, of both bounds."""
        return self.alarms.total()


def tally(networks: Iterable[Network]) -> Tally:
    """Count some networks."""
    networks = list(networks)
    arrays = [a for n in networks for a in n.arrays]
    return Tally(
        networks=sum(n.candidates > 0 for n in networks),
        runs=sum(n.candidates for n in networks),
        overflowed=sum(n.overflowed for n in networks),
        arrays=Counter((a.candidate, a.dtype) for a in arrays),
        alarms=Counter((bound, a.candidate, a.dtype) for a in arrays for bound, j in both(a) if j.alarm or a.broken),
        examples=tuple(alarm_of(n, a) for n in networks for a in n.arrays if is_alarm(a))[:KEPT_ALARMS],
        zero=Counter((a.size, a.dtype, a.zero) for a in arrays),
        judged=Counter((bound, a.size, a.dtype, j.judged) for a in arrays for bound, j in both(a)),
        statistical=Counter(
            (n.kind, a.dtype, a.statistical_alarm)
            for n in networks
            for a in n.arrays
            if a.statistical_alarm is not None
        ),
        tightness=grouped(((bound, a.size, a.dtype), j.tightness) for a in arrays for bound, j in both(a)),
        ratios=grouped(((parse_name(a.name).quantity, a.dtype), a.local.ratio) for a in arrays),
        planted=grouped(
            ((name, p.dtype, n.kind), getattr(p, name)) for n in networks for p in n.planted for name in SAMPLED
        ),
    )


def both(a: Measured) -> Iterable[tuple[str, Any]]:
    """The bounds that an array was judged by."""
    return [("local", a.local)] + ([("global", a.world)] if a.world is not None else [])


def is_alarm(a: Measured) -> bool:
    """Whether a right array is called wrong."""
    return a.broken or any(j.alarm for _, j in both(a))


def alarm_of(network: Network, a: Measured) -> str:
    """Which, in words."""
    ratios = ", ".join(f"{bound} {j.ratio:.3g}" for bound, j in both(a))
    return f"network {network.number}, {a.candidate}, {a.dtype}, {network.kind}: {a.name}, error ÷ bound {ratios}"


def grouped(pairs: Iterable[tuple[tuple[Any, ...], float]]) -> Samples:
    """Values by key."""
    found: dict[tuple[Any, ...], list[float]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: [np.asarray(values, dtype=np.float64)] for key, values in found.items()}


def merge(tallies: Iterable[Tally]) -> Tally:
    """The sum of several."""
    parts = list(tallies)
    return Tally(
        networks=sum(t.networks for t in parts),
        runs=sum(t.runs for t in parts),
        overflowed=sum(t.overflowed for t in parts),
        arrays=sum((t.arrays for t in parts), Counter()),
        alarms=sum((t.alarms for t in parts), Counter()),
        examples=tuple(e for t in parts for e in t.examples)[:KEPT_ALARMS],
        zero=sum((t.zero for t in parts), Counter()),
        judged=sum((t.judged for t in parts), Counter()),
        statistical=sum((t.statistical for t in parts), Counter()),
        tightness=joined(t.tightness for t in parts),
        ratios=joined(t.ratios for t in parts),
        planted=joined(t.planted for t in parts),
    )


def joined(samples: Iterable[Samples]) -> Samples:
    """The samples of several, key by key."""
    found: Samples = {}
    for each in samples:
        for key, arrays in each.items():
            found.setdefault(key, []).extend(arrays)
    return found


def values(samples: Samples, *key: Any) -> NDArray[np.float64]:
    """All that was sampled under a key, NaN left out."""
    parts = samples.get(key)
    if parts is None:
        return np.empty(0)
    v = np.concatenate(parts).astype(np.float64)
    return v[~np.isnan(v)]
