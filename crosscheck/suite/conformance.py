"""One candidate's report, asked property by property."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.check import check
from crosscheck.declaration import Declaration, declare
from crosscheck.errors import UsageError
from crosscheck.extreme import counts
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.judge import rms
from crosscheck.load import load
from crosscheck.record import names, parse_name
from crosscheck.run_adapter import Run, run_adapter
from crosscheck.standard_cases import standard_cases

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.report.report import Report

PASSES, FAILS, SKIPS, REMARKED, UNJUDGED = "passes", "fails", "skips", "remarked", "not judged"
REPEATED = 1e3  # in units of the roundoff: what two sums of the same numbers in another order may differ by


@dataclass(frozen=True)
class Answer:
    """Whether a property holds, and why not."""

    status: str
    why: str = ""


class Candidate:
    """An adapter, its cases and its report, computed once."""

    def __init__(self, spec: str) -> None:
        self.adapter: Adapter = load(spec)
        self.declaration: Declaration = declare(self.adapter)
        self.cases: list[Case] = standard_cases(self.declaration)

    @cached_property
    def refused(self) -> str:
        """Why the adapter cannot be used, "" where it can."""
        try:
            _ = self.report
        except UsageError as error:
            return str(error)
        return ""

    @cached_property
    def report(self) -> Report:
        """Everything that was found."""
        return check(self.adapter)

    def names(self, stage: str) -> list[str]:
        """The quantities of a stage, layer by layer, of the networks that are run; without the upstream gradient."""
        deepest = max(c.n_layers for c in self.cases)
        everything = names(deepest, bias=self.declaration.bias, momentum=bool(self.declaration.settings["momentum"]))
        return [n for n in everything if parse_name(n).stage == stage and n != "d_output"]

    def quantity(self, name: str) -> Answer:
        """One quantity, in the first step of every case."""
        return self.judged((f for f in self.findings if f.name == name), f"{name} is not shown")

    def trajectory(self) -> Answer:
        """Everything from the second step on."""
        return self.judged((f for f in self.findings if f.step > 1), "nothing is shown after the first step")

    def inputs(self, kinds: tuple[str, ...], otherwise: str) -> Answer:
        """Everything, in the cases with inputs of these kinds."""
        if not any(c.inputs in kinds for c in self.cases):
            return Answer(SKIPS, otherwise)
        mine = [f for f in self.findings if set(kinds) & set(f.case.split("_"))]
        return self.judged(mine, "nothing is shown")

    @property
    def findings(self) -> list[Finding]:
        """About quantities, not about calls."""
        return [f for f in self.report.findings if f.stage != "run"]

    def judged(self, findings: Iterable[Finding], absent: str) -> Answer:
        """Fails where something is wrong in itself; holds where something was judged, and all of that agrees."""
        mine = list(findings)
        if not mine:
            return Answer(SKIPS, absent)
        own = [f for f in mine if f.status == DIFFERS and not f.follows]
        if own:
            counted = [f for f in own if counts(f)]
            text = "\n".join(sentence(f) for f in (counted or own)[:5])
            return Answer(FAILS if counted else REMARKED, text)
        unstable = [f for f in mine if f.status == NOT_JUDGED and f.n_nonfinite]
        if unstable:
            return Answer(REMARKED, sentence(unstable[0]))
        if any(f.status == AGREES for f in mine):
            return Answer(PASSES)
        follows = next((f for f in mine if f.follows), None)
        if follows is not None:
            return Answer(SKIPS, f"right in itself: {follows.name} only follows from an earlier difference")
        return Answer(UNJUDGED, sentence(mine[0]))

    def calls(self) -> Answer:
        """build, step and read come back, in every case."""
        off = [f for f in self.report.findings if f.stage == "run" and f.name not in ("x", "y")]
        return Answer(FAILS, "\n".join(dict.fromkeys(sentence(f) for f in off))) if off else Answer(PASSES)

    def purity(self) -> Answer:
        """x and y are as they were."""
        off = [f for f in self.report.findings if f.stage == "run" and f.name in ("x", "y")]
        return Answer(FAILS, "\n".join(dict.fromkeys(sentence(f) for f in off))) if off else Answer(PASSES)

    def determinism(self) -> Answer:
        """The same case gives the same numbers: under another random state, and with another network in between."""
        usable = [c for c in self.cases if not self.declaration.one_at_a_time or c.n_samples == 1]
        first, other = self.again(usable[0], 0), usable[-1]
        if first.failure is not None:
            return Answer(SKIPS, f"it does not run: {first.failure.sentence}")
        self.again(other, 1)
        second = self.again(usable[0], 2)
        for name, a in first.canonical.items():
            b = second.canonical.get(name)
            if b is None or not repeated(a, b):
                return Answer(FAILS, f"{name} is another when the same case is run again")
        return Answer(PASSES)

    def again(self, case: Case, seed: int) -> Run:
        """One more run."""
        return run_adapter(self.adapter, case, declaration=self.declaration, seed=seed)


def repeated(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether two arrays are the same but for the order of summation."""
    x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    unit = float(np.finfo(a.dtype).eps) if a.dtype.kind == "f" else 2.0**-52
    return bool(np.allclose(x, y, rtol=0, atol=REPEATED * unit * max(rms(x), 1e-300), equal_nan=True))


def sentence(f: Finding) -> str:
    """One finding in one line."""
    where = f" at {f.place}" if f.place else ""
    if f.index is None or f.status != DIFFERS:
        return f"{f.name}: {f.why}{where} (in {f.case})"
    at = f"[{', '.join(map(str, f.index))}]" if f.index else ""
    return (
        f"{f.name}{at} is {f.candidate:.17g}, expected {f.expected:.17g}: {f.why}, "
        f"error {f.ratio:.2g} times the bound (in {f.case})"
    )


@cache
def candidate(spec: str) -> Candidate:
    """The candidate of FILE[:NAME], loaded and run once in a process."""
    return Candidate(spec)
