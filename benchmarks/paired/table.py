"""The comparison as a table in Markdown."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.networks import NETWORKS
from benchmarks.paired.statistics import Ratio, geometric_mean, ratio

BASELINE = "torch"
LIMITS = ("limit-numpy", "limit-torch")


def limit(cell: dict[str, Any]) -> list[float]:
    """The machine's own limit, round by round: by whichever BLAS has the smaller median in this cell."""
    faster: list[float] = min((cell["seconds"][name] for name in LIMITS), key=lambda s: float(np.median(s)))
    return faster


def others(cells: Sequence[dict[str, Any]]) -> list[str]:
    """Every candidate but the baseline and the limits."""
    return [name for name in cells[0]["seconds"] if name not in (BASELINE, *LIMITS)]


def against(cell: dict[str, Any], name: str, base: str = BASELINE) -> Ratio:
    """How many times faster a candidate is than the base."""
    return ratio(cell["seconds"][base], cell["seconds"][name])


def share_of_limit(cell: dict[str, Any], name: str) -> float:
    """The limit's time as a share of the candidate's."""
    return ratio(limit(cell), cell["seconds"][name]).median


def markdown(cells: Sequence[dict[str, Any]]) -> str:
    """One line a cell: torch's time, how many times faster each other one is, and the share of the limit."""
    names = others(cells)
    head = ["network", "N", "activation", "torch, µs", *names, "fused: share of the limit"]
    lines = ["| " + " | ".join(head) + " |", "|---|---:|---|" + "---:|" * (len(names) + 2)]
    for cell in cells:
        base = float(np.median(cell["seconds"][BASELINE])) * 1e6
        ratios = [show(against(cell, name), bold=name == "fused") for name in names]
        first = [cell["network"], str(NETWORKS[cell["network"]].samples), cell["activation"], f"{base:,.4g}"]
        lines.append("| " + " | ".join([*first, *ratios, f"{share_of_limit(cell, 'fused'):.2f}"]) + " |")
    means = [geometric_mean([against(cell, name).median for cell in cells]) for name in names]
    lines.append("| geometric mean | | | | " + " | ".join(f"{m:.2f}" for m in means) + " | |")
    return "\n".join(lines)


def show(r: Ratio, bold: bool) -> str:
    """The ratio, with its interval for the candidate that matters."""
    return f"**{r.median:.2f}** ({r.low:.2f}–{r.high:.2f})" if bold else f"{r.median:.2f}"
