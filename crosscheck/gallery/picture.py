"""A picture as SVG, written by hand: small, the same bytes everywhere, and readable on light and dark pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import numpy as np

from crosscheck.ball import Array
from crosscheck.gallery.numbers import Numbers

WIDTH, HEIGHT = 640, 176
MAP, TOP, GAP = 120.0, 30.0, 24.0  # the largest heat map, what stands above it, what is between two, in pixels
CELL = 24.0
BLUE, ORANGE, WHITE = (33, 102, 172), (196, 91, 6), (250, 250, 250)
INK, FAINT = "#333", "#bbb"
REACH = 1.5  # how far the axes of the dots go, in units of the largest right update of each parameter
HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
    'font-family="sans-serif" font-size="11">'
)


def picture(n: Numbers, title: str) -> str:
    """The array that changes, as it should be, as it is and their difference; and the updates, right against wrong."""
    difference = n.mistaken - n.right
    most = largest(n.right, n.mistaken)
    maps = (
        ("as it should be", n.right, most, f"{n.name}, " * bool(n.layer) + f"up to {largest(n.right):.2g}"),
        ("as it is", n.mistaken, most, f"up to {largest(n.mistaken):.2g}"),
        ("difference", difference, largest(difference), f"up to {largest(difference):.2g}"),
    )
    lines = [HEAD, f"<title>{escape(title)}</title>"]
    lines.append(f'<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#fff" stroke="#ddd"/>')
    x = GAP / 2
    for above, a, scale, below in maps:
        lines += [*heat_map(a, scale, x), text(x, 18, above, INK), text(x, HEIGHT - 8, below, "#666")]
        x += MAP + GAP
    if n.updates:
        lines += dots(n, x + GAP)
    return "\n".join([*lines, "</svg>", ""])


def largest(*arrays: Array) -> float:
    """The largest magnitude; 1 where everything is zero, so that one can divide by it."""
    return max(float(np.abs(a).max()) for a in arrays) or 1.0


def heat_map(a: Array, scale: float, left: float) -> Iterator[str]:
    """A square for each number: blue below zero, orange above."""
    rows, columns = a.shape
    cell = min(CELL, MAP / columns, MAP / rows)
    yield f'<g stroke="#fff" stroke-width="0.5" transform="translate({left:g} {TOP:g})">'
    for i, j in np.ndindex(rows, columns):
        yield (
            f'<rect x="{j * cell:g}" y="{i * cell:g}" width="{cell:g}" height="{cell:g}" '
            f'fill="{colour(float(a[i, j]) / scale)}"/>'
        )
    yield "</g>"


def colour(share: float) -> str:
    """From blue at -1 over almost white at 0 to orange at 1."""
    strength = min(abs(share), 1.0)
    end = BLUE if share < 0 else ORANGE
    return "#" + "".join(f"{round(w + (e - w) * strength):02x}" for w, e in zip(WHITE, end, strict=True))


def dots(n: Numbers, left: float) -> Iterator[str]:
    """A dot for each parameter: to the right what the step should change it by, upwards what it changes it by."""
    middle, unit = (left + MAP / 2, TOP + MAP / 2), MAP / 2 / REACH
    yield text(left, 18, "the step, right → and wrong ↑", INK)
    yield f'<rect x="{left:g}" y="{TOP:g}" width="{MAP:g}" height="{MAP:g}" fill="none" stroke="{FAINT}"/>'
    yield f'<path d="M{left:g} {TOP + MAP:g}l{MAP:g} {-MAP:g}" stroke="{FAINT}"/>'
    for kind, fill in (("W", INK), ("b", "#c45b06")):
        yield f'<g fill="{fill}" fill-opacity="0.7">'
        for across, up in places([pair for name, pair in n.updates.items() if name[0] == kind]):
            yield f'<circle cx="{middle[0] + unit * across:.1f}" cy="{middle[1] - unit * up:.1f}" r="2.4"/>'
        yield "</g>"
    yield text(left, HEIGHT - 8, "weights", INK)
    yield text(left + 48, HEIGHT - 8, "biases", "#c45b06")


def places(updates: Sequence[tuple[Array, Array]]) -> Iterator[tuple[float, float]]:
    """Where the dots go, in units of the largest right update of their array; what is far out is put on the edge."""
    for right, mistaken in updates:
        scale = largest(right)
        for a, b in zip(right.ravel(), mistaken.ravel(), strict=True):
            yield float(a) / scale, float(np.clip(b / scale, -REACH, REACH))


def text(x: float, y: float, what: str, fill: str) -> str:
    """One line of text."""
    return f'<text x="{x:g}" y="{y:g}" fill="{fill}">{escape(what)}</text>'
