"""How sure a share is: Wilson's interval, and Clopper and Pearson's where nothing or everything was found."""

from __future__ import annotations

import math

Z = 1.959963984540054  # 95 %


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if n == 0:
        return 0.0, 1.0
    p, zz = hits / n, Z * Z / n
    middle, half = p + zz / 2, Z * math.sqrt(p * (1 - p) / n + zz / (4 * n))
    return max(0.0, (middle - half) / (1 + zz)), min(1.0, (middle + half) / (1 + zz))


def at_most(n: int, confidence: float = 0.95) -> float:
    """With 0 hits in n: the share is at most this (Clopper-Pearson, one-sided)."""
    return 1.0 if n == 0 else float(1 - (1 - confidence) ** (1 / n))
