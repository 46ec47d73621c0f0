"""Networks measured side by side, one BLAS thread each."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

from crosscheck.calibrate.measure import Plan, measure
from crosscheck.calibrate.tally import Tally, merge, tally
from crosscheck.processes import one_thread, processes

CHUNK = 25


def calibrate(plan: Plan, networks: int, workers: int) -> Tally:
    """Measure the networks 0, 1, 2 ... of a plan; the order in which they are done changes nothing."""
    chunks = [range(i, min(i + CHUNK, networks)) for i in range(0, networks, CHUNK)]
    if workers <= 1:
        one_thread()
        return merge(progress((measure_chunk(plan, c) for c in chunks), networks))
    with processes(workers) as pool:
        return merge(progress(pool.map(measure_chunk, [plan] * len(chunks), chunks), networks))


def measure_chunk(plan: Plan, numbers: Sequence[int]) -> Tally:
    """Some of the networks."""
    return tally(measure(plan, n) for n in numbers)


def progress(tallies: Iterator[Tally], networks: int) -> Iterator[Tally]:
    """How far it is, on stderr."""
    start, done, alarms = time.monotonic(), 0, 0
    for part in tallies:
        done, alarms = min(done + CHUNK, networks), alarms + part.n_alarms
        seconds = time.monotonic() - start
        line = f"{done} of {networks} networks, {alarms} false alarms, {seconds:.0f} s"
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
        yield part
    print(file=sys.stderr)
