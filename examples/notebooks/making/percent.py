"""Notebook sources in the percent form of jupytext: `# %%` begins a cell of code, `# %% [markdown]` one of words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

MARKER = re.compile(r"^# %%(?P<words> \[markdown\])?(?: tags=(?P<tags>\[.*\]))?$")


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook: its text without comment signs, and its tags."""

    words: bool
    text: str
    tags: tuple[str, ...] = ()


def cells(source: str) -> list[Cell]:
    """The cells of a source.

    Raises:
        ValueError: it does not begin with a marker, or a line of a markdown cell is no comment.
    """
    found: list[Cell] = []
    marker: re.Match[str] | None = None
    lines: list[str] = []
    for number, line in enumerate([*source.splitlines(), "# %%"], 1):
        begins = MARKER.match(line)
        if begins is None:
            if marker is None:
                raise ValueError(f"line {number}: expected a marker (# %%), found {line!r}")
            lines.append(uncommented(line, number) if marker["words"] else line)
            continue
        if marker is not None:
            tags = tuple(json.loads(marker["tags"])) if marker["tags"] else ()
            found.append(Cell(bool(marker["words"]), "\n".join(lines).strip("\n"), tags))
        marker, lines = begins, []
    return found


def uncommented(line: str, number: int) -> str:
    """A line of words; ValueError where the comment sign is missing."""
    if line and line != "#" and not line.startswith("# "):
        raise ValueError(f"line {number}: expected a comment in a markdown cell, found {line!r}")
    return line[2:]
