"""The comparison drawn: how many times faster than torch, and the share of the machine's limit, over problem size."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np

from benchmarks.networks import NETWORKS
from benchmarks.paired.statistics import geometric_mean
from benchmarks.paired.table import against, others, share_of_limit

mpl.use("svg")
# Colours that remain distinct for the colour-blind (Okabe, Ito).
COLOURS = {
    "fused": "#D55E00", "numerator": "#0072B2", "denominator": "#56B4E9", "torch-fused-sgd": "#999999",
    "torch-compile": "#009E73", "sklearn": "#CC79A7", "torch-mkl-as-on-intel": "#E69F00", "torch": "#000000",
}  # fmt: skip
FLAT = 0.02


def draw(cells: Sequence[dict[str, Any]], file: Path) -> None:
    """Write the SVG, the same bytes for the same figures."""
    import matplotlib.pyplot as plt

    networks = list(dict.fromkeys(cell["network"] for cell in cells))
    flops = [NETWORKS[n].flops for n in networks]
    settings: Any = {"svg.hashsalt": "crosscheck", "svg.fonttype": "none", "font.size": 10}
    with mpl.rc_context(settings):
        figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.6), constrained_layout=True)
        for name in others(cells):
            means = [mean(cells, n, lambda c, name=name: against(c, name).median) for n in networks]
            left.plot(flops, means, "o-", color=COLOURS.get(name), label=name, lw=2.5 if name == "fused" else 1.2)
        left.axhline(1, color="black", lw=0.8)
        left.set(xscale="log", yscale="log", xlabel="floating-point operations of a step",
                 title="times faster than torch eager")  # fmt: skip
        left.yaxis.set_major_formatter(mpl.ticker.FormatStrFormatter("%g"))
        left.legend(frameon=False, fontsize=9)
        for name in ("torch", *others(cells)):
            shares = [mean(cells, n, lambda c, name=name: share_of_limit(c, name)) for n in networks]
            right.plot(flops, shares, "o-", color=COLOURS.get(name), lw=2.5 if name == "fused" else 1.2, label=name)
        right.set(xscale="log", ylim=(0, 1.05), xlabel="floating-point operations of a step",
                  title="share of the machine's limit (matrix products alone)")  # fmt: skip
        for axes in (left, right):
            axes.grid(visible=True, alpha=0.25)
            top = axes.secondary_xaxis("top")
            top.set_xticks(flops, networks, rotation=30, ha="left", fontsize=8)
            top.minorticks_off()
        figure.savefig(file, metadata={"Date": None})
        plt.close(figure)


def mean(cells: Sequence[dict[str, Any]], network: str, value: Any) -> float:
    """Over the activations."""
    values = [value(cell) for cell in cells if cell["network"] == network]
    return geometric_mean(np.maximum(values, FLAT / 100))
