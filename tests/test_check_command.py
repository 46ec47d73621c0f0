"""`crosscheck check`: what comes out, and that code which misbehaves is one line and leaves nothing behind."""

import io
import json
import os
import random
import re
import sys
import textwrap
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

import crosscheck
from crosscheck.case_file import load_case
from crosscheck.cli import main
from crosscheck.commands.check import watched
from crosscheck.isolated import check_isolated
from crosscheck.load import load
from crosscheck.watch import Watch, assigned_at

NETWORK = """
from types import SimpleNamespace
import numpy as np, crosscheck
def sigmoid(z): return 1 / (1 + np.exp(-z))
class Net(crosscheck.Adapter):
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)
    def slope(self, a):
        return a * (1 - a)
    def step(self, net, x, y, lr):
        {step}
        W, b = net.W, net.b
        a1 = sigmoid(x @ W[0] + b[0]); a2 = sigmoid(a1 @ W[1] + b[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ W[1].T * self.slope(a1)
        net.W = [W[0] - lr * x.T @ d1, W[1] - lr * a1.T @ d2]
        net.b = [b[0] - lr * d1.sum(0), b[1] - lr * d2.sum(0)]
    def read(self, net):
        return {{"W": net.W, "b": net.b}}
"""
WRONG = """
class Bad(Net):
    def slope(self, a):
        return sigmoid(a) * (1 - sigmoid(a))
"""
# Some workers are started as always (how they begin and end is theirs to show), the others are copies of one.
forked_workers = pytest.mark.usefixtures("forked")
STARTED = {
    ("top", "import no_such_module"),
    ("step", "import os; os._exit(0)"),
    ("step", "import ctypes; ctypes.string_at(0)"),
}


@pytest.fixture
def _forked_unless_started(request):
    """By what the file does while it is imported, or in its step."""
    if not STARTED & set(request.node.callspec.params.items()):
        request.getfixturevalue("forked")


@pytest.fixture
def write(tmp_path):
    """A file with a network, with lines at its top, in its step and at its end."""

    def written(name="net.py", top="", step="pass", end=""):
        file = tmp_path / name
        file.write_text(textwrap.dedent(top) + NETWORK.format(step=step) + end)
        return str(file)

    return written


def state():
    """What a candidate could change of ours."""
    numpy_state = repr(np.random.get_state())
    return numpy_state, random.getstate(), list(warnings.filters), np.exp, np.geterr(), Path.cwd(), list(sys.path)


def place(file, text):
    """Line of the first occurrence."""
    lines = Path(file).read_text().splitlines()
    return next(i for i, line in enumerate(lines, 1) if text in line)


@forked_workers
def test_right_wrong_and_unusable_in_one_call(write, tmp_path, monkeypatch, capsys):
    file = write(end=WRONG)
    monkeypatch.chdir(tmp_path)
    assert main(["check", f"{file}:Net", file, f"{file}:Bad", "--shrink", "--json", "out.json"]) == 2
    shown = capsys.readouterr()
    right, wrong, again = shown.out.split(f"{file}:Bad")
    assert "AGREES" in right
    assert "DIFFERS" in wrong
    assert again.startswith(" --case net-Bad-shrunk.npz\n")
    assert "import numpy as np\nx, y = " in again
    assert shown.err.count("has 2 adapters: choose one, as in net.py:Net") == 1
    data = json.loads((tmp_path / "out.json").read_text())
    assert data["verdict"] == "differs"
    assert data["reports"][f"{file}:Net"]["verdict"] == "agrees"
    bad = data["reports"][f"{file}:Bad"]
    assert bad["explanations"][0]["defects"][0]["id"] == "derivative-at-activation"
    assert bad["shrunk"]["case"].startswith("1-1-1_N1_")
    assert load_case("net-Bad-shrunk.npz").id == bad["shrunk"]["case"]
    assert "2 adapters" in data["reports"][file]["error"]


def test_a_small_network_is_checked_within_five_seconds_of_processor_time(write, tmp_path, capsys):
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    arguments = ["--only", "W1", "-v", "--steps", "1", "--json", str(tmp_path / "out.json")]
    assert main(["check", write(step="print('hello from step')"), *arguments]) == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 5
    shown = capsys.readouterr()
    report, printed = shown.out.split("what it printed")
    assert "hello from step" in printed
    assert "hello" not in report
    assert "W1'" in report
    assert "W2'" not in report
    assert "net.py: " in shown.err  # no terminal: one plain line
    # the companion of the remarks below: a network that does nothing beside computing has none
    assert json.loads((tmp_path / "out.json").read_text())["remarks"] == []


@forked_workers
def test_what_it_does_beside_computing_is_remarked_with_its_place(write):
    file = write(
        top="""
        import os, random, sys, warnings, numpy as np
        np.random.seed(1), random.seed(2)
        def seed():
            np.random.seed(3)
            random.seed(4)
        seed()
        warnings.simplefilter("ignore")
        np.exp = lambda z: 7.0
        np.float = float
        np.seterr(all="raise")
        os.chdir("/")
        print("z" * 200_000)
        """,
        step='os.write(1, b"y" * 20_000)',
    )
    before = state()
    outcome = check_isolated(file, limit=100)
    assert state() == before
    assert outcome.code == 0, outcome.text  # judged with NumPy's own exp
    said = {r["text"] for r in outcome.data["remarks"] if r["kind"] == "side-effect"}
    for what, at in [
        ("seeds NumPy's global random generator", "np.random.seed(3)"),
        ("seeds the global random generator", "random.seed(4)"),
        ("changes the warnings filter", "simplefilter"),
        ("replaces numpy.exp, which was put back before anything was judged", "np.exp ="),
        ("adds numpy.float", "np.float ="),
        ("prints 200,001 characters", "print("),
    ]:
        assert any(s.startswith(f"{what}, at net.py:{place(file, at)}") for s in said), (what, said)
    assert any("bytes past Python's own output" in s for s in said)
    assert "zzz" not in outcome.text + outcome.line
    assert outcome.printed.startswith("zzz")
    assert len(outcome.printed) <= 2_000


@pytest.mark.usefixtures("_forked_unless_started")
@pytest.mark.parametrize(
    ("top", "message"),
    [
        ("import no_such_module", r"does not import: ModuleNotFoundError.* at net.py:1"),
        ("def f(:", r"does not import: SyntaxError.*net.py:1"),
        ("import sys; sys.exit(0)", r"does not import: SystemExit: it called exit\(0\) at net.py:1"),
        ("import os; os._exit(0)", r"does not import: called os._exit\(0\), at net.py:1"),
        ("import ctypes; ctypes.string_at(0)", r"does not import: the process ended .*SIGSEGV.* at net.py:1"),
        ("import tkinter; tkinter.Tk()", r"does not import: (TclError|ModuleNotFoundError).* at net.py:1"),
        ("input('go? ')", r"does not import: EOFError.* at net.py:1"),
        ("del crosscheck", r"does not import: NameError"),
    ],
)
def test_a_file_that_does_not_import_is_one_line(top, message, write, capsys):
    assert main(["check", write(top=top)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert re.search(message, shown.err), shown.err


@pytest.mark.usefixtures("_forked_unless_started")
@pytest.mark.parametrize(
    ("step", "code", "message"),
    [
        ("exit(3)", 1, "step raised SystemExit: it called exit(3)"),
        ("import os; os._exit(0)", 1, "called os._exit(0), at net.py:{} in step"),
        ("import ctypes; ctypes.string_at(0)", 1, "the process ended by itself (SIGSEGV), at net.py:{} in step"),
        ("np.exp = abs", 3, "it replaces numpy.exp while it runs, so nothing can be judged, at net.py:{}"),
    ],
)
def test_a_step_that_misbehaves_is_a_finding(step, code, message, write):
    file = write(step=step)
    outcome = check_isolated(file, limit=100)
    assert outcome.code == code
    assert message.format(place(file, step)) in outcome.line + outcome.text
    assert outcome.data["findings"][0]["stage"] == "run"


def test_a_fault_of_the_harness_is_no_difference(write, monkeypatch, tmp_path):
    # as a mistake of ours would raise in the worker: its sitecustomize plants one
    (tmp_path / "sitecustomize.py").write_text(
        "import crosscheck.standard_cases as s\n\ndef broken(*a, **k):\n    raise StopIteration\n\n"
        "s.standard_cases = broken\n"
    )
    root = str(Path(crosscheck.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), root]))
    outcome = check_isolated(write(), limit=100)
    assert outcome.code == 3
    assert "crosscheck itself failed, which is no fault of the network: StopIteration" in outcome.line
    assert "in broken" in outcome.line


def test_what_never_ends_is_stopped_with_its_place(write, request):
    stuck = {
        "loading.py": {"top": "while True: pass"},
        "step.py": {"step": "while True: print('more')"},
        "lock.py": {"step": "import threading; threading.Event().wait()"},
        "children.py": {"step": "import os, time; os.fork() or time.sleep(600); time.sleep(600)"},
    }
    running = [name for name in stuck if name != "loading.py"]
    files = {name: write(name, **lines) for name, lines in stuck.items()}
    small = ["3-4-2_N2_sigmoid_half_sse_f64_s0"]  # so that they are soon where they hang
    started = time.monotonic()
    # a limit far shorter than it takes to import torch, in a worker that does: that is no part of the candidate's time
    found = {"loading.py": check_isolated(files["loading.py"], limit=0.2, cases=small)}
    request.getfixturevalue("forked")
    with ThreadPoolExecutor(3) as pool:
        told = pool.map(lambda name: check_isolated(files[name], limit=2, cases=small), running)
        found |= zip(running, told, strict=True)
    assert time.monotonic() - started < 120  # they would sleep for ten minutes
    assert found["loading.py"].code == 2
    assert (
        found["loading.py"].line == "loading.py does not import: still running after 0.2 s, at loading.py:1 in <module>"
    )
    for name in running:
        line = place(files[name], stuck[name]["step"])
        assert found[name].code == 1
        assert f"still running after 2 s, at {name}:{line} in step" in found[name].line


def test_what_is_replaced_is_put_back(tmp_path):
    file = tmp_path / "net.py"
    file.write_text("import numpy as np\n\nnp.sinh = 3\nsetattr(np, 'cosh', 4)\n")
    watch, sinh = Watch(), np.sinh
    watch.before = [(np, dict(vars(np)))]
    try:
        np.sinh = 3  # type: ignore[assignment]
        assert np.sinh is not sinh  # the companion: without putting back, it stays
        assert watch.put_back(file) == [("numpy.sinh", "net.py:3")]
    finally:
        found, np.sinh = np.sinh, sinh
    assert found is sinh
    assert assigned_at(file, "cosh") == "net.py:4"
    assert assigned_at(file, "tanh") == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.py"], "no such file: nowhere.py"),
        (["nowhere.py:Net"], "no such file: nowhere.py"),
        (["net.py", "--timeout", "0"], "timeout is 0"),
        (["net.py", "--timeout", "nan"], "timeout is nan"),
        (["net.py", "--steps", "0"], "steps is 0"),
        (["net.py", "--dtype", "float16"], "invalid choice"),
        (["net.py", "--json", "no/such/out.json"], "no folder"),
        (["net.py", "-v", "-q"], "not allowed with"),
        ([], "FILE"),
    ],
)
def test_usage(arguments, message, capsys):
    assert main(["check", *arguments]) == 2
    assert message in capsys.readouterr().err


@forked_workers
def test_an_unknown_quantity_is_refused_in_the_worker(write, capsys):
    assert main(["check", write(), "--only", "dQ"]) == 2
    assert "unknown quantity" in capsys.readouterr().err


@pytest.mark.parametrize(("terminal", "drawn"), [(True, "2/3"), (False, "net.py: 0.")])
def test_progress_is_a_bar_in_a_terminal_and_a_line_elsewhere(terminal, drawn):
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=80, color_system=None, _environ={"TERM": "xterm"})
    with watched("net.py", console) as progress:
        progress(2, 3)
        time.sleep(0.2)  # the bar is drawn ten times a second
    assert drawn in out.getvalue()
    assert ("\x1b" in out.getvalue()) == terminal


TORCH_SETTINGS = """
import torch
torch.set_default_dtype(torch.float64)
torch.set_grad_enabled(False)
import crosscheck

class Mine(crosscheck.Adapter):
    bias, activations, loss, momentum, parameters = "none", ("identity",), "half_sse", 0.9, "W"

    def build(self, case):
        W = torch.zeros(case.sizes, requires_grad=True)
        return {"W": [W], "v": torch.zeros_like(W)}

    def step(self, net, x, y, lr):
        x, y, (W,) = torch.tensor(x), torch.tensor(y), net["W"]
        net["v"] = 0.9 * net["v"] + x.T @ (x @ W - y)
        W -= lr * net["v"]
"""


def test_what_a_file_sets_for_all_of_pytorch_holds_while_it_is_run(tmp_path):
    import torch

    (tmp_path / "mine.py").write_text(TORCH_SETTINGS, encoding="utf-8")
    before = torch.get_default_dtype(), torch.is_grad_enabled()
    report = crosscheck.check(load(str(tmp_path / "mine.py")))
    assert report.verdict == "agrees", str(report)
    assert before == (torch.get_default_dtype(), torch.is_grad_enabled())
