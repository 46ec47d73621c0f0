"""What a check costs: python -m benchmarks.harness_cost [--write docs/performance.md].

A full check of one case (candidate, reference, both bounds of every array, comparison) next to one training step of
torch's, and both over the number of parameters. Each size has a process of its own with one thread; in it steps and
checks take turns. Times are the thread's CPU time, which others on the machine disturb least; memory is the peak of the
process, less what it had before the case was drawn.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.environment import quiet_environment, versions

MARKERS = "<!-- harness: begin -->", "<!-- harness: end -->"
RECORD = (784, 256, 128, 10)
WIDTHS = (20, 68, 222, 400, 704, 1250, 2234)  # (w, w, w, 10): a thousand to ten million parameters
QUICK = WIDTHS[:5]
N_SAMPLES = 128
GOAL_RATIO, GOAL_SLOPE = 6.0, 1.05
LARGE = 100_000  # parameters: below, the overhead of calls decides
SMALL_NETWORK = "examples/n03_batch.py"


def peak() -> int:
    """Bytes that this process has had at most."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def torch_step(sizes: Sequence[int], case: Any) -> Callable[[], None]:
    """One training step as torch's users write it, in double precision."""
    import torch
    from torch import nn

    torch.set_num_threads(1)
    layers = [m for n, k in pairwise(sizes) for m in (nn.Linear(n, k), nn.ReLU())]
    net = nn.Sequential(*layers[:-1]).double()
    x, y = torch.tensor(case.x), torch.tensor(case.y.argmax(1))
    optimizer, loss = torch.optim.SGD(net.parameters(), lr=0.1), nn.CrossEntropyLoss()

    def step() -> None:
        optimizer.zero_grad()
        loss(net(x), y).backward()
        optimizer.step()

    return step


def measure(sizes: Sequence[int], seconds: float) -> dict[str, Any]:
    """Times and memory of one network, in this process."""
    import torch  # noqa: F401 (so that its own memory is there before)

    from crosscheck.case import Case
    from crosscheck.compare import compare, run_reference
    from crosscheck.conventions import NUMERATOR
    from crosscheck.pair import run_layout

    small = Case.draw((3, 4, 2), 5, activations="relu", loss="cross_entropy_per_sample")
    compare(run_layout("numerator", small), small, NUMERATOR)  # what is loaded on first use
    before = peak()
    case = Case.draw(sizes, N_SAMPLES, activations="relu", loss="cross_entropy_per_sample")
    verdict = compare(run_layout("numerator", case), case, NUMERATOR).verdict
    memory = peak() - before
    parts: dict[str, Callable[[], object]] = {
        "step": torch_step(sizes, case),
        "reference": lambda: run_reference(case),
        "candidate": lambda: run_layout("numerator", case),
        "check": lambda: compare(run_layout("numerator", case), case, NUMERATOR),
    }
    times: dict[str, list[float]] = {name: [] for name in parts}
    end = time.perf_counter() + seconds
    for part in parts.values():
        part()
    while len(times["step"]) < 3 or time.perf_counter() < end:
        for name, part in parts.items():
            start = time.thread_time()
            part()
            times[name].append(time.thread_time() - start)
    ratios = {name: median(t / s for t, s in zip(times[name], times["step"], strict=True)) for name in parts}
    parameters = sum(n * k + k for n, k in pairwise(sizes))
    return {
        "sizes": list(sizes), "parameters": parameters, "verdict": verdict, "rounds": len(times["step"]),
        "seconds": {name: median(t) for name, t in times.items()}, "ratios": ratios, "memory": memory,
    }  # fmt: skip


def in_a_process(sizes: Sequence[int], seconds: float) -> dict[str, Any]:
    """The same in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.harness_cost",
        "--one",
        json.dumps(list(sizes)),
        "--seconds",
        str(seconds),
    ]
    done = subprocess.run(command, env=quiet_environment(1), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def cold_start(times: int = 3) -> float:
    """Seconds of `crosscheck check` of a small network, in a fresh process, everything included."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        command = [sys.executable, "-m", "crosscheck", "check", SMALL_NETWORK]
        subprocess.run(command, env={**os.environ}, capture_output=True, check=True)
        found.append(time.perf_counter() - start)
    return median(found)


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Of the straight line that fits best through the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x0, y0 = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - x0) * (y - y0) for x, y in zip(xs, ys, strict=True)) / sum((x - x0) ** 2 for x in xs)


PAGE = """\
Measured: {versions}; one thread, float64, N = {n}, relu and cross entropy. Command:
`python -m benchmarks.harness_cost --write docs/performance.md`.

**One check of 784-256-128-10** takes {check:.2f} times one training step of torch's (goal: at most {goal_ratio:g};
{check_ms:.1f} ms and {step_ms:.1f} ms, median of {rounds} rounds): {reference:.2f} the reference, {candidate:.2f} the
candidate, {rest:.2f} both bounds and the comparison of every array.

**`crosscheck check` of a small network** (`{network}`), in a fresh process and everything included: {cold:.1f} s (goal:
at most 5).

| network | parameters | torch step, ms | full check, ms | ratio | peak memory, MB | bytes a parameter |
| --- | --: | --: | --: | --: | --: | --: |
{table}

Log-log slope from {large:,} parameters on: {slope_time:.2f} in time, {slope_memory:.2f} in memory (goal: at most
{goal_slope}); {slope_end:.2f} in time between the two largest alone. Below,
the overhead of calls decides. At the slope 1, 100 million parameters take {far_time:.0f} s and
{far_memory:.0f} GB; somewhat more where a layer has more than 4096 inputs: those products are formed in float64."""


def text(record: dict[str, Any], rows: Sequence[dict[str, Any]], cold: float) -> str:
    """Everything that was measured, in Markdown."""
    ratios, seconds, last = record["ratios"], record["seconds"], rows[-1]
    large = [row for row in rows if row["parameters"] >= LARGE]
    times = 1e8 / last["parameters"]
    table = [
        f"| {'-'.join(map(str, row['sizes']))} | {row['parameters']:,} | {row['seconds']['step'] * 1e3:.2f} | "
        f"{row['seconds']['check'] * 1e3:.1f} | {row['ratios']['check']:.1f} | {row['memory'] / 1e6:.0f} | "
        f"{row['memory'] / row['parameters']:.0f} |"
        for row in rows
    ]
    return PAGE.format(
        versions=versions(), n=N_SAMPLES, goal_ratio=GOAL_RATIO, goal_slope=GOAL_SLOPE, large=LARGE, cold=cold,
        network=SMALL_NETWORK, table="\n".join(table), rounds=record["rounds"],
        check=ratios["check"], reference=ratios["reference"], candidate=ratios["candidate"],
        rest=ratios["check"] - ratios["reference"] - ratios["candidate"],
        check_ms=seconds["check"] * 1e3, step_ms=seconds["step"] * 1e3,
        slope_time=slope([(row["parameters"], row["seconds"]["check"]) for row in large]),
        slope_end=slope([(row["parameters"], row["seconds"]["check"]) for row in rows[-2:]]),
        slope_memory=slope([(row["parameters"], row["memory"]) for row in large]),
        far_time=last["seconds"]["check"] * times, far_memory=last["memory"] * times / 1e9,
    )  # fmt: skip


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, help="a page with the two markers")
    parser.add_argument("--quick", action="store_true", help="up to a million parameters")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each network")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(json.loads(arguments.one), arguments.seconds)))
        return 0
    record = in_a_process(RECORD, arguments.seconds)
    rows = [in_a_process((w, w, w, 10), arguments.seconds) for w in (QUICK if arguments.quick else WIDTHS)]
    figures = text(record, rows, cold_start())
    print(figures)
    if arguments.write:
        from crosscheck.markers import write_page

        write_page(arguments.write, {MARKERS: figures})
    return 0


if __name__ == "__main__":
    sys.exit(main())
