"""One candidate in a process of its own: it sleeps until it is its turn. Commands and answers are lines of JSON.

python -m benchmarks.paired.worker CANDIDATE
"""

import contextlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.candidates import CANDIDATES, COMPILED, torch
from benchmarks.environment import kernels
from benchmarks.networks import NETWORKS
from benchmarks.paired import intel

LIMITS = ("limit-numpy", "limit-torch")
WARM_UP_SHARE = 0.1  # of a turn, untimed
MOST_STEPS = 1_000_000


class Worker:
    """The candidate, built for one cell after the other."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.built: Any = None

    def build(self, network: str, activation: str, dtype: str) -> dict[str, Any]:
        """Forget the last cell, and build the candidate for this one."""
        self.built = None
        case = NETWORKS[network].case(activation, dtype)
        if self.name in LIMITS:
            from benchmarks.by_limit import Limit

            self.built = Limit(case, self.name.partition("-")[2])
        else:
            self.built = (CANDIDATES | COMPILED | {intel.NAME: torch})[self.name](case)
        return {}

    def record(self, file: str) -> dict[str, Any]:
        """The first step's arrays, written to an .npz for the judge."""
        np.savez(Path(file), **self.built.record())
        return {}

    def calibrate(self, seconds: float) -> dict[str, Any]:
        """How many steps take about so long."""
        steps, took = 1, 0.0
        repeat(self.built.step, 2)
        while steps < MOST_STEPS:
            took = repeat(self.built.step, steps)
            if took > seconds / 2:
                break
            steps = 2 * steps if took < seconds / 20 else max(steps + 1, round(steps * seconds / took))
        return {"steps": max(1, round(steps * seconds / took))}

    def turn(self, steps: int) -> dict[str, Any]:
        """Seconds a step over so many, after a warm-up that brings caches and clock back to this candidate."""
        repeat(self.built.step, max(1, round(steps * WARM_UP_SHARE)))
        return {"seconds": repeat(self.built.step, steps) / steps}

    def describe(self) -> dict[str, Any]:
        """The libraries' kernels and threads in this process."""
        return {"kernels": kernels()}


def repeat(step: Callable[[], None], times: int) -> float:
    """Seconds that so many steps take together."""
    start = time.perf_counter()
    for _ in range(times):
        step()
    return time.perf_counter() - start


def main() -> None:
    """Answer commands until there are none."""
    worker = Worker(sys.argv[1])
    answers = sys.stdout
    for line in sys.stdin:
        command = json.loads(line)
        # A library that prints must not answer in our place.
        with contextlib.redirect_stdout(sys.stderr):
            try:
                answer = getattr(worker, command.pop("do"))(**command)
            except Exception as error:  # noqa: BLE001 (whatever it is, the other side has to hear of it)
                answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
