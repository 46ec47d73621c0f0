"""Write the repair trial: `python make.py OUT`.

OUT/NN/network.py is a flawed network, OUT/NN/report.txt what `crosscheck check` says of it. These two are what a reader
gets, who writes OUT/NN/repaired.py. OUT/key.json says which mistake each one has; readers do not see it.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import asdict
from pathlib import Path

from trial import checked, edits, how_named

SEED = 5  # of the order


def main(arguments: list[str]) -> int:
    """Every edit in shuffled order; one line each."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    out = Path(arguments[0])
    table = edits()
    random.Random(SEED).shuffle(table)
    key = {}
    for number, edit in enumerate(table, 1):
        folder = out / f"{number:02}"
        folder.mkdir(parents=True, exist_ok=True)
        source = edit.flawed()
        found = checked(edit.network, source)
        (folder / "network.py").write_text(source, encoding="utf-8")
        (folder / "report.txt").write_text(found.text + "\n", encoding="utf-8")
        saw = {name: value for name, value in asdict(found).items() if name != "text"}
        key[folder.name] = {"id": edit.id, "network": edit.network, **saw}
        (out / "key.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")
        how = how_named(edit.id, found.first, found.equals)
        print(folder.name, edit.id, found.verdict, " + ".join(found.first) or "unknown", how, sep="  ", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
