"""Mistakes that others planted in networks of their own, and what the harness says of each.

python run_edits.py            all of them, one line each, and the totals
python run_edits.py h1 k2m03   only those whose name begins so

Ten sessions of language models, which knew nothing of the harness, wrote two right networks each, and fourteen
mistakes for each of these: texts to be replaced in its source, each verified to change the numbers. The adapters of h
to l are by the same sessions, those of m to q by others; both had then read README.md and docs/adapters.md only.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
JUDGED = ("NAMED", "NEAR", "UNKNOWN", "WRONG", "MISSED", "NOT RUN")


@dataclass(frozen=True)
class Edit:
    """One mistake, and what was said of it.

    Attributes:
        name: folder, network and number, such as h1m01; h1 is the network without a mistake.
        what: the mistake, in the words of its author.
        replace: old texts, each of which stands in the source once, and what takes their place.
        first: what came out at the first try, as somebody judged it who knows the truth: one of JUDGED. NEAR is a name
            that leads to the line and is another; NOT RUN is a mistake in code that the adapter does not run.
        now: the verdict and the causes that are said now.
        judged: what that is, by the same measure.
    """

    name: str
    what: str
    replace: tuple[tuple[str, str], ...]
    first: str
    now: str
    judged: str


def edits() -> list[Edit]:
    """All of them, the networks without a mistake first."""
    results = tomllib.loads((HERE / "results.toml").read_text(encoding="utf-8"))
    found = []
    for file in sorted(HERE.glob("*/mistakes_*.json")):
        network = f"{file.parent.name}{file.stem[-1]}"
        rows = [{"id": "", "what": "right", "replace": []}, *json.loads(file.read_text(encoding="utf-8"))]
        for row in rows:
            name = f"{network}{row['id']}"
            said = results[name]
            pairs = tuple((old, new) for old, new in row["replace"])
            found.append(Edit(name, row["what"], pairs, said["first"], said["now"], said["judged"]))
    return found


def source(edit: Edit) -> str:
    """The network's text with the mistake in it."""
    text = (HERE / edit.name[0] / f"net_{edit.name[1]}.py").read_text(encoding="utf-8")
    for old, new in edit.replace:
        assert text.count(old) == 1, (edit.name, old)
        text = text.replace(old, new)
    return text


def said(edit: Edit) -> str:
    """The verdict, and the ids of the first explanation with their layers, or of what was found."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"net_{edit.name[1]}.py").write_text(source(edit), encoding="utf-8")
        adapter = f"adapter_{edit.name[1]}.py"
        shutil.copy(HERE / edit.name[0] / adapter, folder)
        command = [sys.executable, "-m", "crosscheck", "check", adapter, "--json", "out.json"]
        one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        subprocess.run(command, cwd=folder, env={**os.environ, **one_thread}, capture_output=True, check=False)
        try:
            report = json.loads((Path(folder) / "out.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return "refused"
    first = [c for e in report["explanations"][:1] for c in e["defects"]]
    causes = [f"{c['id']} @ {','.join(map(str, c['layers']))}" for c in first]
    found = [p["id"] for p in report["probes"] if p["status"] == "found"]
    return ": ".join(filter(None, (report["verdict"], " + ".join(causes or found))))


def totals(judged: Sequence[str]) -> str:
    """How many of the mistakes that were run are named, near, and so on."""
    count = Counter(judged)
    run = len(judged) - count["NOT RUN"]
    parts = ", ".join(f"{count[j]} {j.lower()} ({count[j] / run:.1%})" for j in JUDGED[:-1])
    return f"{run} mistakes: {parts}; {count['NOT RUN']} more in code that the adapters do not run"


def main(names: Sequence[str]) -> int:
    """0 where everything is as results.toml says."""
    chosen = [e for e in edits() if not names or e.name.startswith(tuple(names))]
    changed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for edit, now in zip(chosen, pool.map(said, chosen), strict=True):
            changed += now != edit.now
            print(f"{edit.name:6} {now}{'' if now == edit.now else f'   expected {edit.now}'}", flush=True)
    for title, letters in (("the first five", "hijkl"), ("the others, after what these led to", "mnopq")):
        mistakes = [e for e in chosen if e.replace and e.name[0] in letters]
        if mistakes:
            print(f"\n{title}, at the first try: {totals([e.first for e in mistakes])}")
            print(f"now: {totals([e.judged for e in mistakes])}")
    right = [e for e in chosen if not e.replace]
    print(f"\nright networks: {len(right)}, of which {sum(e.judged == 'NAMED' for e in right)} agree")
    return min(changed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
