"""`crosscheck new`: the file it writes is one that `crosscheck check` takes."""

import io
import re
import sys

import pytest

from crosscheck.adapter import Adapter
from crosscheck.check import check
from crosscheck.cli import main
from crosscheck.conventions import BIAS, SAMPLES, WEIGHT
from crosscheck.declaration import declare
from crosscheck.errors import UsageError
from crosscheck.load import load

GIVEN = ["--samples", "columns", "--weight", "out_in", "--bias", "column", "--loss", "mse"]


def error_of(capsys):
    return capsys.readouterr().err


def answer(monkeypatch, *lines):
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_four_questions_are_asked(tmp_path, monkeypatch, capsys):
    answer(monkeypatch, "columns", "out_in", "", "mse tanh identity")
    assert main(["new", str(tmp_path / "net.py")]) == 0
    assert capsys.readouterr().out.count("?") == 4
    d = declare(load(str(tmp_path / "net.py")))
    assert (d.conventions.samples, d.conventions.weight, d.conventions.bias) == ("columns", "out_in", "vector")
    assert (d.activations, d.loss) == (("tanh", "identity"), "mse")


def test_no_answers_take_the_defaults(tmp_path, monkeypatch):
    answer(monkeypatch)
    assert main(["new", str(tmp_path / "net.py")]) == 0
    assert declare(load(str(tmp_path / "net.py"))).loss == "unknown"


def test_options_are_not_asked_for(tmp_path, monkeypatch, capsys):
    answer(monkeypatch)
    assert main(["new", str(tmp_path / "net.py"), *GIVEN, "--activations", "relu", "...", "identity"]) == 0
    assert "?" not in capsys.readouterr().out
    assert declare(load(str(tmp_path / "net.py"))).activations == ("relu", Ellipsis, "identity")


@pytest.mark.parametrize("samples", SAMPLES)
@pytest.mark.parametrize("bias", BIAS)
@pytest.mark.parametrize("weight", WEIGHT)
def test_every_combination_is_a_valid_adapter_or_refused(samples, bias, weight, tmp_path):
    file = tmp_path / "net.py"
    given = ["--samples", samples, "--weight", weight, "--bias", bias, "--loss", "unknown"]
    fits = not bias.startswith("folded") or weight == ("in_out" if bias.endswith("row") else "out_in")
    assert main(["new", str(file), *given]) == (0 if fits else 2)
    assert file.exists() == fits
    if fits:
        assert len(max(file.read_text().splitlines(), key=len)) <= 120
        declare(load(str(file)))


def test_an_existing_file_is_left_alone(tmp_path, capsys):
    file = tmp_path / "net.py"
    file.write_text("mine")
    assert main(["new", str(file), *GIVEN]) == 2
    assert file.read_text() == "mine"
    assert "is there already" in error_of(capsys)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["net.txt", *GIVEN], "no Python file"),
        (["no/such/net.py", *GIVEN], "no folder"),
        (["net.py", *GIVEN, "--name", "a b"], "no name for a class"),
        (["net.py", *GIVEN[:-1], "msee"], "did you mean mse"),
        (["net.py", *GIVEN, "--activations", "tahn", "identity"], "did you mean tanh"),
        (["net.py", *GIVEN[:-1], "bce_sum", "--activations", "tanh", "tanh"], "follows a sigmoid output"),
        (["net.py", *GIVEN, "--activations", "tanh", "..."], "repeats the hidden activation"),
        (["net.py", "--samples", "diagonal"], "invalid choice"),
    ],
)
def test_what_is_refused_writes_nothing(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", *arguments]) == 2
    assert message in error_of(capsys)
    assert not list(tmp_path.iterdir())


def test_a_wrong_answer_is_refused_with_the_valid_ones(tmp_path, monkeypatch, capsys):
    answer(monkeypatch, "rowz")
    assert main(["new", str(tmp_path / "net.py")]) == 2
    assert "expected one of rows, columns" in error_of(capsys)


def test_the_file_says_what_to_fill_in_and_then_agrees(tmp_path):
    file = tmp_path / "net.py"
    given = ["--samples", "rows", "--weight", "in_out", "--bias", "vector", "--loss", "half_sse"]
    assert main(["new", str(file), *given, "--activations", "identity"]) == 0
    with pytest.raises(UsageError, match="fill in build"):
        check(load(str(file)))
    text = file.read_text()
    filled = re.sub(r"        raise NotImplementedError.*\n", "", text)
    filled = filled.replace("# return Network(case.sizes)", "return Network(case.sizes)")
    filled = filled.replace("# net.train(x, y, lr)", "train(net, x, y, lr)")
    file.write_text(filled + TRAIN)
    assert check(load(str(file))).passed


TRAIN = """

class Network:
    def __init__(self, sizes):
        self.W, self.b = [0], [0]


def train(net, x, y, lr):
    d = x @ net.W[0] + net.b[0] - y
    net.W, net.b = [net.W[0] - lr * x.T @ d], [net.b[0] - lr * d.sum(0)]
"""


def test_the_companion_an_unfilled_adapter_is_no_network():
    class Unfilled(Adapter):
        activations = ("identity",)

    with pytest.raises(ValueError, match="lacks build"):
        check(Unfilled)
