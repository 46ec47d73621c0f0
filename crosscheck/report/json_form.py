"""A Report as plain data: the schema of `--json`."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.report.report import Report

SCHEMA_VERSION = 1


def to_dict(report: Report) -> dict[str, Any]:
    """Nested dictionaries, lists, strings and numbers; NaN and infinities as strings, since JSON has none."""
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": report.verdict,
        "factor": plain(None if report.factor is None else dict(report.factor)),
        "factors": plain({name: dict(f) for name, f in report.factors.items()}),
        "exact_for": list(report.exact_for),
        "explanations": [plain(dict(e)) for e in report.explanations],
        "patterns": list(report.patterns),
        "proven": report.proven,
        "findings": [plain(asdict(f)) for f in report.findings],
        "remarks": [asdict(r) for r in report.remarks],
        "not_exposed": list(report.not_exposed),
        "cases": list(report.cases),
        "networks": {case: plain(asdict(network)) for case, network in report.networks.items()},
        "probes": [plain(dict(p)) for p in report.probes],
        "environment": dict(report.environment),
    }


def plain(value: Any) -> Any:
    """JSON's own types."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
