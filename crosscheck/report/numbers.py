"""Errors, bounds and their ratios in few characters."""

from __future__ import annotations

import math

HUGE = 1e30  # a ratio beyond it only says that the bound is next to nothing


def number(value: float, digits: int = 2) -> str:
    """So many digits: 0.12, 1.5e+12; "-" where there is none, "> 1e+30" for what is absurdly large."""
    if math.isnan(value):
        return "-"
    if abs(value) > HUGE:
        return f"{'>' if value > 0 else '<-'}1e+30"
    return f"{value:.{digits}g}"
