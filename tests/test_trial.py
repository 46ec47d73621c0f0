"""The trial with networks never seen before: docs/adapters.md tells what came out, and it still comes out."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "data" / "trial"
sys.path.insert(0, str(HERE))
never_seen = import_module("never_seen")
sys.path.remove(str(HERE))
NETWORKS = never_seen.networks()
PAGE = " ".join((Path(__file__).parents[1] / "docs" / "adapters.md").read_text(encoding="utf-8").split())


# Every sixth of those that were not known at the first try; `python tests/data/trial/never_seen.py` runs all.
@pytest.mark.parametrize("network", [n for n in NETWORKS if n.now != n.first][::6], ids=lambda n: n.name)
def test_what_was_not_known_then_is_known_now(network):
    assert never_seen.checked(network) == network.now


def test_what_is_kept_is_found_in_the_network_and_not_in_its_adapter():
    (found,) = (p for p in never_seen.report_on("h08").probes if p["status"] == "found")
    assert found["place"] == "net_08.py:56 in train_batch"


def test_cases_in_which_it_raises_are_told_beside_the_cause_that_another_shows():
    report = never_seen.report_on("h06")
    (raised,) = (r.text for r in report.remarks if r.kind == "raised")
    assert raised.startswith("9 of the 10 cases are not in the table: there step raised ValueError")
    assert raised.endswith("at net_06.py:49 in backProp")


def test_a_network_that_is_right_is_called_wrong_by_the_totals_when_it_is():
    right = next(n for n in NETWORKS if n.right)
    said = never_seen.totals([(right, never_seen.Result("differs", ()))])
    assert said.startswith("1 networks, 1 right and 0 wrong: the verdict was right for 0")
    assert said.endswith("false alarms: 1")


@pytest.mark.parametrize("number", range(1, len(never_seen.ROUNDS) + 1))
def test_the_page_tells_how_they_fared_in_each_round(number):
    assert never_seen.row(number, never_seen.ROUNDS[number - 1]) in PAGE


def test_the_page_tells_how_they_fared_lately():
    assert never_seen.lately() in PAGE


def test_every_network_is_of_one_round():
    folders = " ".join(never_seen.ROUNDS).split()
    assert sorted(folders) == sorted({n.folder for n in NETWORKS})


def test_the_page_tells_how_they_fared():
    assert f"At the first try, of {never_seen.totals([(n, n.first) for n in NETWORKS])}" in PAGE
    assert f"Now, of {never_seen.totals([(n, n.now) for n in NETWORKS])}" in PAGE
