"""One layout held against the reference in one problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.record import Record
from crosscheck.report.report import Report
from crosscheck.verify.own import Own


@dataclass(frozen=True)
class Comparison:
    """A report, and where it belongs.

    Attributes:
        layout: numerator, denominator or fused.
        where: a case's id, or the training step of the digits.
        dtype: of the problem.
        case, shown: what was run, and every array of it in the layout's own orientation.
    """

    layout: str
    where: str
    dtype: str
    report: Report
    case: Case | None = field(default=None, compare=False, repr=False)
    shown: Mapping[str, NDArray[Any]] = field(default_factory=dict, compare=False, repr=False)


def compared(network: Own, case: Case, truth: Record, where: str = "") -> Comparison:
    """Run a network on a case and hold every number against the reference's run of it."""
    return held(network, case, truth, network.run(case), where or case.id)


def compared_the_long_way(network: Own, case: Case, truth: Record) -> Comparison:
    """The same, for one that has a second way back: through the derivative of the output."""
    assert network.the_long_way is not None
    return held(network, case, truth, network.the_long_way(case), f"{case.id} (the long way)")


def held(network: Own, case: Case, truth: Record, shown: dict[str, NDArray[Any]], where: str) -> Comparison:
    """What was shown, against the reference."""
    return Comparison(network.name, where, case.dtype, compare(shown, case, network.conventions, truth), case, shown)
