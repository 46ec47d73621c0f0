"""What the fixture `crosschecker` is: a check that fails with its report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from crosscheck.case import Case
from crosscheck.errors import UsageError
from crosscheck.finding import NOT_JUDGED

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.conventions import Conventions
    from crosscheck.report.report import Report


class Crosschecker:
    """Checks adapters and arrays; the AssertionError is the report."""

    def __init__(self, candidate: str | None = None, *, allow_not_judged: bool = False) -> None:
        self.candidate, self.allow_not_judged = candidate, allow_not_judged

    def __call__(
        self,
        mine: Adapter | type[Adapter] | str | Mapping[str, Any] | None = None,
        case: Case | None = None,
        conventions: Conventions | None = None,
        **options: Any,
    ) -> Report:
        """Check, and fail unless everything agrees.

        Args:
            mine: an Adapter, its class, or "FILE:NAME" (by default --candidate); or named arrays.
            case: of the arrays; of an adapter, in place of the standard ones.
            conventions: of the arrays.
            options: of crosscheck.check: dtype, seed, steps, only, cases.

        Raises:
            AssertionError: the report.
            UsageError: the adapter or an argument is at fault.
        """
        __tracebackhide__ = True
        report = self.report(mine, case, conventions, **options)
        if not self.passes(report):
            raise AssertionError(f"{report.verdict}\n{report}")
        return report

    def passes(self, report: Report) -> bool:
        """Whether a report is no failure."""
        return report.passed or (self.allow_not_judged and report.verdict == NOT_JUDGED)

    def report(self, mine: Any = None, case: Case | None = None, conventions: Any = None, **options: Any) -> Report:
        """The report, whatever it says."""
        from crosscheck.check import check
        from crosscheck.compare import compare
        from crosscheck.conventions import CANONICAL
        from crosscheck.load import load

        if mine is None:
            mine = self.candidate
        if mine is None:
            raise UsageError("nothing to check: hand over an adapter, or run pytest with --candidate FILE:NAME")
        if isinstance(mine, Mapping):
            if case is None:
                raise UsageError("arrays need the Case that they were computed on: crosschecker(arrays, case)")
            return compare(mine, case, conventions or CANONICAL)
        if case is not None:
            options["cases"] = [case]
        return check(load(mine) if isinstance(mine, str) else mine, **options)


def make_case(what: Any, n_samples: int | None = None, settings: Mapping[str, Any] | None = None, **more: Any) -> Case:
    """A Case of an id; or drawn from sizes, N and settings."""
    if isinstance(what, Case):
        return what
    if isinstance(what, str):
        return Case.parse(what)
    return Case.draw(what, 7 if n_samples is None else n_samples, **{**(settings or {}), **more})
