"""Arrays that the network was handed to read, and wrote to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.bounds import values
from crosscheck.candidate_code import call, defined_at, guarded
from crosscheck.conventions import samples_to_candidate
from crosscheck.declaration import declare
from crosscheck.handed import hand_over_data
from crosscheck.probes.bench import Trial, names, step_place, suited
from crosscheck.probes.result import FOUND, OK, NotRunError, ProbeResult
from crosscheck.run_adapter import run_adapter

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

WHAT = {"x": "the inputs x", "y": "the targets y", "d_output": "the upstream gradient handed to backward",
        "case": "the Case itself"}  # fmt: skip


def inputs_mutated(adapter: Adapter, case: Case) -> ProbeResult:
    """X, y, the upstream gradient and the Case, before and after.

    The parameters handed to build are the network's own: keeping and changing them is what they are there for.
    """
    me = "inputs-mutated"
    case = suited(adapter, case)
    before = fingerprint(case)
    run = run_adapter(adapter, case)
    if run.failure is not None and not run.mutated:
        raise NotRunError(run.failure.sentence, run.failure.place)
    found = dict(run.mutated)
    if adapter.forward is not None and adapter.backward is not None:
        found |= {name: place for name, place in staged(adapter, case).items() if name not in found}
    if fingerprint(case) != before:
        found["case"] = step_place(adapter)
    if not found:
        return ProbeResult(me, OK, "inputs and targets are the same after the step, bit by bit")
    text = f"{' and '.join(WHAT[n] for n in found)} {'is' if len(found) == 1 else 'are'} written to"
    place = next((p for p in found.values() if p), "") or step_place(adapter)
    return ProbeResult(me, FOUND, text, place, {"written_to": names(found), "places": found})


def staged(adapter: Adapter, case: Case) -> dict[str, str]:
    """Forward alone, then backward alone."""
    d = declare(adapter)
    trial = Trial(adapter, case, d, staged=True)
    found: dict[str, str] = {}
    with guarded():
        trial.build()
        x, _ = hand_over_data(case.x, case.y, d.conventions)
        upstream = samples_to_candidate(d.conventions, np.asarray(values(case)["d_output"], dtype=case.dtype))
        for name, array, method, arguments in (
            ("x", x, adapter.forward, (x,)),
            ("d_output", upstream, adapter.backward, (upstream, case.lr)),
        ):
            kept = array.copy()
            call(method.__name__ if method else name, 1, method or changed, trial.net, *arguments)
            if changed(array, kept):
                found[name] = defined_at(method) if method else ""
    return found


def changed(array: Any, kept: Any) -> bool:
    """Whether an array is no longer what it was."""
    return not np.array_equal(array, kept, equal_nan=True)


def fingerprint(case: Case) -> bytes:
    """Every byte of a Case."""
    return b"".join(a.tobytes() for a in (case.x, case.y, *case.weights, *(case.biases or ())))
