"""The repair trial of docs/mistakes.md: the table holds, the networks are right, repairs are what is said."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "data" / "repair"
sys.path.insert(0, str(HERE))
trial = import_module("trial")  # beside the scripts that use it
sys.path.remove(str(HERE))
checked, how_named = trial.checked, trial.how_named
EDITS, REPAIRED = {e.id: e for e in trial.edits()}, trial.repairs()
PAGE = (Path(__file__).parents[1] / "docs" / "mistakes.md").read_text(encoding="utf-8")


def right(network: str) -> str:
    return (HERE / network / "network.py").read_text(encoding="utf-8")


def test_the_page_tells_how_many():
    assert f"| {len(EDITS)} | 32 | {len(REPAIRED)} |" in PAGE


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_every_edit_can_be_made_and_every_repair_is_another_text(edit):
    assert edit.flawed() != right(edit.network)
    assert REPAIRED[edit.id] != edit.flawed()


@pytest.mark.parametrize("network", ["functions", "columns"])
def test_the_network_is_right_as_it_stands(network):
    assert checked(network, right(network)).verdict == "agrees"


@pytest.mark.parametrize("name", ["softmax-over-batch", "bias-gradient-mean"])
def test_a_mistake_is_named_and_its_repair_agrees(name):
    edit = EDITS[name]
    found = checked(edit.network, edit.flawed())
    assert how_named(name, found.first, found.equals) == "named"
    assert checked(edit.network, REPAIRED[name]).verdict == "agrees"
