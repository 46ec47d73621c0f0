"""What cannot be told apart, written down so that it cannot grow unseen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from crosscheck.mutants.candidate import VISIBILITIES
from crosscheck.mutants.classes import Class, groups, largest

FILE = "classes.json"


def frozen() -> dict[str, dict[str, list[str]]]:
    """Network -> visibility -> groups of ids with the same numbers."""
    text = (files("crosscheck.mutants") / FILE).read_text(encoding="utf-8")
    return dict(json.loads(text))


def by_name(found: Sequence[Class]) -> dict[str, dict[str, list[str]]]:
    """The same form, of what was computed."""
    from crosscheck.mutants.networks import NETWORKS

    numbers = sorted({c.network for c in found})
    return {
        NETWORKS[n].name: {v: groups(c for c in found if (c.network, c.visibility) == (n, v)) for v in VISIBILITIES}
        for n in numbers
    }


def freeze(found: Sequence[Class]) -> None:
    """Write the file; the networks that were not looked at stay as they are."""
    path = Path(str(files("crosscheck.mutants") / FILE))
    kept = frozen() if path.exists() else {}
    text = json.dumps({**kept, **by_name(found)}, indent=1, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


__all__ = ["by_name", "freeze", "frozen", "largest"]
