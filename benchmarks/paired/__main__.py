"""The paired comparison: python -m benchmarks.paired [--quick] [--write docs/performance.md]."""

import argparse
import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.candidates import CANDIDATES, COMPILED
from benchmarks.environment import quiet_environment, versions
from benchmarks.networks import ACTIVATIONS, NETWORKS
from benchmarks.paired import intel
from benchmarks.paired.document import groups, write
from benchmarks.paired.goals import goals
from benchmarks.paired.processes import running
from benchmarks.paired.rounds import LIMITS, Cell, Effort, run
from benchmarks.paired.table import markdown

QUICK = Effort(rounds=5, turn=0.01)
FULL = Effort(rounds=15, turn=0.05)
SECOND = Effort(rounds=7, turn=0.03)  # whatever is not the figure of record
QUICK_CANDIDATES = ["numerator", "denominator"]
RESULT = Path(".benchmarks/paired.json")


def plan(arguments: argparse.Namespace) -> list[tuple[list[Cell], Effort]]:
    """What is measured: float32 on one thread, then, unless quick, float64, and float32 on all cores."""
    networks = arguments.networks or [n for n in NETWORKS if not (arguments.quick and n == "1024x4")]
    activations = arguments.activations or (ACTIVATIONS[:1] if arguments.quick else ACTIVATIONS)

    def cells(dtype: str, threads: int) -> list[Cell]:
        return [Cell(n, a, dtype, threads) for n in networks for a in activations]

    if arguments.quick:
        return [(cells("float32", 1), QUICK)]
    if arguments.record:
        return [(cells("float32", 1), FULL)]
    both = [(cells("float32", 1), FULL), (cells("float64", 1), SECOND)]
    cores = os.cpu_count() or 1
    return [*both, (cells("float32", cores), SECOND)] if cores > 1 else both


def compare(parts: list[tuple[list[Cell], Effort]], names: list[str]) -> dict[str, Any]:
    """Measure them all: what `document.text` wants."""
    result: dict[str, Any] = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "versions": versions(),
        "rounds": parts[0][1].rounds,
        "kernels": {},
        "cells": [],
    }
    for cells, effort in parts:
        with running([*names, *LIMITS], cells[0].threads) as processes:
            result["cells"] += run(cells, processes, effort, lambda text: print(text, file=sys.stderr, flush=True))
            result["kernels"] |= {
                f"{name}, {cells[0].threads} thread(s)": processes[name].ask("describe")["kernels"]
                for name in ("fused", "torch")
            }
    return result


def main() -> int:
    """Measure, print, keep, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.paired", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="relu, one thread, few rounds, no compiler: under a minute"
    )
    parser.add_argument("--record", action="store_true", help="the figure of record only: float32, one thread")
    parser.add_argument("--networks", nargs="+", choices=tuple(NETWORKS))
    parser.add_argument("--activations", nargs="+", choices=ACTIVATIONS)
    parser.add_argument("--candidates", nargs="+", choices=(*CANDIDATES, *COMPILED, intel.NAME))
    parser.add_argument(
        "--write", type=Path, metavar="PAGE", help="write the figures into this page, and an SVG beside it"
    )
    parser.add_argument("--from", dest="file", type=Path, metavar="JSON", help="figures measured before")
    arguments = parser.parse_args()

    if arguments.file:
        result = json.loads(arguments.file.read_text(encoding="utf-8"))
    else:
        os.environ.update(quiet_environment(1))
        chosen = arguments.candidates or (
            QUICK_CANDIDATES if arguments.quick else [*CANDIDATES, *COMPILED, *([intel.NAME] if intel.needed() else [])]
        )
        names = list(dict.fromkeys(["torch", "fused", *chosen]))
        start = time.monotonic()
        result = compare(plan(arguments), names)
        print(f"{time.monotonic() - start:.0f} s", file=sys.stderr)
        RESULT.parent.mkdir(exist_ok=True)
        RESULT.write_text(json.dumps(result), encoding="utf-8")
    print(result["versions"])
    for name, kernels in result["kernels"].items():
        print(f"{name}: {', '.join(kernels)}")
    for (dtype, threads), cells in groups(result["cells"]).items():
        print(f"\n{dtype}, {threads} thread(s): times faster than torch eager (medians of per-round ratios)\n")
        print(markdown(cells))
        if (dtype, threads) == ("float32", 1):
            print("\n" + "\n".join(goals(cells)))
    if arguments.write:
        write(result, arguments.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
