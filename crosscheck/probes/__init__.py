"""Probes: what is looked for beside the numbers, by running the candidate in other ways than the cases do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from crosscheck.candidate_code import CandidateError, describe
from crosscheck.declaration import instance
from crosscheck.errors import UsageError
from crosscheck.probes.applied import gradient_not_applied
from crosscheck.probes.clipped import gradient_clipped
from crosscheck.probes.history import gradients_accumulate, results_depend_on_earlier_calls, stale_cache
from crosscheck.probes.limited import parameters_clipped
from crosscheck.probes.mutation import inputs_mutated
from crosscheck.probes.precision import single_precision_inside
from crosscheck.probes.repeat import nondeterministic
from crosscheck.probes.result import FOUND, NOT_RUN, OK, NotRunError, ProbeResult
from crosscheck.probes.shared import parameters_shared, parameters_shared_with_reference

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case

Probe: TypeAlias = "Callable[[Adapter, Case], ProbeResult]"

# In the order in which one would believe them: memory first, since it invalidates everything else.
PROBES: tuple[Probe, ...] = (
    parameters_shared_with_reference,
    parameters_shared,
    inputs_mutated,
    nondeterministic,
    results_depend_on_earlier_calls,
    gradients_accumulate,
    stale_cache,
    single_precision_inside,
    parameters_clipped,
    gradient_clipped,
    gradient_not_applied,
)


def probe_id(probe: Probe) -> str:
    """A probe's id is its function's name."""
    return probe.__name__.replace("_", "-")


def run_probe(probe: Probe, adapter: Adapter, case: Case) -> ProbeResult:
    """One probe, which never raises: whatever goes wrong is why it was not run."""
    try:
        return probe(adapter, case)
    except NotRunError as why:
        return ProbeResult(probe_id(probe), NOT_RUN, str(why), why.place)
    except CandidateError as error:
        return ProbeResult(probe_id(probe), NOT_RUN, str(error), error.failure.place)
    except UsageError as error:
        return ProbeResult(probe_id(probe), NOT_RUN, str(error))
    except Exception as error:  # noqa: BLE001 (a candidate's objects can raise anything when they are looked at)
        return ProbeResult(probe_id(probe), NOT_RUN, f"the probe itself failed: {describe(error)}")


def run_probes(adapter: Adapter | type[Adapter], case: Case) -> tuple[ProbeResult, ...]:
    """Every probe, on one case.

    Args:
        adapter: the candidate.
        case: the problem; only one step of it is used, and its first sample where the network takes one at a time.

    Raises:
        UsageError: what is handed over is no adapter.
    """
    mine = instance(adapter)
    return tuple(run_probe(probe, mine, case) for probe in PROBES)


__all__ = ["FOUND", "NOT_RUN", "OK", "PROBES", "Probe", "ProbeResult", "run_probe", "run_probes"]
