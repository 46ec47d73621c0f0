"""Judge what readers made of the repair trial.

python judge.py OUT     every OUT/NN/repaired.py of a trial that make.py has written
python judge.py         the repairs that docs/mistakes.md tells of, in repairs.toml
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from trial import checked, edits, how_named, repairs

from crosscheck.finding import AGREES

MISSING = "no repaired.py"
GOAL = 0.9  # of the repairs


def main(arguments: list[str]) -> int:
    """One line for each repair, and totals; 0 if at least nine of ten agree."""
    if len(arguments) > 1:
        print(__doc__)
        return 2
    repaired, tried, n = 0, 0, 0
    for before, source, network in of_trial(Path(arguments[0])) if arguments else kept():
        after = MISSING if source is None else checked(network, source).verdict
        n, tried, repaired = n + 1, tried + (after != MISSING), repaired + (after == AGREES)
        print(f"{before}  ->  {after}", flush=True)
    print(f"\n{n} mistakes, {tried} repairs handed in, {repaired} of them agree")
    return 0 if repaired >= GOAL * n else 1


def of_trial(out: Path) -> Iterator[tuple[str, str | None, str]]:
    """What stood in each report, the repaired file where there is one, and which network it is."""
    key = json.loads((out / "key.json").read_text(encoding="utf-8"))
    for number, row in sorted(key.items()):
        how = how_named(row["id"], tuple(row["first"]), tuple(tuple(other) for other in row["equals"]))
        first = " + ".join(row["first"]) or "unknown"
        file = out / number / "repaired.py"
        source = file.read_text(encoding="utf-8") if file.exists() else None
        yield f"{number}  {row['id']:36} {row['verdict']:22} {first} ({how})", source, row["network"]


def kept() -> Iterator[tuple[str, str, str]]:
    """The same of the repairs that are kept here."""
    repaired = repairs()
    for edit in edits():
        yield f"{edit.id:36}", repaired[edit.id], edit.network


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
