"""The paired comparison: its arithmetic, its page, and a worker that answers. Nothing is timed that matters."""

import json
import sys

import numpy as np
import pytest

from benchmarks.networks import NETWORKS
from benchmarks.paired import __main__ as command
from benchmarks.paired.document import BEGIN, END, write
from benchmarks.paired.goals import goals
from benchmarks.paired.processes import running
from benchmarks.paired.rounds import CONVENTIONS, Cell, Effort, measure, run
from benchmarks.paired.statistics import geometric_mean, ratio
from benchmarks.paired.table import against, limit, markdown, share_of_limit


def cell(network="3-4-1", fused=1e-5, **others):
    """Made-up seconds of five rounds; noise is shared within a round."""
    noise = np.array([1.0, 3.0, 1.0, 2.0, 1.0])
    seconds = {"torch": 2e-4, "fused": fused, "limit-numpy": 4e-6, "limit-torch": 8e-6, **others}
    found = {name: list(s * noise) for name, s in seconds.items()}
    return {"network": network, "activation": "relu", "dtype": "float32", "threads": 1, "seconds": found}


def test_noise_that_a_round_shares_does_not_matter():
    r = ratio([2, 6, 2, 4], [1, 3, 1, 2])
    assert (r.median, r.low, r.high) == (2, 2, 2)


def test_an_interval_holds_its_median():
    random = np.random.RandomState(0)
    r = ratio(random.uniform(2, 3, 15), random.uniform(1, 2, 15))
    assert r.low < r.median < r.high


def test_geometric_mean():
    assert geometric_mean([1, 4]) == pytest.approx(2)


def test_table_and_shares():
    one = cell(numerator=1e-4)
    assert against(one, "fused").median == pytest.approx(20)
    assert limit(one) == one["seconds"]["limit-numpy"]
    assert share_of_limit(one, "fused") == pytest.approx(0.4)
    lines = markdown([one]).splitlines()
    assert lines[2] == "| 3-4-1 | 4 | relu | 200 | **20.00** (20.00–20.00) | 2.00 | 0.40 |"
    assert lines[3] == "| geometric mean | | | | 20.00 | 2.00 | |"


def test_goals_say_where_they_are_missed():
    cells = [cell(fused=1e-5, sklearn=1e-3), cell("1024x4", fused=2.2e-4, sklearn=1e-3)]
    text = "\n".join(goals(cells))
    assert "at least 15 at 3-4-1, in every activation: worst 20.00 (3-4-1 relu), met" in text
    assert "no cell below 1.0 (0.95 at the two largest): worst 0.96 (1024x4 relu), MISSED" in text
    assert "ahead of sklearn in every cell" in text
    assert "MISSED" in text.splitlines()[-1]


def test_a_page_is_written_between_its_markers_only(tmp_path):
    page = tmp_path / "p.md"
    page.write_text(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n", encoding="utf-8")
    result = {"date": "2030-01-01", "versions": "numpy 9", "rounds": 5, "kernels": {"fused": ["openblas"]}}
    write({**result, "cells": [cell()]}, page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "**20.00**" in text
    drawn = (tmp_path / "performance.svg").read_bytes()
    write({**result, "cells": [cell()]}, page)
    assert page.read_text(encoding="utf-8") == text
    assert (tmp_path / "performance.svg").read_bytes() == drawn


def test_a_page_without_markers_is_left_alone(tmp_path):
    page = tmp_path / "p.md"
    page.write_text("text", encoding="utf-8")
    with pytest.raises(ValueError, match="needs one line"):
        write({"cells": [cell()]}, page)
    assert page.read_text(encoding="utf-8") == "text"


def test_processes_judge_and_measure():
    """All of it, on the smallest network."""
    one = Cell("3-4-1", "tanh", "float32", 1)
    names = ["fused", "torch", "limit-numpy", "limit-torch"]
    with running(names, 1) as processes:
        (found,) = run([one], processes, Effort(rounds=2, turn=0.001), lambda _: None)
    assert set(found["seconds"]) == set(names)
    assert all(len(s) == 2 and min(s) > 0 for s in found["seconds"].values())


def test_a_wrong_candidate_is_refused_and_a_failing_one_named(monkeypatch):
    one = Cell("3-4-1", "tanh", "float64", 1)
    with running(["numerator"], 1) as processes:
        with pytest.raises(RuntimeError, match="numerator: KeyError"):
            processes["numerator"].ask("build", network="none", activation="tanh", dtype="float64")
        # Judged under the other layout's conventions, it is wrong.
        monkeypatch.setitem(CONVENTIONS, "numerator", CONVENTIONS["denominator"])
        with pytest.raises(RuntimeError, match="numerator is wrong and is not timed"):
            run([one], processes, Effort(rounds=1, turn=0.001), lambda _: None)


def test_a_dead_process_is_reported():
    with running(["numerator"], 1) as processes:
        process = processes["numerator"]
        process._process.kill()
        process._process.wait()
        with pytest.raises(RuntimeError, match="its process has ended"):
            process.ask("describe")


def test_turns_are_shuffled_and_everybody_gets_one_a_round():
    turns = []

    class Fake:
        def __init__(self, name):
            self.name = name

        def ask(self, do, **_):
            turns.append((self.name, do))
            return {"steps": 1, "seconds": 1.0}

    processes = {name: Fake(name) for name in "abc"}
    measure(Cell("3-4-1", "relu", "float32", 1), processes, Effort(rounds=8, turn=0.1))  # type: ignore[arg-type]
    order = [name for name, do in turns if do == "turn"]
    rounds = ["".join(order[i : i + 3]) for i in range(0, 24, 3)]
    assert {"".join(sorted(r)) for r in rounds} == {"abc"}
    assert len(set(rounds)) > 2


def test_command_prints_figures_that_were_measured_before(tmp_path, capsys, monkeypatch):
    file = tmp_path / "r.json"
    result = {"date": "2030-01-01", "versions": "numpy 9", "rounds": 5, "kernels": {}, "cells": [cell()]}
    file.write_text(json.dumps(result), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["paired", "--from", str(file)])
    assert command.main() == 0
    assert "**20.00**" in capsys.readouterr().out


def test_every_network_is_named_by_its_sizes():
    for name, network in NETWORKS.items():
        assert name in ("-".join(map(str, network.sizes)), "1024x4")
