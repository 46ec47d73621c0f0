"""The comparison itself: candidates take turns, round by round, each in a process of its own."""

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.correct import complaint
from benchmarks.networks import NETWORKS
from benchmarks.paired.processes import Process
from crosscheck.compare import run_reference
from crosscheck.conventions import CANONICAL, DENOMINATOR, NUMERATOR

LIMITS = ("limit-numpy", "limit-torch")
CONVENTIONS = {"numerator": NUMERATOR, "sklearn": NUMERATOR, "denominator": DENOMINATOR, "fused": DENOMINATOR}
# The worker threads of OpenBLAS and OpenMP spin on for a while after their last call.
SPIN_SECONDS = 0.15


@dataclass(frozen=True)
class Cell:
    """One network, activation and dtype, on so many threads."""

    network: str
    activation: str
    dtype: str
    threads: int


@dataclass(frozen=True)
class Effort:
    """How many rounds, and for how long each turn lasts, in seconds."""

    rounds: int
    turn: float


def measure(cell: Cell, processes: Mapping[str, Process], effort: Effort, seed: int = 0) -> dict[str, list[float]]:
    """Candidate to its seconds a step, round by round. Everybody else sleeps; the order is shuffled in every round."""
    steps = {name: process.ask("calibrate", seconds=effort.turn)["steps"] for name, process in processes.items()}
    order = np.random.RandomState(seed)
    seconds: dict[str, list[float]] = {name: [] for name in processes}
    for _ in range(effort.rounds):
        for name in order.permutation(sorted(processes)):
            if cell.threads > 1:
                time.sleep(SPIN_SECONDS)
            seconds[str(name)].append(processes[str(name)].ask("turn", steps=steps[str(name)])["seconds"])
    return seconds


def build(cell: Cell, processes: Mapping[str, Process], dtype: str) -> None:
    """Every candidate gets the cell's network, in this dtype."""
    for process in processes.values():
        process.ask("build", network=cell.network, activation=cell.activation, dtype=dtype)


def judge(cell: Cell, processes: Mapping[str, Process], dtype: str) -> None:
    """The harness looks at one step of every candidate. Raises RuntimeError for the first that is wrong."""
    case = NETWORKS[cell.network].case(cell.activation, dtype)
    truth = run_reference(case)
    for name, process in processes.items():
        if name in LIMITS:
            continue
        judged_as, reference = case, truth
        if name == "sklearn" and not case.loss.startswith("cross_entropy"):
            # Its squares have a scale of their own; the gradient is that of half the sum of squares per sample.
            judged_as = case.with_(loss="half_sse_per_sample")
            reference = run_reference(judged_as)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "record.npz"
            process.ask("record", file=str(file))
            with np.load(file) as arrays:
                found = complaint(dict(arrays), judged_as, CONVENTIONS.get(name, CANONICAL), reference)
        if found:
            raise RuntimeError(f"{name} is wrong and is not timed: {found}")


def run(
    cells: Sequence[Cell], processes: Mapping[str, Process], effort: Effort, say: Callable[[str], None]
) -> list[dict[str, Any]]:
    """Judge and measure every cell.

    In each cell the candidates are judged in its dtype. Single precision leaves the large cells open (their bounds are
    too wide), so that the first cell of every network is judged in double precision as well.
    """
    results = []
    seen: set[str] = set()
    for i, cell in enumerate(cells, 1):
        say(f"{i}/{len(cells)} {cell.network} {cell.activation} {cell.dtype}, {cell.threads} thread(s)")
        if cell.network not in seen and cell.dtype != "float64":
            build(cell, processes, "float64")
            judge(cell, processes, "float64")
        seen.add(cell.network)
        build(cell, processes, cell.dtype)
        judge(cell, processes, cell.dtype)
        # The records moved the parameters: begin again.
        build(cell, processes, cell.dtype)
        results.append({**asdict(cell), "seconds": measure(cell, processes, effort, seed=i)})
    return results
