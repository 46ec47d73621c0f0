"""Nothing is timed before the harness has judged it."""

from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.conventions import Conventions
from crosscheck.finding import DIFFERS
from crosscheck.record import Record


def complaint(
    record: Mapping[str, NDArray[Any]], case: Case, conventions: Conventions, reference: Record | None = None
) -> str | None:
    """What the harness has to say against one step's arrays, in a line; None where it has nothing.

    Single precision at large sizes leaves bounds too wide to judge by: that is no complaint here. The same code is
    judged in double precision, where they are narrow, and there nothing may stay open.
    """
    report = compare(record, case, conventions, reference)
    if report.passed or (case.dtype == "float32" and report.verdict != DIFFERS):
        return None
    worst = next((f for f in report.findings if f.status == DIFFERS), None)
    return f"{case.id}: {report.verdict}" + (f", {worst.name} {worst.why}" if worst else "")
