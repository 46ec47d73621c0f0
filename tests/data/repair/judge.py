"""Judge what readers made of the repair trial: `python judge.py OUT` checks every OUT/NN/repaired.py."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from trial import checked, how_named

from crosscheck.finding import AGREES


def main(arguments: list[str]) -> int:
    """One line for each repair, and totals; 0 if at least nine of ten agree."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    out = Path(arguments[0])
    key = json.loads((out / "key.json").read_text(encoding="utf-8"))
    named, repaired, tried = 0, 0, 0
    for number, row in sorted(key.items()):
        how = how_named(row["id"], tuple(row["first"]), tuple(tuple(other) for other in row["equals"]))
        after = verdict_after(out / number / "repaired.py", row["network"])
        named += how != "not named"
        tried += after != MISSING
        repaired += after == AGREES
        first = " + ".join(row["first"]) or "unknown"
        print(f"{number}  {row['id']:36} {row['verdict']:22} {first} ({how})  ->  {after}", flush=True)
    print(f"\n{len(key)} mistakes: {named} named, {tried} repairs handed in, {repaired} of them agree")
    return 0 if repaired >= 0.9 * len(key) else 1


MISSING = "no repaired.py"


def verdict_after(file: Path, network: str) -> str:
    """The verdict on a repaired file."""
    return checked(network, file.read_text(encoding="utf-8")).verdict if file.exists() else MISSING


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
