"""Writes the figures into docs/performance.md, between two markers and nowhere else."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.paired.goals import goals
from benchmarks.paired.plot import draw
from benchmarks.paired.table import markdown
from crosscheck.markers import read_page, write_page

MARKERS = BEGIN, END = "<!-- make bench: begin -->", "<!-- make bench: end -->"
IMAGE = "performance.svg"


def groups(cells: Sequence[dict[str, Any]]) -> dict[tuple[str, int], list[dict[str, Any]]]:
    """Cells by dtype and threads, in the order in which they were measured."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for cell in cells:
        found.setdefault((cell["dtype"], cell["threads"]), []).append(cell)
    return found


def text(result: dict[str, Any]) -> str:
    """Everything that was measured, in Markdown."""
    parts = [f"Measured on {result['date']}: {result['versions']}.", ""]
    parts += [f"- {name}: {', '.join(found)}" for name, found in result["kernels"].items()]
    parts += ["", f"{result['rounds']} rounds; every candidate was judged by the harness before it was timed."]
    for (dtype, threads), cells in groups(result["cells"]).items():
        parts += ["", f"### {dtype}, {threads} thread{'s' if threads > 1 else ''}", "", markdown(cells)]
        if (dtype, threads) == ("float32", 1):
            parts += ["", *(f"- {line}" for line in goals(cells))]
    return "\n".join(parts)


def write(result: dict[str, Any], page: Path) -> None:
    """The figures into the page, the drawing beside it. Raises ValueError where the markers are missing."""
    read_page(page, MARKERS)  # before anything is drawn
    record = next(iter(groups(result["cells"]).values()))
    draw(record, page.parent / IMAGE)
    figure = f"![Times faster than torch, and share of the limit, over problem size]({IMAGE})"
    write_page(page, {MARKERS: f"{text(result)}\n\n{figure}"})
