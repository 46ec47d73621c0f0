"""The colour scales: error ÷ bound on a logarithmic one that turns from blue to orange at 1, values around zero."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.ball import Array

Bytes = NDArray[np.uint8]

LOW, HIGH = -3.0, 3.0  # of log10(error ÷ bound); what is beyond has the colour at the end
SHADES = 254
NOT_FINITE = 254  # the index of the colour for NaN and infinity
MAGENTA = (214, 0, 170)
CLASSES = ((0.1, "r0"), (0.5, "r1"), (1.0, "r2"), (10.0, "r3"), (1e3, "r4"))


@cache
def ratio_palette() -> Bytes:
    """(256, 3): light to dark blue up to 1, yellow to dark red above."""
    from matplotlib import colormaps

    half = SHADES // 2
    inside = colormaps["Blues"](np.linspace(0.12, 0.72, half))
    outside = colormaps["YlOrRd"](np.linspace(0.35, 1.0, half))
    return filled(np.concatenate([inside, outside]))


@cache
def value_palette() -> Bytes:
    """(256, 3): from purple over white to green."""
    from matplotlib import colormaps

    return filled(colormaps["PRGn"](np.linspace(0.04, 0.96, SHADES)))


def filled(shades: NDArray[Any]) -> Bytes:
    """A palette of 256 colours, the last two for what is not finite."""
    palette = np.empty((256, 3), np.uint8)
    palette[:SHADES] = np.round(255 * shades[:, :3])
    palette[SHADES:] = MAGENTA
    return palette


def ratio_indices(ratio: Array) -> Bytes:
    """Indices into `ratio_palette`; exactly 1 is inside the bound, and infinity is as far out as can be."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (np.log10(ratio) - LOW) / (HIGH - LOW)
    half = SHADES // 2
    inside = np.clip(share * SHADES, 0, half - 1)
    outside = np.clip(share * SHADES, half, SHADES - 1)
    indices = np.where(ratio > 1, outside, inside)
    return np.asarray(np.where(np.isnan(ratio), NOT_FINITE, np.nan_to_num(indices)), np.uint8)


def value_indices(a: Array, greatest: float) -> Bytes:
    """Indices into `value_palette`, which reaches from -greatest to greatest."""
    with np.errstate(invalid="ignore", over="ignore"):
        share = 0.5 + 0.5 * a / greatest if greatest > 0 else np.full(a.shape, 0.5)
    indices = np.clip(np.where(np.isfinite(share), share, 0.0) * SHADES, 0, SHADES - 1)
    return np.asarray(np.where(np.isfinite(a), indices, NOT_FINITE), np.uint8)


def class_of(ratio: float) -> str:
    """The class of the style sheet for a worst error ÷ bound."""
    return next((name for limit, name in CLASSES if ratio <= limit), "r5")


def gradient(palette: Bytes) -> str:
    """A palette as the stops of a CSS gradient, jumps included."""
    at = [*range(0, SHADES // 2, 21), SHADES // 2 - 1, SHADES // 2, *range(SHADES // 2 + 21, SHADES, 21), SHADES - 1]
    stops = (f"#{bytes(palette[i]).hex()} {100 * i / (SHADES - 1):.1f}%" for i in at)
    return ", ".join(stops)
