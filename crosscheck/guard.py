"""A logarithm kept off zero: where that explains every difference to rounding, the network is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.causes import GUARD
from crosscheck.finding import AGREES, DIFFERS, NOT_JUDGED, Finding
from crosscheck.judge_run import RUN

VALUE = "the logarithm is kept off zero"


def only_a_guard(explained: Sequence[Mapping[str, Any]], findings: Sequence[Finding]) -> str:
    """The remark, where a guard in the logarithm is all that there is; "" otherwise.

    Args:
        explained: as in the JSON; of the first one, every array has to agree to rounding.
        findings: of all cases.
    """
    if not explained or any(d["id"] != GUARD for d in explained[0]["defects"]):
        return ""
    first = explained[0]
    if first["residual_over_bound"] > 1 or any(f.status == DIFFERS and is_beyond(f) for f in findings):
        return ""
    (how,) = {d["variant"] for d in first["defects"]}
    return (
        f"the logarithm is kept off zero ({how}), and the gradient with it: with that in the reference, all "
        "arrays agree to rounding with yours, in every case"
    )


def is_beyond(f: Finding) -> bool:
    """Whether a difference is more than one of numbers: a call that failed, NaN, another shape."""
    return f.stage == RUN or f.index is None or bool(f.n_nonfinite)


def unguarded(findings: Sequence[Finding], why: str) -> tuple[Finding, ...]:
    """The findings with what differs by the guard alone as agreeing; the value of the loss is then not judged."""
    nan = float("nan")  # what was measured is the distance from the reference without the guard
    unmeasured: dict[str, Any] = dict.fromkeys(
        ("error", "bound", "ratio", "local_ratio", "global_ratio", "global_error"), nan
    )
    return tuple(
        f if f.status != DIFFERS
        else replace(f, status=NOT_JUDGED, follows=False, why=VALUE) if f.stage == "loss"
        else replace(f, **unmeasured, status=AGREES, follows=False, why=why, n_out=0)
        for f in findings
    )  # fmt: skip
