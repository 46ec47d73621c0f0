"""Matrices as pixel images, inline."""

from __future__ import annotations

import io
from base64 import b64encode

import numpy as np

from crosscheck.ball import Array
from crosscheck.report.html.colours import Bytes, ratio_indices, ratio_palette, value_indices, value_palette
from crosscheck.report.html.downsample import block, worst_of_blocks
from crosscheck.report.html.elements import Elements
from crosscheck.report.html.model import Picture
from crosscheck.report.html.words import number, signed

WIDTH = 416  # screen pixels that a picture takes at most


def pictures_of(e: Elements, side: int) -> tuple[Picture, ...]:
    """Error ÷ bound, yours, the reference's and the difference; a pixel shows the same element in all four."""
    at = worst_of_blocks(e.ratio, side)
    ratio, yours, reference = (a.ravel()[at] for a in (e.ratio, e.yours, e.reference))
    with np.errstate(invalid="ignore"):
        difference = yours - reference
    greatest = max(largest(e.yours), largest(e.reference))
    apart = largest(difference)
    shape = ratio.shape
    size = extent(shape)
    cell = note(e, side)
    return (
        Picture("ratio", "error ÷ bound", png(ratio_indices(ratio), ratio_palette()), *size, said(e, "error ÷ bound",
                f"from {number(e.ratio.min())} to {number(e.ratio.max())}, above 1 in {int((e.ratio > 1).sum())} of "
                f"{e.ratio.size}"), cell, "", ""),
        Picture("yours", "yours", png(value_indices(yours, greatest), value_palette()), *size,
                said(e, "your values", span(e.yours)), cell, signed(-greatest), signed(greatest)),
        Picture("reference", "PyTorch's", png(value_indices(reference, greatest), value_palette()), *size,
                said(e, "PyTorch's values", span(e.reference)), cell, signed(-greatest), signed(greatest)),
        Picture("difference", "difference", png(value_indices(difference, apart), value_palette()), *size,
                said(e, "yours minus PyTorch's", span(difference)), cell, signed(-apart), signed(apart)),
    )  # fmt: skip


def png(indices: Bytes, palette: Bytes) -> str:
    """A data URI of an image with a palette."""
    from PIL import Image

    rows, columns = indices.shape
    image = Image.frombytes("P", (columns, rows), indices.tobytes())
    image.putpalette(palette.tobytes())
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return f"data:image/png;base64,{b64encode(buffer.getvalue()).decode()}"


def extent(shape: tuple[int, ...]) -> tuple[int, int]:
    """Width and height on the screen: whole pixels an element, as long as there is room."""
    rows, columns = shape
    cell = max(1, min(28, WIDTH // max(rows, columns)))
    return columns * cell, rows * cell


def largest(a: Array) -> float:
    """The greatest magnitude of what is finite."""
    return float(np.max(np.abs(a), initial=0.0, where=np.isfinite(a)))


def span(a: Array) -> str:
    """From where to where the values go."""
    finite = a[np.isfinite(a)]
    if not finite.size:
        return "none of them finite"
    return f"from {signed(float(finite.min()))} to {signed(float(finite.max()))}"


def said(e: Elements, what: str, values: str) -> str:
    """What the image shows, in words."""
    return f"{e.name}, {what}, {e.ratio.shape[0]} by {e.ratio.shape[1]}: {values}"


def note(e: Elements, side: int) -> str:
    """What rows and columns count, and how many elements a pixel stands for."""
    rows, columns = e.ratio.shape
    axes = [f"{rows} rows: {e.rows}"] if e.rows else []
    axes += [f"{columns} columns: {e.columns}"] if e.columns else []
    tall, wide = block(e.ratio.shape, side)
    if tall * wide > 1:
        axes.append(f"a pixel shows the worst of {tall} × {wide} elements")
    return "; ".join(axes)
