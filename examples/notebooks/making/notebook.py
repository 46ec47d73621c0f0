"""A notebook as nbformat 4.5 has it, from its source and its outputs; its file the same to the byte each time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from examples.notebooks.making.execute import Output, execute
from examples.notebooks.making.percent import Cell, cells

FOLDER = Path(__file__).parents[1]
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def sources() -> list[Path]:
    """The sources of all notebooks."""
    return sorted(FOLDER.glob("*.py"))


def built(source: Path) -> dict[str, Any]:
    """The notebook of a source, executed.

    Raises:
        ValueError: the source is not in percent form.
        RuntimeError: a cell raised.
    """
    found = cells(source.read_text(encoding="utf-8"))
    return notebook(found, execute(found, source.parent))


def notebook(found: Sequence[Cell], outputs: Sequence[list[Output]]) -> dict[str, Any]:
    """Cells and outputs in the notebook format."""
    result = []
    count = 0
    for number, (cell, shown) in enumerate(zip(found, outputs, strict=True), 1):
        entry: dict[str, Any] = {
            "cell_type": "markdown" if cell.words else "code",
            "id": f"cell-{number:02}",
            "metadata": {"tags": list(cell.tags)} if cell.tags else {},
            "source": cell.text.splitlines(keepends=True),
        }
        if not cell.words:
            count += 1
            entry |= {"execution_count": count, "outputs": [filed(output, count) for output in shown]}
        result.append(dict(sorted(entry.items())))
    return {"cells": result, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def filed(output: Output, count: int) -> Output:
    """An output with its texts as lists of lines, which is what makes a file's changes readable."""
    entry = dict(output)
    if "text" in entry:
        entry["text"] = entry["text"].splitlines(keepends=True)
    if "data" in entry:
        entry["data"] = {
            kind: text if kind == "image/png" else text.splitlines(keepends=True)
            for kind, text in entry["data"].items()
        }
    if entry["output_type"] == "execute_result":
        entry["execution_count"] = count
    return dict(sorted(entry.items()))


def text_of(book: dict[str, Any]) -> str:
    """The file of a notebook."""
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"
