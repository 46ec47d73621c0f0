"""Both hand-written layouts next to PyTorch, over the grid: every number of every step inside its own bound."""

from collections import Counter

import pytest

from crosscheck.compare import compare
from crosscheck.finding import AGREES
from crosscheck.pair import layout_conventions, run_layout
from crosscheck.vocabulary import LOSSES
from tests.grid import HIDDEN, SIZES, Entry, grid

GRID = grid()


@pytest.mark.parametrize("entry", GRID, ids=lambda e: e.id)
def test_layout_agrees_with_torch(entry: Entry):
    report = compare(run_layout(entry.layout, entry.case, entry.joint), entry.case, layout_conventions(entry.layout))
    assert report.passed, report
    gradients = {f.name: f.status for f in report.findings if f.name.startswith(("dW", "db"))}
    assert set(gradients.values()) == {AGREES}, report


def test_grid_is_large_and_without_repetition():
    ids = [e.id for e in GRID]
    assert len(set(ids)) == len(ids) >= 2000


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_grid_reaches_every_value_of_every_axis(layout: str):
    cases = [e.case for e in GRID if e.layout == layout]
    assert {c.loss for c in cases} == set(LOSSES)
    assert {c.n_layers for c in cases} == {1, 2, 3, 4, 5}
    assert {(c.sizes, c.n_samples) for c in cases} == set(SIZES.values())
    assert {s for c in cases for s in c.activations} == {*HIDDEN, "softmax"}
    seen = Counter(c.steps for c in cases)
    assert min(seen[1], seen[3]) > 50
