"""Running the cells of a notebook in this process, and collecting what Jupyter would show.

A kernel takes seconds to start and to import torch; thirteen of them would take longer than all that they compute.
tests/test_notebooks.py holds this against a real kernel.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from examples.notebooks.making.percent import Cell

Output = dict[str, Any]


class Printed(io.StringIO):
    """Standard output that says, as a notebook's does, that it takes every character."""

    encoding = "utf-8"


class Printer:
    """What `_repr_pretty_` writes to."""

    def __init__(self) -> None:
        self.written = ""

    def text(self, text: str) -> None:
        """Take over a piece of text."""
        self.written += text


def execute(cells: Sequence[Cell], folder: Path) -> list[list[Output]]:
    """The outputs of each cell, run one after the other in one namespace, in a folder.

    Raises:
        RuntimeError: a cell raised; the message says which one, and shows it.
    """
    namespace: dict[str, Any] = {"__name__": "__main__"}
    outputs: list[list[Output]] = []
    with as_it_was(folder):
        for number, cell in enumerate(cells, 1):
            if cell.words:
                outputs.append([])
                continue
            try:
                outputs.append(run(cell.text, f"<ipython-input-{number}>", namespace))
            except Exception as error:
                raise RuntimeError(f"cell {number} raised {type(error).__name__}: {error}\n\n{cell.text}") from error
    return outputs


def run(text: str, name: str, namespace: dict[str, Any]) -> list[Output]:
    """What one cell prints, the value of its last expression, and the figures that it leaves open."""
    tree = ast.parse(text, filename=name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = Printed()
    data = None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, name, "exec"), namespace)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), name, "eval"), namespace)
            if value is not None and not text.rstrip().endswith(";"):
                data = shown(value)
    outputs: list[Output] = []
    if printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": printed.getvalue()})
    if data is not None:
        outputs.append({"data": data, "metadata": {}, "output_type": "execute_result"})
    return outputs + figures()


def shown(value: object) -> dict[str, str]:
    """A value in the forms in which Jupyter asks for it."""
    data = {}
    if hasattr(value, "_repr_html_"):
        data["text/html"] = value._repr_html_()
    if hasattr(value, "_repr_pretty_"):
        printer = Printer()
        value._repr_pretty_(printer, False)
        return data | {"text/plain": printer.written}
    return data | {"text/plain": repr(value)}


def figures() -> list[Output]:
    """Open figures of matplotlib as PNG; they are closed."""
    plt = sys.modules.get("matplotlib.pyplot")
    found: list[Output] = []
    if plt is None:
        return found
    for number in plt.get_fignums():
        figure, png = plt.figure(number), io.BytesIO()
        figure.savefig(png, format="png", dpi=72, bbox_inches="tight", metadata={"Software": None})
        plt.close(figure)
        data = {"image/png": base64.b64encode(png.getvalue()).decode() + "\n", "text/plain": "<Figure>"}
        found.append({"data": data, "metadata": {}, "output_type": "display_data"})
    return found


@contextlib.contextmanager
def as_it_was(folder: Path) -> Iterator[None]:
    """In a folder, with pictures kept off the screen; what notebooks change in this process is put back afterwards.

    The working directory, sys.path, NumPy's print options and its generator; modules imported from the examples.
    """
    before, path, modules = Path.cwd(), list(sys.path), set(sys.modules)
    backend, options, generator = os.environ.get("MPLBACKEND"), np.get_printoptions(), np.random.get_state()
    os.environ["MPLBACKEND"] = "agg"
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        sys.path[:] = path
        np.set_printoptions(**options)
        np.random.set_state(generator)
        if backend is None:
            del os.environ["MPLBACKEND"]
        else:
            os.environ["MPLBACKEND"] = backend
        for name in set(sys.modules) - modules:
            file = getattr(sys.modules[name], "__file__", None)
            if file and Path(file).resolve().parent == folder.resolve().parent:
                del sys.modules[name]
