"""Generated figures in a Markdown page: between two markers, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from crosscheck.atomic import write_atomically
from crosscheck.errors import UsageError

Markers: TypeAlias = tuple[str, str]  # where the figures begin, and where they end


def between(document: str, markers: Markers, figures: str, name: str) -> str:
    """The document with new figures between its markers; UsageError where they are not there once and in order."""
    begin, end = markers
    before, found, rest = document.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed or begin in rest or end in before + after:
        raise UsageError(f"{name} needs one line {begin} and then one line {end}: put them where the figures belong")
    return f"{before}{begin}\n\n{figures}\n\n{end}{after}"


def read_page(page: str | Path, *markers: Markers) -> str:
    """The page's text; UsageError where it cannot be read or lacks a pair of markers. To be called before long work."""
    try:
        text = Path(page).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {page}: {error.strerror or error}") from error
    for pair in markers:
        between(text, pair, "", str(page))
    return text


def write_page(page: str | Path, figures: Mapping[Markers, str]) -> None:
    """Put figures between their markers, all of them or none; UsageError as `read_page`, or where it cannot write."""
    text = read_page(page, *figures)
    for markers, new in figures.items():
        text = between(text, markers, new, str(page))
    write_atomically(page, text.encode())
