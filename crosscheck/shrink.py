"""A failing candidate shrunk to the smallest network and the simplest numbers that still fail in the same quantity.

Deterministic: first depth, widths, N and steps, then the numbers, each change kept where the case still fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.adapter import Adapter
from crosscheck.declaration import Declaration, declare
from crosscheck.errors import UsageError
from crosscheck.extreme import counts
from crosscheck.finding import Finding
from crosscheck.further import fits_sizes
from crosscheck.judge_run import judge_run
from crosscheck.record import parse_name
from crosscheck.resize import Shape, drawn_again, resized, shape_of
from crosscheck.run_adapter import Run, runs_of
from crosscheck.standard_cases import standard_cases
from crosscheck.ten_lines import ten_lines
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.case import Case
    from crosscheck.report.report import Report

Array = NDArray[Any]
BUDGET = 1500  # runs of the candidate
CLEAR = 1e6  # error ÷ bound that a shrunk failure keeps, where the original had it: no case on the edge
SIMPLE = (0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5)


@dataclass(frozen=True)
class Failing:
    """The first array that is wrong in itself, in one run."""

    run: Run
    finding: Finding

    @property
    def quantity(self) -> str:
        """Without the layer: in a shallower network it stands elsewhere."""
        return self.finding.name if self.finding.stage == "run" else parse_name(self.finding.name).quantity


@dataclass(frozen=True)
class Shrunk:
    """The smallest case found.

    Attributes:
        case: what to run.
        finding: what is wrong in it.
        tried: how often the candidate was run on the way.
        lines: NumPy that computes the right number and shows the candidate's, of nothing but NumPy.
    """

    case: Case
    finding: Finding
    tried: int
    lines: str

    @property
    def what(self) -> str:
        """What is wrong in it."""
        f = self.finding
        return f"{f.name} {f.why}" if f.index is None else f"{f.name} is wrong"

    def text(self, file: str, candidate: str) -> str:
        """The case, which stands in a file, and its lines, ready to be pasted."""
        head = f"shrunk to {self.case.id}, written to {file}\n  {self.what}"
        head += f"\n  again: crosscheck check {candidate} --case {file}"
        return f"{head}\n\n{self.lines}"


def shrink(adapter: Adapter, report: Report | None = None, *, budget: int = BUDGET) -> Shrunk | None:
    """The smallest case in which a candidate still fails; None where it fails in none by itself.

    Args:
        adapter: a candidate that differs.
        report: of `check`, which names the case to begin with; by default the standard cases are searched.
        budget: how many runs of the candidate it may cost.
    """
    search = Search(adapter, declare(adapter), budget)
    start = search.start(report)
    if start is None:
        return None
    case, failing = search.smaller(*start)
    case, failing = search.simpler(case, failing)
    return Shrunk(case, failing.finding, budget - search.left, ten_lines(failing.run, failing.finding))


class Search:
    """The candidate, and how often it may still be run."""

    def __init__(self, adapter: Adapter, d: Declaration, budget: int) -> None:
        self.adapter, self.d, self.left = adapter, d, budget

    def start(self, report: Report | None) -> tuple[Case, Failing] | None:
        """The first standard case that fails, that of the report's first cause before the others."""
        cases = standard_cases(self.d)
        if report is not None and self.d.loss == "unknown" and report.cases:
            cases = with_loss_of(report, cases)
        first = report.first_cause if report is not None else None
        for case in sorted(cases, key=lambda c: first is not None and c.id != first.case):
            failing = self.failing(case)
            if failing is not None:
                # of samples that were run one by one, the one that fails
                alone = failing.run.case
                if alone.n_samples < case.n_samples and (found := self.failing(alone)) is not None:
                    return alone, found
                return case, failing
        return None

    def failing(self, case: Case) -> Failing | None:
        """What is wrong first, in the first run of a case that is wrong."""
        self.left -= 1
        try:
            runs = runs_of(self.adapter, case, self.d)
            for run in runs:
                own = [f for f in judge_run(run).findings if counts(f) and not f.follows]
                if own:
                    return Failing(run, own[0])
        except UsageError:  # the adapter does not take such a case
            return None
        return None

    def accepted(self, case: Case | None, was: Failing) -> Failing | None:
        """Whether a case still fails as it did: in the same quantity, as clearly, by a number or a call as before."""
        if case is None or self.left <= 0:
            return None
        found = self.failing(case)
        if found is None or found.quantity != was.quantity:
            return None
        before, now = was.finding, found.finding
        if (before.index is None, bool(before.n_nonfinite)) != (now.index is None, bool(now.n_nonfinite)):
            return None
        if before.index is None:
            return found if now.why.partition(":")[0] == before.why.partition(":")[0] else None
        if case.n_layers == was.run.case.n_layers and now.layer != before.layer:
            return None
        return found if now.n_nonfinite or now.ratio >= min(CLEAR, before.ratio) else None

    def smaller(self, case: Case, failing: Failing) -> tuple[Case, Failing]:
        """The smallest depth, widths, N and steps, one after the other until nothing gets smaller."""
        while True:
            for shape in smaller_shapes(shape_of(case), self.d):
                for smaller in (resized(case, shape, self.d), drawn_again(case, shape, self.d)):
                    found = self.accepted(smaller, failing)
                    if found is not None and smaller is not None:
                        break
                else:
                    continue
                case, failing = smaller, found
                break
            else:
                return case, failing

    def simpler(self, case: Case, failing: Failing) -> tuple[Case, Failing]:
        """The simplest numbers: whole arrays first, then element by element, again until nothing gets simpler."""
        changed = True
        while changed and self.left > 0:
            changed = False
            for move in moves(case, self.d):
                for simpler in move.cases(case):
                    found = self.accepted(simpler, failing)
                    if found is not None:
                        case, failing, changed = simpler, found, True
                        break
        return case, failing


@dataclass(frozen=True)
class Move:
    """Something to be made simpler: the learning rate, an array as a whole, or one element of it."""

    name: str
    i: int = 0
    at: tuple[int, ...] | None = None

    def cases(self, case: Case) -> Iterator[Case]:
        """The case with simpler numbers there, the simplest first."""
        if self.name == "lr":
            if case.lr != 1.0:
                yield case.with_(lr=1.0, inputs="data", seed=None)
            return
        a = array_of(case, self.name, self.i)
        if self.at is None:
            for k in (1, 2, 4):
                if cost(rounded := np.round(a * k) / k + 0.0) < cost(a):
                    yield with_array(case, self.name, self.i, rounded)
            return
        for value in simpler_values(float(a[self.at])):
            changed = a.copy()
            changed[self.at] = value
            yield with_array(case, self.name, self.i, changed)


def with_loss_of(report: Report, cases: list[Case]) -> list[Case]:
    """The cases under the loss that `check` found."""
    named = [loss for loss in sorted(LOSSES, key=len, reverse=True) if f"_{loss}_" in report.cases[0]]
    return [c.with_(loss=named[0], inputs=c.inputs, seed=c.seed) for c in cases] if named else cases


def smaller_shapes(shape: Shape, d: Declaration) -> Iterator[Shape]:
    """Shapes that differ in one thing, the smallest first, as far as the adapter leaves them free."""
    if Ellipsis in d.activations and d.sizes is None:
        for n in range(max(1, len(d.activations) - 1), len(shape.sizes) - 1):
            yield replace(shape, sizes=(*shape.sizes[:n], shape.sizes[-1]))
    for k in smaller_numbers(shape.steps):
        yield replace(shape, steps=k)
    if d.batch is None:
        for n in smaller_numbers(shape.n_samples):
            yield replace(shape, n_samples=n)
    for group in free_widths(shape, d):
        for n in smaller_numbers(shape.sizes[group[0]]):
            sizes = tuple(n if i in group else w for i, w in enumerate(shape.sizes))
            if d.sizes is None or fits_sizes(sizes, d.sizes):
                yield replace(shape, sizes=sizes)


def smaller_numbers(n: int) -> list[int]:
    """1, 2, 3, half and one less."""
    return sorted({k for k in (1, 2, 3, n // 2, n - 1) if 1 <= k < n})


def free_widths(shape: Shape, d: Declaration) -> list[list[int]]:
    """Groups of widths that change together."""
    if d.sizes is None:
        return [[i] for i in range(len(shape.sizes))]
    symbols = [s for s in dict.fromkeys(d.sizes) if isinstance(s, str)]
    return [[i for i, s in enumerate(d.sizes) if s == symbol] for symbol in symbols]


def moves(case: Case, d: Declaration) -> list[Move]:
    """Everything that may be simplified; class labels and the declared settings stay."""
    groups = [("weights", case.n_layers), ("biases", len(case.biases or ())), ("x", 1)]
    if LOSSES[case.loss].family == "squares" and d.conventions.targets in ("values", "vector"):
        groups.append(("y", 1))
    whole = [Move(name, i) for name, n in groups for i in range(n)]
    lr = [Move("lr")] if d.lr is None else []
    return [*lr, *whole, *(Move(m.name, m.i, at) for m in whole for at in indices(case, m))]


def indices(case: Case, move: Move) -> Iterator[tuple[int, ...]]:
    """Every element of an array."""
    yield from np.ndindex(array_of(case, move.name, move.i).shape)


def array_of(case: Case, name: str, i: int) -> Array:
    """One array of a case."""
    found: Array = getattr(case, name) if name in ("x", "y") else getattr(case, name)[i]
    return found


def simpler_values(v: float) -> list[float]:
    """Numbers that are simpler than this one, the simplest first."""
    options = [*SIMPLE, *(round(v * k) / k + 0.0 for k in (1, 2, 4, 8, 10, 100))]
    return [o for o in dict.fromkeys(options) if rank(o) < rank(v)]


def rank(v: float) -> tuple[int, float]:
    """How simple a number is: 0, 1, -1, 2, -2, halves, other whole numbers, then by the digits it takes."""
    if v in SIMPLE:
        return (0, SIMPLE.index(v))
    if v == int(v):
        return (1, abs(v))
    return (len(repr(v)) + 1, abs(v))


def cost(a: Array) -> int:
    """How long the numbers of an array are to write."""
    return sum(rank(float(v))[0] for v in a.flat)


def with_array(case: Case, name: str, i: int, array: Array) -> Case:
    """The case with one array exchanged."""
    if name in ("x", "y"):
        return case.with_(**{name: array})
    group = list(getattr(case, name))
    group[i] = array
    return case.with_(**{name: tuple(group)})
