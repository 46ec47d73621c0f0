"""Forward, backward, SGD step and whole training step of every candidate, judged by the harness before they are timed.

All run in this one process, which is convenient and not fair to torch (see docs/performance.md): the figures of record
are those of the paired comparison. Here a regression of one stage shows.
"""

from functools import cache, lru_cache

import pytest

from benchmarks.candidates import STAGED
from benchmarks.correct import complaint
from benchmarks.networks import NETWORKS
from crosscheck.case import Case
from crosscheck.compare import run_reference
from crosscheck.record import Record

STAGES = ("forward", "backward", "update", "step")
DTYPES = ("float64", "float32")


@lru_cache(maxsize=2)
def reference(network: str, dtype: str) -> tuple[Case, Record]:
    """The Case, and PyTorch's run of it."""
    case = NETWORKS[network].case(dtype=dtype)
    return case, run_reference(case)


@cache
def judged(network: str, candidate: str) -> str | None:
    """The harness's complaint in either dtype, or None."""
    for dtype in DTYPES:
        case, truth = reference(network, dtype)
        built = STAGED[candidate](case)
        found = complaint(built.record(), case, built.conventions, truth)
        if found:
            return found
    return None


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("candidate", STAGED)
@pytest.mark.parametrize("network", NETWORKS)
def test_stage(benchmark, network, candidate, stage):
    assert judged(network, candidate) is None
    built = STAGED[candidate](reference(network, "float32")[0])
    benchmark.group = f"{network}: {stage}"
    benchmark.extra_info.update(network=network, candidate=candidate, stage=stage)
    benchmark(getattr(built, stage))
