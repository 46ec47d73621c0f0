"""Scripts that are declared: what is given to them, what is read from them, and data of an earlier step."""

import sys
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from crosscheck import UsageError
from crosscheck.load import load
from crosscheck.script import in_form_of

TRAINS = """\
import numpy as np
X, Y = np.ones((3, 2)), np.ones((3, 1))
eta = 0.5
hin = np.random.randn(2, 4)
aus = np.random.randn(4, 1)
v_hin, v_aus = np.zeros_like(hin), np.zeros_like(aus)
for epoch in range(500):
    h = np.tanh(X @ hin)
    d = h @ aus - Y
    E = 0.5 * (d ** 2).sum()
    g_aus = h.T @ d
    g_hin = X.T @ (d @ aus.T * (1 - h ** 2))
    v_hin, v_aus = 0.5 * v_hin - eta * g_hin, 0.5 * v_aus - eta * g_aus
    hin += v_hin
    aus += v_aus
"""
DEFINES = """\
import numpy as np
sizes = [2, 4, 1]
W = [np.random.randn(m, n) for m, n in zip(sizes, sizes[1:])]
rate = 0.5
def train(x, y):
    h = np.tanh(x @ W[0])
    d = h @ W[1] - y
    W[0], W[1] = W[0] - rate * x.T @ (d @ W[1].T * (1 - h ** 2)), W[1] - rate * h.T @ d
for epoch in range(500):
    train(np.ones((3, 2)), np.ones((3, 1)))
"""
MOMENTUM = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "trains.py", {"range(500)": "range(1)"}, "hin aus"
    names, keep, shows = {"X": "x", "Y": "y", "eta": "lr"}, "v_hin v_aus", {"loss": "E", "dW": "[g_hin, g_aus]"}
    bias, activations, loss, momentum = "none", ("tanh", "identity"), "half_sse", 0.5
"""
FUNCTIONS = """
import crosscheck

class Mine(crosscheck.Script):
    file, until, parameters = "defines.py", "for epoch", "W"
    names = {"rate": "lr"}
    bias, activations, loss = "none", ("tanh", ..., "identity"), "half_sse"

    def step(self, net, x, y, lr):
        net.train(x, y)
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with both scripts."""
    (tmp_path / "trains.py").write_text(TRAINS, encoding="utf-8")
    (tmp_path / "defines.py").write_text(DEFINES, encoding="utf-8")
    return tmp_path


def adapter_in(folder, text):
    (folder / "mine.py").write_text(text, encoding="utf-8")
    return load(str(folder / "mine.py"))


def test_a_script_that_trains_is_declared(folder, monkeypatch):
    monkeypatch.chdir("/")  # the script is looked for beside the adapter
    report = crosscheck.check(adapter_in(folder, MOMENTUM))
    assert report.verdict == "agrees", str(report)
    assert "loss" not in report.not_exposed
    assert "dW1" not in report.not_exposed


def test_velocities_live_on_by_themselves(folder):
    report = crosscheck.check(adapter_in(folder, MOMENTUM.replace('"v_hin v_aus"', '""')))
    assert report.verdict == "agrees", str(report)


def test_a_script_with_functions_is_run_up_to_its_training(folder):
    text = FUNCTIONS.replace(", ...,", ",")
    report = crosscheck.check(adapter_in(folder, text))
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize(
    ("text", "old", "new", "message"),
    [
        (MOMENTUM, '"trains.py"', '"train.py"', "there is no train.py beside the adapter"),
        (MOMENTUM, '"trains.py"', '""', "expected the name of the script"),
        (MOMENTUM, '"hin aus"', '"hin out"', "parameters: hin out: trains.py has no 'out'"),
        (MOMENTUM, '"hin aus"', '"hin aus eta"', "has 3 of them for 2 layers"),
        (MOMENTUM, '"X": "x"', '"X": "z"', "names hands over no x"),
        (MOMENTUM, '"Y": "y"', '"Y": "Y"', "names: Y = 'Y' raises NameError.*made of x, y, lr"),
        (MOMENTUM, '"loss": "E"', '"loss": "EE"', "shows: loss = 'EE' raises NameError.*script's variables"),
        (MOMENTUM, '"v_hin v_aus"', '"v_hin w"', "keep: trains.py has no 'w'"),
        (MOMENTUM, '{"range(500)": "range(1)"}', '{"range(50)": "range(1)"}', r"does not contain 'range\(50\)'"),
        (MOMENTUM, '{"range(500)": "range(1)"}', '"range(1)"', "substitute is 'range.1.': expected a dictionary"),
        (MOMENTUM, "momentum = ", "_m, subsitute = 0, ", "subsitute is unknown: did you mean substitute"),
        (FUNCTIONS, '"rate": "lr"', '"rate": "x"', "x and y are known in step"),
    ],
)
def test_what_does_not_fit_is_refused(folder, text, old, new, message):
    assert old in text
    with pytest.raises(UsageError, match=message):
        crosscheck.check(adapter_in(folder, text.replace(old, new)))


ONE_AT_A_TIME = """
from pathlib import Path
import crosscheck
import numpy as np

class Mine(crosscheck.Adapter):
    samples, bias, activations, loss = "row", "none", ("tanh", "identity"), "half_sse"

    def build(self, case):
        return {"hin": case.weights[0], "aus": case.weights[1]}

    def step(self, net, x, y, lr):
        given = {"X": WRAPPED(x), "Y": WRAPPED(y), "eta": lr}
        path = Path(__file__).with_name("trains.py")
        net.update(crosscheck.run_script(path, substitute={"range(500)": "range(1)", "0.5 * v": "0 * v"}, names=NAMES))

    def read(self, net):
        return {"W": [net["hin"], net["aus"]]}
"""


@pytest.mark.parametrize("wrapped", ["", "np.array"], ids=["array", "copy"])
def test_data_of_the_step_before_are_refused(folder, wrapped):
    text = ONE_AT_A_TIME.replace("WRAPPED", wrapped)
    with pytest.raises(UsageError, match=r"data of an earlier step as X, Y.*names=net \| given"):
        crosscheck.check(adapter_in(folder, text.replace("NAMES", "given | net")))


def test_new_data_behind_the_old_names_are_right(folder):
    text = ONE_AT_A_TIME.replace("WRAPPED", "").replace("NAMES", '{k: net[k] for k in ("hin", "aus")} | given')
    report = crosscheck.check(adapter_in(folder, text))
    assert report.verdict == "agrees", str(report)
    assert np.all([f.status != "differs" for f in report.findings])


@pytest.mark.parametrize(
    ("source", "given", "after"),
    [
        ("for a in (1, 2):\n    W = 0\n    n = W", {"W": 5}, {"n": 5}),
        ("W = 1\nW = W + 1", {"W": 5}, {"W": 6}),
        ("W = W - 1", {"W": 5}, {"W": 4}),
        ("W, k = W - 1, 2", {"W": 5}, {"W": 4, "k": 2}),
        ("(X, Y), _ = (1, 2), 3", {"X": 7}, {"X": 7, "Y": 2}),
        ("X, Y, net.x = 1, 2, 3", {"X": 7, "net": SimpleNamespace()}, {"X": 7, "Y": 2}),
        ("for eta in (1, 2):\n    last = eta", {"eta": 9}, {"last": 9}),
        ("if True:\n    W = 1\nelse:\n    W = 2", {"W": 5}, {"W": 5}),
        ("W, k = 1, 2\nW = 3", {"W": 5}, {"W": 3, "k": 2}),
        ("def f():\n    W = 1\n    return W\nn = f()", {"W": 5}, {"n": 1, "W": 5}),
    ],
)
def test_the_first_assignment_to_what_is_given_is_left_out(source, given, after, tmp_path):
    (tmp_path / "script.py").write_text(source)
    found = crosscheck.run_script(tmp_path / "script.py", names=given)
    assert {name: found[name] for name in after} == after
    assert "__given__" not in found


def test_a_substitution_that_breaks_a_script_is_blamed(tmp_path):
    (tmp_path / "script.py").write_text("W = 1")
    with pytest.raises(crosscheck.UsageError, match="does a substitution break it"):
        crosscheck.run_script(tmp_path / "script.py", substitute={"1": "("})


def test_a_softmax_of_one_output_is_refused():
    class One(crosscheck.Adapter):
        activations, targets, parameters = ("tanh", "softmax"), "vector", ("W", "b")

        def step(self, net, x, y, lr):
            raise AssertionError("it is refused before")

    with pytest.raises(crosscheck.UsageError, match="softmax is always 1"):
        crosscheck.check(One)


LOGIT = """\
import numpy as np
X, y = np.ones((20, 3)), np.ones(20)
w, b = np.zeros(X.shape[1]), 0.0
lr = 0.1
for i in range(100):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    w = w - lr * X.T @ (p - y) / len(y)
    b -= lr * np.mean(p - y)
"""
DECLARED = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "logit.py", {"range(100)": "range(1)"}, ("w", "b")
    names, shows = {"X": "x", "y": "y", "lr": "lr"}, {"loss": "loss"}
    activations, loss, targets = ("sigmoid",), "bce_mean", "vector"
"""


@pytest.mark.parametrize("own", ["np.zeros(X.shape[1]), 0.0", "np.random.randn(3), np.float64(0)"])
def test_parameters_keep_the_form_that_the_script_gives_them(own, tmp_path):
    text = LOGIT.replace("np.zeros(X.shape[1]), 0.0", own)
    (tmp_path / "logit.py").write_text(text, encoding="utf-8")
    report = crosscheck.check(adapter_in(tmp_path, DECLARED))
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize(
    ("own", "given", "form"),
    [
        (np.zeros(3), np.zeros((3, 1)), (3,)),
        (np.zeros(5), np.zeros((1, 3)), (3,)),
        (0.0, np.zeros(1), ()),
        (0, np.zeros((1, 1)), ()),
        (np.zeros((3, 1)), np.zeros((3, 1)), (3, 1)),
        (np.zeros((1, 3)), np.zeros(3), (3,)),
        (np.zeros(3), np.zeros((3, 2)), (3, 2)),
        (0.0, np.zeros(2), (2,)),
        ("unknown", np.zeros((3, 1)), (3, 1)),
        ([], np.zeros((1, 3)), (1, 3)),
        ([0.0, 0.0], np.zeros((1, 3)), (3,)),
    ],
)
def test_only_axes_of_one_are_dropped(own, given, form):
    assert np.shape(in_form_of(own, given)) == form
    assert np.shape(in_form_of([own], [given])[0]) == form


IN_TORCH = """\
import torch
torch.set_default_dtype(torch.float64)
x = torch.rand(50, 2)
y = x[:, :1] - x[:, 1:]
w1, w2 = torch.randn(2, 8, requires_grad=True), torch.randn(8, 1, requires_grad=True)
v1, v2 = torch.zeros_like(w1), torch.zeros_like(w2)
learning_rate = 1e-3
for t in range(500):
    loss = (x.mm(w1).tanh().mm(w2) - y).pow(2).sum()
    loss.backward()
    with torch.no_grad():
        v1 = 0.9 * v1 + w1.grad
        v2 = 0.9 * v2 + w2.grad
        w1 -= learning_rate * v1
        w2 -= learning_rate * v2
        w1.grad.zero_()
        w2.grad.zero_()
"""
TENSORS = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "torch_script.py", {"range(500)": "range(1)"}, "w"
    names, shows = {"x": "x", "y": "y", "learning_rate": "lr"}, {"loss": "loss"}
    bias, activations, loss, momentum = "none", ("tanh", "identity"), "sse", 0.9
"""


@pytest.mark.parametrize(
    ("old", "new", "causes"),
    [("", "", []), ("v1 = 0.9 * v1 + w1.grad", "v1 = w1.grad", ["momentum-omitted"]),
     ("import torch\n", "import torch\nimport numpy as np\n", [])],
)  # fmt: skip
def test_a_script_in_pytorch_is_given_tensors(tmp_path, old, new, causes):
    (tmp_path / "torch_script.py").write_text(IN_TORCH.replace(old, new) if old else IN_TORCH, encoding="utf-8")
    report = crosscheck.check(adapter_in(tmp_path, TENSORS))
    assert [d["id"] for e in report.explanations[:1] for d in e["defects"]] == causes, str(report)
    assert (report.verdict == "agrees") == (not causes), str(report)


NUMBERS = """
import math
w11, w12, w21, w22, v1, v2 = 0.1, 0.2, 0.3, 0.4, 0.5, 0.6
bh1, bh2, bo = 0.0, 0.0, 0.0
lr = 0.1
data = [((0, 0), 0.0), ((0, 1), 1.0)]
for epoch in range(1000):
    for (x1, x2), t in data:
        h1 = math.tanh(w11 * x1 + w12 * x2 + bh1)
        h2 = math.tanh(w21 * x1 + w22 * x2 + bh2)
        d = v1 * h1 + v2 * h2 + bo - t
        d1, d2 = d * v1 * (1 - h1 * h1), d * v2 * (1 - h2 * h2)
        v1 -= lr * d * h1; v2 -= lr * d * h2; bo -= lr * d
        w11 -= lr * d1 * x1; w12 -= lr * d1 * x2; bh1 -= lr * d1
        w21 -= lr * d2 * x1; w22 -= lr * d2 * x2; bh2 -= SLIP
"""
ADAPTER = """
import crosscheck

class Mine(crosscheck.Script):
    file, parameters, sizes = "trains.py", PARAMETERS, (2, 2, 1)
    substitute = {"range(1000)": "range(1)"}
    names = {"data": "[(x, y)]", "lr": "lr"}
    samples, weight, targets = "vector", "out_in", "vector"
    activations, loss = ("tanh", "identity"), "half_sse"
"""
BY_NAME = '("w11 w12 w21 w22 v1 v2", "bh1 bh2 bo")'


def numbers_in(folder, slip="lr * d2", parameters=BY_NAME, adapter=ADAPTER):
    (folder / "trains.py").write_text(NUMBERS.replace("SLIP", slip))
    return adapter_in(folder, adapter.replace("PARAMETERS", parameters))


def test_weights_may_be_numbers_with_names_of_their_own(folder):
    report = crosscheck.check(numbers_in(folder))
    assert report.verdict == "agrees", str(report)


def test_the_companion_a_mistake_in_one_of_them_differs(folder):
    assert crosscheck.check(numbers_in(folder, slip="lr * d1")).verdict == "differs"


def test_a_script_that_raises_whatever_it_is_given_is_refused(folder):
    adapter = ADAPTER.replace('"vector", "out_in", "vector"', '"rows", "out_in", "values"')
    with pytest.raises(UsageError, match=r"nothing was judged.*x is an array \(11, 2\).*widths are \(2, 2, 1\)"):
        crosscheck.check(numbers_in(folder, adapter=adapter))


def test_what_the_loop_computes_of_an_earlier_run_is_computed_anew(tmp_path):
    (tmp_path / "script.py").write_text(
        "w = 1\nv = 0\nfor _ in range(1):\n    g = 2 * w\n    v = v + g\n    w = w - v\n"
    )
    first = crosscheck.run_script(tmp_path / "script.py", names={"w": 10})
    again = crosscheck.run_script(tmp_path / "script.py", names=first | {"w": 100})
    assert (first["g"], first["v"], first["w"]) == (20, 20, -10)
    assert (again["g"], again["v"], again["w"]) == (200, 220, -120)


def test_the_companion_what_is_given_anew_is_computed_in_no_loop(tmp_path):
    (tmp_path / "script.py").write_text("for _ in range(1):\n    g = 2\n    n = g\n")
    first = crosscheck.run_script(tmp_path / "script.py")
    assert crosscheck.run_script(tmp_path / "script.py", names=first | {"g": 7})["n"] == 7


FILLED = """\
import numpy as np
sizes = [3, 5, 1]
X, Y = np.ones((4, 3)), np.ones((4, 1))
rate = 0.1
Ws, bs = [], []
for m, n in zip(sizes, sizes[1:]):
    Ws.append(np.random.randn(m, n))
    bs += [np.zeros(n)]
for epoch in range(100):
    h = np.tanh(X @ Ws[0] + bs[0])
    d = h @ Ws[1] + bs[1] - Y
    e = d @ Ws[1].T * (1 - h * h)
    Ws[1] = Ws[1] - rate * h.T @ d
    bs[1] = bs[1] - rate * d.sum(0)
    Ws[0] = Ws[0] - rate * X.T @ e
    bs[0] = bs[0] - rate * SLIP
"""
FILLS = """
import crosscheck

class Mine(crosscheck.Script):
    file, parameters = "trains.py", ("Ws", "bs")
    names = {"X": "x", "Y": "y", "rate": "lr", "epoch": 0, "sizes": "case.sizes"}
    substitute = {"range(100)": "range(1)"}
    activations, loss = ("tanh", "identity"), "half_sse"
"""


@pytest.mark.parametrize(("slip", "verdict"), [("e.sum(0)", "agrees"), ("e.mean(0)", "differs")])
def test_lists_that_the_script_fills_are_given_in_full(folder, slip, verdict):
    (folder / "trains.py").write_text(FILLED.replace("SLIP", slip))
    assert crosscheck.check(adapter_in(folder, FILLS)).verdict == verdict


@pytest.mark.parametrize(
    ("source", "n"),
    [
        ("G = []\nfor k in range(2):\n    G.append(k)", 1),
        ("G = list()\nG.extend([1, 2])\nG.insert(0, 3)", 1),
        ("G = []\nG += [k for k in range(2)]", 1),
        ("G = [1]\nG.append(2)", 2),
        ("G = []\ndef more():\n    G.append(1)\nmore()", 2),
        ("G = []\nH = [2]\nH.append(3)\nG += H", 3),
    ],
)
def test_only_what_fills_an_empty_list_is_left_out(tmp_path, source, n):
    (tmp_path / "script.py").write_text(source)
    assert len(crosscheck.run_script(tmp_path / "script.py", names={"G": [7]})["G"]) == n


PREPARED = """\
import numpy as np
X, Y = np.arange(12.0).reshape(4, 3), np.ones((4, 1))
rate = 0.1
X = (X - X.mean(0)) / X.std(0)
if len(Y) > 2:
    Y = 2 * Y - 1
W = np.random.randn(3, 1)
for epoch in range(100):
    W = W - rate * X.T @ (X @ W - SLIP)
"""
PREPARES = """
import crosscheck

class Mine(crosscheck.Script):
    file, parameters, substitute = "trains.py", "W", {"range(100)": "range(1)"}
    names = {"X": "x", "Y": "y", "rate": "lr"}
    bias, activations, loss = "none", ("identity",), "half_sse"
"""


@pytest.mark.parametrize(("slip", "verdict"), [("Y", "agrees"), ("2 * Y", "differs")])
def test_data_are_as_the_step_has_them_whatever_the_script_makes_of_its_own(folder, slip, verdict):
    (folder / "trains.py").write_text(PREPARED.replace("SLIP", slip))
    assert crosscheck.check(adapter_in(folder, PREPARES)).verdict == verdict


@pytest.mark.parametrize(
    ("source", "shape", "first"),
    [
        ("X = X / 2", (2, 2), 8.0),
        ("X, k = X[::-1], 3", (2, 2), 8.0),
        ("X = np.c_[np.ones(2), X]", (2, 3), 1.0),
        ("X = X.tolist()", None, 8.0),
        ("W = 1\nfor _ in range(1):\n    X = X / W / 2", (2, 2), 4.0),
        ("def half(X):\n    X = X / 2\n    return X\nX2 = half(X)\nX = X2", (2, 2), 4.0),
    ],
)
def test_given_data_are_taken_back_where_they_keep_their_form(tmp_path, source, shape, first):
    (tmp_path / "script.py").write_text(f"import numpy as np\nX = np.zeros((2, 2))\n{source}\n")
    given = {"X": np.full((2, 2), 8.0), "W": 1.0}
    found = crosscheck.run_script(tmp_path / "script.py", names=given, data={"X"}, parameters={"W"})["X"]
    assert np.ravel(found)[0] == first
    assert shape is None or np.shape(found) == shape


IN_A_TUPLE = """\
import numpy as np
X, Y = np.ones((4, 3)), np.ones((4, 1))
rate, theta = 0.1, (np.random.randn(3, 5), np.random.randn(5, 1))
for epoch in range(100):
    A, B = theta
    h = np.tanh(X @ A)
    d = h @ B - Y
    g = X.T @ (d @ B.T * (1 - h * h)), h.T @ d
    theta = tuple(p - rate * dp for p, dp in zip(theta, g))
"""
TUPLE = """
import crosscheck

class Mine(crosscheck.Script):
    file, parameters, substitute = "trains.py", "theta", {"range(100)": "range(1)"}
    names = {"X": "x", "Y": "y", "rate": "lr"}
    bias, activations, loss, momentum = "none", ("tanh", "identity"), "half_sse", MU
"""


@pytest.mark.parametrize(("mu", "verdict"), [("0.0", "agrees"), ("0.5", "differs")])
def test_parameters_in_a_tuple_that_is_made_anew_in_each_step(folder, mu, verdict):
    (folder / "trains.py").write_text(IN_A_TUPLE)
    assert crosscheck.check(adapter_in(folder, TUPLE.replace("MU", mu)), steps=3).verdict == verdict


def test_what_breaks_off_in_no_line_of_the_script_is_not_the_network_s(folder, monkeypatch):
    (folder / "trains.py").write_text(IN_A_TUPLE)

    monkeypatch.setattr("crosscheck.script_adapter.has_axis_of_one", partial(int, "of our own"))
    with pytest.raises(UsageError, match=r"TypeError.*, in no line of trains.py.*nothing was judged"):
        crosscheck.check(adapter_in(folder, TUPLE.replace("MU", "0.0")))


ARGUMENTS = (
    "import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument('--eta', type=float, default=0.5)\n"
)


def test_a_script_s_command_line_is_empty(folder, monkeypatch):
    """And not that of whoever checks it: with arguments of others, it would exit."""
    given = ["crosscheck", "check", "mine.py"]
    monkeypatch.setattr("sys.argv", given)
    text = ARGUMENTS + TRAINS.replace("eta = 0.5\n", "eta = parser.parse_args().eta\n")
    (folder / "trains.py").write_text(text, encoding="utf-8")
    report = crosscheck.check(adapter_in(folder, MOMENTUM))
    assert report.verdict == "agrees", str(report)
    assert sys.argv is given
