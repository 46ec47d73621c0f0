"""What thousands of findings come to, quantity by quantity."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.record import parse_name
from crosscheck.verify.comparison import Comparison
from crosscheck.verify.own import Own

# In the order in which a step computes them; W' and b' are counted apart, their momentum buffers together.
QUANTITIES = ("Z", "A", "output", "loss", "d_output", "dZ", "dW", "db", "dA", "dX", "v'", "W'", "b'")


@dataclass(frozen=True)
class Place:
    """An error, its bound, and which element of what it is."""

    error: float
    bound: float
    ratio: float
    layout: str
    where: str
    name: str
    index: tuple[int, ...] | None


@dataclass(frozen=True)
class NotJudged:
    """An array whose comparison could not have failed, and why."""

    layout: str
    where: str
    name: str
    why: str


@dataclass(frozen=True)
class Figures:
    """One kind of bound over all arrays of a quantity that it can judge.

    Attributes:
        arrays: how many.
        worst: the one with the largest error ÷ bound; None where there is none.
        sharpness: the median of bound ÷ signal, the bound that of each array's worst element.
    """

    arrays: int
    worst: Place | None
    sharpness: float


@dataclass(frozen=True)
class Quantity:
    """One line of the table.

    Attributes:
        judged, not_judged, differ: arrays; an array that differs only because of an earlier one is in none of them.
        torch: dtype -> against PyTorch, by the bound carried from the data.
        own: on the layout's own inputs to the step, by the step's own bound, in every dtype.
    """

    name: str
    judged: int
    not_judged: int
    differ: int
    torch: dict[str, Figures]
    own: Figures


class Tally:
    """Collects comparisons; keeps three numbers an array, and the first report that differs."""

    def __init__(self) -> None:
        self.n_comparisons = 0
        self.n_unjudged_cases = 0
        self.first_difference: Comparison | None = None
        self.not_judged: list[NotJudged] = []
        self._status: dict[str, Counter[str]] = defaultdict(Counter)
        self._torch: dict[tuple[str, str], _Extremes] = defaultdict(_Extremes)
        self._own: dict[str, _Extremes] = defaultdict(_Extremes)
        self._seen: set[tuple[str, str]] = set()  # layout and quantity, where an array was judged

    def take(self, comparisons: Iterable[Comparison]) -> None:
        """Count the findings of some comparisons."""
        for c in comparisons:
            self.n_comparisons += 1
            self.n_unjudged_cases += c.report.verdict == NOT_JUDGED
            for f in c.report.findings:
                self._take_finding(c, f)
            if self.first_difference is None and differs(c):
                self.first_difference = c

    def _take_finding(self, c: Comparison, f: Finding) -> None:
        quantity = quantity_of(f)
        self._status[quantity]["follows" if f.follows else f.status] += 1
        if f.status == NOT_JUDGED:
            self.not_judged.append(NotJudged(c.layout, c.where, f.name, f.why))
            return
        self._seen.add((c.layout, quantity))
        ratio = f.global_ratio
        if f.status == DIFFERS and (f.n_nonfinite or f.index is None):  # no number, or of another shape
            self._own[quantity].take(math.nan, Place(math.nan, math.nan, math.inf, c.layout, c.where, f.name, f.index))
            return
        if not math.isnan(f.global_bound):
            place = Place(f.global_error, f.global_bound, ratio, c.layout, c.where, f.name, f.global_index)
            self._torch[quantity, c.dtype].take(f.global_bound / f.signal, place)
        place = Place(f.error, f.bound, f.local_ratio, c.layout, c.where, f.name, f.index)
        self._own[quantity].take(f.bound / f.signal, place)

    def quantities(self) -> tuple[Quantity, ...]:
        """The lines of the table."""
        return tuple(self._quantity(name) for name in QUANTITIES if name in self._status)

    def _quantity(self, name: str) -> Quantity:
        status = self._status[name]
        torch = {dtype: e.figures() for (n, dtype), e in self._torch.items() if n == name}
        judged = status[AGREES] + status[DIFFERS]
        return Quantity(name, judged, status[NOT_JUDGED], status[DIFFERS], torch, self._own[name].figures())

    def never_judged(self, networks: Iterable[Own]) -> tuple[str, ...]:
        """Quantities of a network of which not one array was judged."""
        return tuple(
            f"{q} ({n.name})" for n in networks for q in self._status
            if (n.name, q) not in self._seen and q not in n.overwritten
        )  # fmt: skip


class _Extremes:
    """Bound ÷ signal of every array, and the worst."""

    def __init__(self) -> None:
        self.shares: list[float] = []
        self.worst: Place | None = None

    def take(self, share: float, place: Place) -> None:
        self.shares.append(share)
        if self.worst is None or place.ratio > self.worst.ratio:
            self.worst = place

    def figures(self) -> Figures:
        known = [s for s in self.shares if not math.isnan(s)]
        return Figures(len(self.shares), self.worst, median(known) if known else math.nan)


def differs(c: Comparison) -> bool:
    """Whether any array does; the loss counts as every other."""
    return any(f.status == DIFFERS for f in c.report.findings)


def quantity_of(f: Finding) -> str:
    """The line of the table that an array belongs to."""
    quantity = parse_name(f.name).quantity
    return "v'" if quantity.startswith("v") else quantity
