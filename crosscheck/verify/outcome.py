"""Everything that a verification found, and its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED
from crosscheck.report.json_form import SCHEMA_VERSION, plain
from crosscheck.verify.comparison import Comparison
from crosscheck.verify.free_run import PERMUTED, Moment
from crosscheck.verify.tally import NotJudged, Quantity


@dataclass(frozen=True)
class FreeRun:
    """The digits, each network on its own.

    Attributes:
        moments: the drift after every step.
        accuracy: network -> the share of held-out digits that it recognises after the last step.
    """

    dtype: str
    moments: tuple[Moment, ...]
    accuracy: Mapping[str, float]

    @property
    def worst(self) -> Moment:
        """Where drift ÷ bound is largest."""
        return max(self.moments, key=lambda m: m.ratio)

    @property
    def passed(self) -> bool:
        """Every network within its bound at every step."""
        return self.worst.ratio <= 1

    @property
    def n_judged(self) -> int:
        """The steps at which the bound could tell anything."""
        return sum(m.judged for m in self.moments)

    @property
    def n_from_start(self) -> int:
        """The steps for which the bound carried from the start could."""
        return sum(m.judged and m.since == 0 for m in self.moments)

    @property
    def drift_ratio(self) -> float:
        """The layouts' last drift, the larger, ÷ PyTorch's own."""
        last = self.moments[-1].drift
        own = last[PERMUTED]
        mine = max(d for name, d in last.items() if name != PERMUTED)
        return mine / own if own > 0 else (0.0 if mine == 0 else float("inf"))


@dataclass(frozen=True)
class Outcome:
    """What `crosscheck verify` shows.

    Attributes:
        settings: seed, epochs, quick.
        n_steps, n_grid: steps in lockstep, and cases of the grid.
        n_comparisons: how often a layout was held against PyTorch in them.
        n_unjudged_cases: comparisons in which some parameter was not judged at all.
        never_judged: quantities of a layout of which not one array was judged.
        not_judged: the arrays that neither bound could judge.
        first_difference: the first comparison in which anything differs.
        sample: the comparisons of the first training step, one a layout.
    """

    settings: Mapping[str, Any]
    quantities: tuple[Quantity, ...]
    free_runs: tuple[FreeRun, ...]
    n_steps: int
    n_grid: int
    n_comparisons: int
    n_unjudged_cases: int
    never_judged: tuple[str, ...]
    not_judged: tuple[NotJudged, ...]
    first_difference: Comparison | None
    seconds: float
    sample: tuple[Comparison, ...] = ()

    @property
    def verdict(self) -> str:
        """`differs` outranks `not judged`; the loss and the drift count as everything else does."""
        if self.n_differ or not all(run.passed for run in self.free_runs):
            return DIFFERS
        blind = self.never_judged or self.n_unjudged_cases or self.blind_runs
        return NOT_JUDGED if blind else AGREES

    @property
    def blind_runs(self) -> tuple[FreeRun, ...]:
        """Free runs in double precision, the figure of record, at the start of which the bound says nothing."""
        return tuple(run for run in self.free_runs if run.dtype == "float64" and not run.n_from_start)

    @property
    def n_judged(self) -> int:
        """Arrays compared under a bound that could tell."""
        return sum(q.judged for q in self.quantities)

    @property
    def n_not_judged(self) -> int:
        """Arrays for which neither bound could."""
        return len(self.not_judged)

    @property
    def n_differ(self) -> int:
        """Arrays that are wrong in themselves."""
        return sum(q.differ for q in self.quantities)


def to_dict(outcome: Outcome, environment: Mapping[str, str]) -> dict[str, Any]:
    """What `--json` writes: the schema of a report, its findings those of the first comparison that differs.

    All findings would be tens of thousands; `quantities` holds what they come to, `free_running` the drift.
    """
    first = outcome.first_difference
    found: dict[str, Any] = {"findings": [], "remarks": [], "not_exposed": [], "cases": []}
    if first is not None:
        report = first.report.to_dict()
        found = {key: report[key] for key in found} | {"layout": first.layout, "where": first.where}
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": outcome.verdict,
        **found,
        "settings": dict(outcome.settings),
        "quantities": [plain(asdict(q)) for q in outcome.quantities],
        "free_running": [plain(asdict(run)) for run in outcome.free_runs],
        "counts": {
            "lockstep_steps": outcome.n_steps,
            "grid_cases": outcome.n_grid,
            "comparisons": outcome.n_comparisons,
            "comparisons_not_judged": outcome.n_unjudged_cases,
            "arrays_judged": outcome.n_judged,
            "arrays_not_judged": outcome.n_not_judged,
            "arrays_that_differ": outcome.n_differ,
            "never_judged": list(outcome.never_judged),
        },
        "not_judged": [asdict(n) for n in outcome.not_judged],
        "seconds": outcome.seconds,
        "environment": dict(environment),
    }
