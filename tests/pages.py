"""Pages for the tests: a network with a mistake that shows everything, and networks that are deep or wide."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

import crosscheck
from crosscheck.case import Case
from crosscheck.conventions import NUMERATOR
from crosscheck.kept import as_run, with_training
from crosscheck.pair import run_layout
from crosscheck.report.html.article import article
from crosscheck.report.html.graph import graphs_of, judged_elements
from crosscheck.report.html.model import Article, Pasted
from crosscheck.report.html.page import write_page
from crosscheck.report.report import Report

CASE = Case.draw((5, 7, 3), 11, activations=("tanh", "identity"), loss="half_sse", lr=0.125, steps=2, seed=4)
LIMIT = 5_000_000  # bytes


class Wrong(crosscheck.Adapter):
    """Forgets the derivative of the hidden layer."""

    activations, loss, sizes = ("tanh", "identity"), "half_sse", ("n", "h", "k")

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        (W1, W2), (b1, b2) = net["W"], net["b"]
        z1 = x @ W1 + b1
        a1 = np.tanh(z1)
        z2 = a1 @ W2 + b2
        d2 = z2 - y
        d1 = d2 @ W2.T
        shown = {
            "Z": [z1, z2], "A": [a1, z2], "loss": 0.5 * np.sum(d2**2), "dZ": [d1, d2],
            "dW": [x.T @ d1, a1.T @ d2], "db": [d1.sum(axis=0), d2.sum(axis=0)],
        }  # fmt: skip
        for group, gradients in (("W", shown["dW"]), ("b", shown["db"])):
            net[group] = [p - lr * g for p, g in zip(net[group], gradients, strict=True)]
        return shown

    def read(self, net):
        return net


def wrong_article(report: Report) -> Article:
    """Everything that a page can hold, of a report on Wrong."""
    assert report.kept is not None
    return article(
        report,
        "net.py:Wrong",
        kept=with_training(report.kept, Wrong()),
        pasted=Pasted("dW1 is wrong", "import numpy as np\nprint(1)"),
    )


def layout_article(case: Case) -> Article:
    """A network of any size: the hand-written one, in row layout."""
    shown = judged_elements("numerator", as_run(case, NUMERATOR, run_layout("numerator", case)))
    return Article("big", "numerator", "agrees", "good", (), graphs=graphs_of("big", [shown]))


def scaled_case(sizes: tuple[int, ...], n_samples: int) -> Case:
    """Weights small enough for many layers, with which nothing saturates."""
    case = Case.draw(sizes, n_samples, activations=("tanh",) * (len(sizes) - 2) + ("identity",), seed=1)
    scale = [np.sqrt(3 / k) for k, _ in pairwise(sizes)]
    weights = tuple(w / np.max(np.abs(w)) * s for w, s in zip(case.weights, scale, strict=True))
    return case.with_(weights=weights, inputs="data", seed=None)


def written(folder: Path, made: Article) -> Path:
    """The page as a file."""
    file = folder / f"{made.id}.html"
    write_page(file, [made])
    return file
