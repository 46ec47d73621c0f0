"""The main job: it passes on our own layouts, and says so honestly when it should not."""

import json
from argparse import ArgumentParser
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from crosscheck.case import Case
from crosscheck.compare import compare, run_reference
from crosscheck.errors import UsageError
from crosscheck.pair import LAYOUTS
from crosscheck.pair_fused import run_fused
from crosscheck.verify import command, job
from crosscheck.verify.comparison import Comparison, compared
from crosscheck.verify.digits import digits
from crosscheck.verify.free_run import free_run, networks
from crosscheck.verify.grid import DTYPES, HIDDEN, SIZES, N, grid_cases
from crosscheck.verify.outcome import FreeRun
from crosscheck.verify.own import NETWORKS, own
from crosscheck.verify.runners import LayoutRunner
from crosscheck.verify.tally import Tally
from crosscheck.vocabulary import LOSSES
from manual_mlp import denominator, numerator
from tests import documents


def verify(*arguments, layouts=None):
    parser = ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(["--quick", "--epochs", "1", *arguments]), layouts)


def edited(module, old, new):
    """A copy of a layout with one line changed."""
    source = Path(module.__file__).read_text()
    assert source.count(old) == 1
    copy = ModuleType("edited")
    exec(compile(source.replace(old, new), "edited.py", "exec"), copy.__dict__)
    return copy


def dead_case():
    """No unit of the hidden layer is active: there is no gradient to compare."""
    case = Case.draw((3, 5, 2), 7, activations="relu")
    assert case.biases is not None
    return case.with_(x=np.abs(case.x), weights=[-np.abs(case.weights[0]), case.weights[1]],
                      biases=[-np.abs(case.biases[0]), case.biases[1]])  # fmt: skip


def test_both_layouts_agree(capsys, tmp_path):
    out, page = tmp_path / "found.json", tmp_path / "found.html"
    assert verify("--json", str(out), "--html", str(page)) == 0
    text = capsys.readouterr()
    assert text.out.splitlines()[-1].startswith("AGREES: ")
    assert max(map(len, text.out.splitlines())) <= 80
    for quantity in ("Z", "A", "output", "loss", "d_output", "dZ", "dW", "db", "dA", "dX", "W'", "b'"):
        assert f"\n{quantity} " in text.out
    assert "digits in lockstep, float64, steps        45 done" in text.err
    assert "\x1b" not in text.out + text.err
    # README.md shows a part of it, as it is today but for the numbers
    assert documents.shape_of_verify(documents.verify_shown()) <= documents.shape_of_verify(text.out)

    found = json.loads(out.read_text())
    assert (found["verdict"], found["findings"], found["counts"]["arrays_that_differ"]) == ("agrees", [], 0)
    (run,) = found["free_running"]
    assert len(run["moments"]) == 45
    assert len(set(run["accuracy"].values())) == 1
    line = next(q for q in found["quantities"] if q["name"] == "dW")
    worst = line["torch"]["float64"]["worst"]
    assert 0 < worst["ratio"] < 1
    assert worst["error"] == pytest.approx(worst["ratio"] * worst["bound"])
    assert line["torch"]["float64"]["sharpness"] < 1e-8
    assert run["moments"][-1]["losses"]["PyTorch"] < run["moments"][0]["losses"]["PyTorch"]

    shown = page.read_text(encoding="utf-8")
    assert shown.count('class="graph tab-panel"') == len(NETWORKS)
    assert all(f'data-title="{layout}, digits in float64, training step 1"' in shown for layout in LAYOUTS)
    assert all(title in shown for title in ("Loss, float64", "Drift of the parameters, float64", "Held-out digits"))


@pytest.mark.parametrize(
    ("module", "old", "new", "name"),
    [
        (numerator, "dW = A_in[i].T @ dZ ", "dW = A_in[i].T @ dZ * (1 + 1e-9) ", "dW2"),
        (denominator, "z = z + b[i] ", "z = z + b[i] * (1 + 1e-9) ", "Z1"),
        (numerator, "dZ = dA * df(Z[i]) ", "dZ = dA * df(A[i]) ", "dZ1"),
    ],
)
def test_a_planted_mistake_is_shown_and_fails(module, old, new, name, capsys):
    other = "denominator" if module is numerator else "numerator"
    assert verify(layouts=(edited(module, old, new), other)) == 1
    text = capsys.readouterr().out
    assert text.splitlines()[-1].startswith("DIFFERS: ")
    assert max(map(len, text.splitlines())) <= 80
    layout = module.__name__.rpartition(".")[2]
    assert f"The first that differs: {layout}, digits in float64, training step 1" in text
    assert f"first difference: {name} " in text
    assert "OUT from step 1 on" in text
    # the line of the quantity ends in how many of its arrays are out
    line = next(x for x in text.splitlines() if x.startswith(f"{name[:-1]} "))
    assert int(line.split()[-1]) > 0


def test_what_a_planted_mistake_writes_as_json(tmp_path):
    out = tmp_path / "found.json"
    verify("--json", str(out), layouts=(edited(numerator, "dA = dZ @ W[i].T ", "dA = dZ @ W[i].T * 1.5 "), numerator))
    found = json.loads(out.read_text())
    assert found["verdict"] == "differs"
    assert found["layout"] == "numerator"
    first = next(f for f in found["findings"] if f["status"] == "differs")
    assert (first["name"], first["follows"]) == ("dA1", False)


def test_the_loss_counts():
    case = Case.draw((3, 5, 2), 7)
    truth = run_reference(case)
    wrong = dict(truth) | {"loss": truth["loss"] * (1 + 1e-9)}
    comparison = Comparison("numerator", case.id, case.dtype, compare(wrong, case, reference=truth))
    tally = Tally()
    tally.take([compared(own("numerator"), case, truth), comparison])
    assert tally.first_difference is comparison
    assert {q.name: q.differ for q in tally.quantities()}["loss"] == 1


def test_what_could_not_have_failed_is_counted_apart(monkeypatch, capsys):
    monkeypatch.setattr(job, "grid_cases", lambda *_: [dead_case()])
    assert verify("-v") == 1
    text = capsys.readouterr().out
    assert text.splitlines()[-1].startswith("NOT JUDGED: 3 comparisons could not have failed")
    assert "dW1 numerator" in text
    assert "zero in every element" in text


def test_not_a_number_is_out():
    case = Case.draw((3, 5, 2), 7)
    module = edited(numerator, "dX = dA ", "dX = dA * float('nan') ")
    tally = Tally()
    tally.take([compared(own(module), case, run_reference(case))])
    line = next(q for q in tally.quantities() if q.name == "dX")
    assert line.differ == 1
    assert line.own.worst is not None
    assert line.own.worst.ratio == float("inf")


@pytest.mark.parametrize("at", [1, 30])
def test_a_drift_out_of_its_bound_is_seen(at):
    class Slipping(LayoutRunner):
        def parameters(self):
            p = super().parameters()
            p["W1"] = p["W1"].copy()
            p["W1"][3, 5] += 1e-3 * (self.steps >= at)
            return p

        steps = 0

        def step(self, rows):
            self.steps += 1
            super().step(rows)

    problem = digits(0, 1, "float64")
    nets = networks(problem, LAYOUTS)
    nets = type(nets)(nets.torch, (nets.layouts[0], Slipping("denominator", problem)), nets.permuted)
    moments = tuple(free_run(problem, nets, 1))
    run = FreeRun("float64", moments, {})
    assert not run.passed
    first = next(m for m in moments if m.ratio > 1)
    assert first.step == at
    assert first.worst == "denominator W1'[3, 5]"


def test_free_networks_keep_within_the_bound():
    problem = digits(3, 1, "float64")
    run = FreeRun("float64", tuple(free_run(problem, networks(problem, LAYOUTS), 4)), {})
    assert run.passed
    assert run.n_judged == len(problem.batches)
    assert run.n_from_start >= 10
    assert run.moments[0].bound < 1e-12


def test_the_grid_holds_every_combination():
    cases = grid_cases(0)
    assert len({c.id for c in cases}) == len(cases)
    hidden = {(c.activations[0], c.loss, c.n_layers, c.dtype) for c in cases}
    for f in HIDDEN:
        for loss in LOSSES:
            assert {(f, loss, depth, dtype) for depth in (2, 3, 4) for dtype in DTYPES} <= hidden
    assert {c.n_layers for c in cases} == set(SIZES)
    assert {c.n_samples for c in cases} == {N}
    assert any(c.steps == 3 and c.momentum for c in cases)


@pytest.mark.parametrize("arguments", [("--epochs", "0"), ("--seed", "-1"), ("--json", "/nowhere/at/all.json")])
def test_bad_arguments_are_refused_at_once(arguments, capsys):
    with pytest.raises(UsageError, match=r"expected|no folder"):
        verify(*arguments)
    assert capsys.readouterr().out == ""


def test_the_fast_network_is_held_against_pytorch_too(capsys, monkeypatch):
    def wrong(case):
        shown = run_fused(case)
        return shown | {"dW2": shown["dW2"] * (1 + 1e-9)}

    monkeypatch.setattr("crosscheck.verify.own.run_fused", wrong)
    assert verify("-q", layouts=("fused",)) == 1
    assert "DIFFERS" in capsys.readouterr().out
