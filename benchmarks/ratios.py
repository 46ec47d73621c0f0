"""Prints what pytest-benchmark measured as ratios: how many times faster than torch each NumPy network is."""

import argparse
import json
import sys
from pathlib import Path

BASELINE = "torch"
DEFAULT = Path(".benchmarks/latest.json")


def medians(path: Path) -> dict[tuple[str, str, str], float]:
    """(network, stage, candidate) to the median seconds, in the order of the file."""
    measured = json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
    found = {}
    for one in measured:
        info = one["extra_info"]
        if "stage" in info:
            found[info["network"], info["stage"], info["candidate"]] = one["stats"]["median"]
    return found


def table(times: dict[tuple[str, str, str], float]) -> str:
    """One line for a network and stage: torch's time, then each candidate's ratio to it; above 1 it is faster."""
    others = list(dict.fromkeys(c for _, _, c in times if c != BASELINE))
    lines = [f"{'network':>16} {'stage':>9} {BASELINE + ' in µs':>14}" + "".join(f"{c:>17}" for c in others)]
    for network, stage in dict.fromkeys((n, s) for n, s, _ in times):
        base = times[network, stage, BASELINE]
        ratios = [base / times[network, stage, c] if (network, stage, c) in times else None for c in others]
        cells = "".join(f"{'–':>17}" if r is None else f"{r:>16.2f}×" for r in ratios)
        lines.append(f"{network:>16} {stage:>9} {base * 1e6:>14.1f}{cells}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print the table of a pytest-benchmark file; 2 where there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT, help="what --benchmark-json wrote")
    file = parser.parse_args(arguments).file
    if not file.is_file():
        print(f"{file} does not exist; expected the file of --benchmark-json: run `make bench` first", file=sys.stderr)
        return 2
    print("Times faster than torch (medians; float32, one thread; below 1 it is slower)")
    print(table(medians(file)))
    print("(fused works in place: its backward cannot be repeated alone, and includes a forward)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
