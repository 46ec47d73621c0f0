"""One layout held against the reference in one problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.conventions import Conventions
from crosscheck.pair import layout_conventions, name_of, run_layout
from crosscheck.pair_fused import CONVENTIONS, FUSED, run_fused
from crosscheck.record import Record
from crosscheck.report.report import Report

Layout = str | ModuleType


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


def conventions_of(layout: Layout) -> Conventions:
    """How a network of manual_mlp stores its arrays."""
    return CONVENTIONS if layout == FUSED else layout_conventions(layout)


def compared(layout: Layout, case: Case, truth: Record, where: str = "", joint: bool = True) -> Comparison:
    """Run a layout on a case and hold every number against the reference's run of it."""
    shown = run_fused(case) if layout == FUSED else run_layout(layout, case, joint)
    report = compare(shown, case, conventions_of(layout), truth)
    where = (where or case.id) + ("" if joint else " (the long way)")
    return Comparison(name_of(layout), where, case.dtype, report, case, shown)
