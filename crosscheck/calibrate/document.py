"""The figures' place in docs/tolerance.md."""

from __future__ import annotations

from pathlib import Path

from crosscheck.atomic import write_atomically
from crosscheck.errors import UsageError

BEGIN, END = "<!-- calibrate:begin -->", "<!-- calibrate:end -->"


def replaced(document: str, figures: str, name: str) -> str:
    """The document with new figures between its markers; UsageError where they are not there once and in order."""
    before, found, rest = document.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not found or not closed or BEGIN in rest or END in after:
        raise UsageError(f"{name} needs {BEGIN} and then {END}, once each: put them where the figures belong")
    return f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}"


def read_document(path: str) -> str:
    """The document; UsageError where it cannot be read. Read before the run, which takes minutes."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error
    replaced(text, "", path)
    return text


def write_figures(path: str, figures: str) -> None:
    """Put the figures between the markers."""
    write_atomically(path, replaced(read_document(path), figures, path).encode())
