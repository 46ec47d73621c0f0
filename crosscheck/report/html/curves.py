"""Line plots as inline SVG: the text stays text, and the colours are the page's own, light or dark."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.ball import Array

if TYPE_CHECKING:
    from markupsafe import Markup
    from matplotlib.axes import Axes

# Colours that matplotlib writes, and what the page puts in their place.
INK, GRID = "#010203", "#010204"
LINES = ("#010205", "#010206", "#010207", "#010208", "#010209")
VARIABLES = {INK: "currentColor", GRID: "var(--rule)"} | {c: f"var(--line{i})" for i, c in enumerate(LINES, 1)}
STYLES = ("-", "--", ":", "-.", (0, (6, 1, 1, 1, 1, 1)))
LARGEST = 1e30  # that is drawn: what diverges goes on to infinity, and no axis does
SIZE = (4.7, 2.9)  # inches at 72 points


@dataclass(frozen=True, eq=False)
class Line:
    """One curve: a name for the legend, and a value for each step; NaN where there is none."""

    name: str
    values: Array


def drawn(ident: str, steps: Sequence[int], lines: Sequence[Line], y_label: str, log: bool) -> Markup:
    """Curves over steps.

    Args:
        ident: unique on the page; the ids inside the drawing begin with it.
        steps: the x axis.
        lines: at most five.
        y_label: with its unit.
        log: whether the y axis is logarithmic; zeros are then left out.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator, NullFormatter

    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": ident, "font.size": 10, "path.simplify": True}):
        figure = Figure(figsize=SIZE, layout="constrained")
        axes = figure.add_subplot()
        for line, colour, style in zip(lines, LINES, STYLES, strict=False):
            values = np.where(np.abs(line.values) <= LARGEST, line.values, np.nan)
            values = np.where(values > 0, values, np.nan) if log else values
            axes.plot(steps, values, color=colour, linestyle=style, linewidth=1.8, label=line.name,
                      marker="o" if len(steps) <= 40 else None, markersize=3)  # fmt: skip
        if log and any(np.any((line.values > 0) & (line.values <= LARGEST)) for line in lines):
            axes.set_yscale("log")
            axes.yaxis.set_major_formatter(
                FuncFormatter(lambda y, _: f"{y:.0e}".replace("e-0", "e-").replace("e+0", "e"))
            )
            axes.yaxis.set_minor_formatter(NullFormatter())
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("training step", color=INK)
        axes.set_ylabel(y_label, color=INK)
        dress(axes)
        figure.legend(
            loc="outside upper center",
            ncols=3 if len(lines) <= 3 else 2,
            frameon=False,
            labelcolor=INK,
            handlelength=2.8,
        )
        figure.patch.set_alpha(0)
        buffer = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(buffer, format="svg", metadata=nothing)
    return inline(ident, buffer.getvalue())


def powers(y: float) -> str:
    """A tick of a logarithmic axis: 1e-12, without raised digits, which would be of another size."""
    return f"{y:g}" if 1e-3 <= y < 1e4 else f"{y:.0e}".replace("e-0", "e-").replace("e+0", "e")


def dress(axes: Axes) -> None:
    """The page's ink, a light grid, no box."""
    axes.patch.set_alpha(0)
    axes.grid(color=GRID, linewidth=0.6)
    axes.tick_params(which="both", colors=INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(INK)


def inline(ident: str, svg: str) -> Markup:
    """Without what only a file of its own needs, hidden from screen readers: a caption and a table stand beside it."""
    from markupsafe import Markup

    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<svg [^>]*viewBox="([^"]*)"[^>]*>', r'<svg viewBox="\1" aria-hidden="true" focusable="false">', svg)
    svg = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{ident}-", svg).replace("xlink:href", "href")
    for written, variable in VARIABLES.items():
        svg = svg.replace(written, variable)
    svg = re.sub(r"font(-family)?: [^;\"]*?(sans-serif|DejaVu[^;\"]*)", "font-size: 10px; font-family: inherit", svg)
    return Markup(re.sub(r"\n\s*", "\n", svg).strip())
