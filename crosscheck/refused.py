"""Runs that say more of the adapter than of the network: nothing is judged, and the message says what to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosscheck.blame import CARRIES
from crosscheck.errors import UsageError
from crosscheck.fitting import check_conventions
from crosscheck.script_adapter import is_run_each_step

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.declaration import Declaration
    from crosscheck.run_adapter import Run


def refuse_adapter(adapter: Adapter, runs: Sequence[Run], d: Declaration, first: bool) -> None:
    """UsageError where an adapter breaks off at a line of its own; with the conventions that fit, where some do.

    A `step` that has come back once is right as far as names go: what it raises later is a matter of the numbers.
    """
    if first and not any(run.shown or run.broken or run.failure for run in runs):
        who = type(adapter).__name__
        raise UsageError(f"{who}: neither read nor step shows anything: expected at least W and b, after the update")
    if first and not any(run.shown for run in runs):
        refuse_dtypes(adapter, runs)
    refuse_our_own(adapter, runs)
    for run in runs:
        f = run.failure
        if f is None or not f.adapters or (f.call not in CARRIES and not first):
            continue
        if f.call != "build":
            check_conventions(adapter, run.case, d)
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}: that is the adapter's own doing, so nothing was judged (in "
            f"{run.case.id})"
        )


def refuse_our_own(adapter: Adapter, runs: Sequence[Run]) -> None:
    """UsageError where running a script breaks off in no line of the script: that is not the network's doing."""
    f = next((run.failure for run in runs if run.failure is not None), None)
    if f is not None and is_run_each_step(adapter) and not f.place and isinstance(f.error, Exception):
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}, in no line of {getattr(adapter, 'file', 'the script')}: what the "
            "adapter gives to it was not understood, so nothing was judged. Name its training loop in training, or "
            "stop in front of that with until, and train in a step"
        )


def refuse_dtypes(adapter: Adapter, runs: Sequence[Run]) -> None:
    """UsageError where a network of torch.float32 breaks off at float64 data; in float32 it is a finding if it does."""
    f = next((run.failure for run in runs if run.failure is not None), None)
    if f is not None and runs[0].case.dtype == "float64" and isinstance(f.error, RuntimeError) and mixes_dtypes(f.what):
        raise UsageError(
            f"{type(adapter).__name__}.{f.sentence}: data and parameters are of float64 here, and something of the "
            "network's is not. Check with --dtype float32 (dtype='float32' in crosscheck.check), or make everything of "
            "float64 in build and step: net.double(), or torch.set_default_dtype(torch.float64)"
        )


def mixes_dtypes(what: str) -> bool:
    """Whether it is what torch says of tensors of float32 and float64 in one operation."""
    return all(word in what.lower() for word in ("type", "double", "float"))
