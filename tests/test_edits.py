"""Mistakes that others planted: docs/mistakes.md tells what came out, and it still comes out."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "data" / "edits"
sys.path.insert(0, str(HERE))
run_edits = import_module("run_edits")
sys.path.remove(str(HERE))
EDITS = run_edits.edits()
PAGE = " ".join((Path(__file__).parents[1] / "docs" / "mistakes.md").read_text(encoding="utf-8").split())
SETS = {"Of the first set": "hijkl", "Of the second": "mnopq"}


# `python tests/data/edits/run_edits.py` runs all of them
@pytest.mark.parametrize("edit", [e for e in EDITS if e.name in ("j1m09", "n2m07")], ids=lambda e: e.name)
def test_what_was_not_known_then_is_known_now(edit):
    assert edit.first == "UNKNOWN"
    assert run_edits.said(edit) == edit.now


@pytest.mark.parametrize("name", SETS)
def test_the_page_tells_what_came_out(name):
    found = [e for e in EDITS if e.replace and e.name[0] in SETS[name]]
    assert f"{name}, at the first try: {run_edits.totals([e.first for e in found])}" in PAGE
    assert f"now: {run_edits.totals([e.judged for e in found])}" in PAGE
