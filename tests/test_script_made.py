"""Scripts that fill their own data, or keep their parameters in a dictionary: what is left out, what is filled."""

import pytest

import crosscheck
from crosscheck import UsageError
from crosscheck.load import load
from crosscheck.script_names import names_used

SPIRAL = """\
import numpy as np
N, D, K = 100, 2, 3
X = np.zeros((N * K, D))
y = np.zeros(N * K, dtype="uint8")
for j in range(K):
    ix = range(N * j, N * (j + 1))
    t = np.linspace(j * 4, (j + 1) * 4, N)
    X[ix] = np.c_[np.sin(t), np.cos(t)]
    y[ix] = j
X -= X.mean(axis=0)
W = 0.01 * np.random.randn(D, 5)
W2 = 0.01 * np.random.randn(5, K)
rate = 0.1
for i in range(200):
    h = np.maximum(0, X @ W)
    s = h @ W2
    p = np.exp(s) / np.exp(s).sum(1, keepdims=True)
    p[range(len(X)), y] -= 1
    p /= len(X)
    dW2 = h.T @ p
    dh = p @ W2.T
    dh[h <= 0] = 0
    W -= rate * X.T @ dh
    W2 -= rate * dW2
"""
PLAIN = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "net.py", {"range(200)": "range(1)"}, "W W2"
    names = {"X": "x", "y": "y", "rate": "lr"}
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    bias, targets = "none", "class_index"
"""


def checked(folder, source, adapter):
    """The report on a script."""
    (folder / "net.py").write_text(source)
    (folder / "adapter.py").write_text(adapter)
    return crosscheck.check(load(f"{folder / 'adapter.py'}:Mine"))


def test_lines_that_fill_the_scripts_own_data_are_left_out(tmp_path):
    report = checked(tmp_path, SPIRAL, PLAIN)
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("np.copyto(X, X - X.mean(axis=0))\n", "writes into X before its training loop"),
        ("def scale(a):\n    a -= a.mean(0)\nscale(X)\n", "writes into X before its training loop"),
    ],
)
def test_a_script_that_prepares_the_given_data_is_refused(line, why, tmp_path):
    with pytest.raises(UsageError, match=why):
        checked(tmp_path, SPIRAL.replace("rate = 0.1\n", f"rate = 0.1\n{line}"), PLAIN)


def test_inputs_written_to_by_the_training_loop_are_a_finding(tmp_path):
    report = checked(tmp_path, SPIRAL.replace("    h = np", "    X /= 2\n    h = np"), PLAIN)
    assert report.verdict == "differs"
    assert "written" in str(report)


FUNCTIONS = """\
import numpy as np

def initialize(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x) * 0.01, "b1": np.zeros((n_h, 1)),
            "W2": np.random.randn(n_y, n_h) * 0.01, "b2": np.zeros((n_y, 1))}

def forward(X, p):
    A1 = np.tanh(p["W1"] @ X + p["b1"])
    return A1, 1 / (1 + np.exp(-(p["W2"] @ A1 + p["b2"])))

def backward(p, A1, A2, X, Y):
    m = X.shape[1]
    dZ2 = A2 - Y
    dZ1 = p["W2"].T @ dZ2 * (1 - A1 ** 2)
    return {"W1": dZ1 @ X.T / m, "b1": dZ1.sum(1, keepdims=True) / m,
            "W2": dZ2 @ A1.T / m, "b2": dZ2.sum(1, keepdims=True) / m}

X, Y = np.random.randn(2, 50), np.ones((1, 50))
rate = 1.2
"""
LOOP = """\
parameters = initialize(X.shape[0], WIDTH, Y.shape[0])
velocity = {k: np.zeros_like(v) for k, v in parameters.items()}
for i in range(200):
    A1, A2 = forward(X, parameters)
    grads = backward(parameters, A1, A2, X, Y)
    for k in grads:
        velocity[k] = 0.5 * velocity[k] + grads[k]
        parameters[k] = parameters[k] - rate * velocity[k]
print("accuracy", ((forward(X, parameters)[1] > 0.5) == Y).mean())
for i in range(3):
    print(forward(X[:, :1], parameters)[1])
"""
BY_ITEMS = LOOP.replace(
    "parameters = initialize(X.shape[0], WIDTH, Y.shape[0])\n",
    """\
parameters = {}
layers = [X.shape[0], WIDTH, Y.shape[0]]
for l in range(1, 3):
    parameters["W" + str(l)] = np.random.randn(layers[l], layers[l - 1])
    parameters["b" + str(l)] = np.zeros((layers[l], 1))
for l in range(1, 3):
    parameters["W" + str(l)] *= 0.01
""",
)
RETURNED = """\
parameters = initialize(X.shape[0], WIDTH, Y.shape[0])
def train(X, Y, parameters):
    for i in range(200):
        A1, A2 = forward(X, parameters)
        grads = backward(parameters, A1, A2, X, Y)
        parameters = {k: parameters[k] - rate * grads[k] for k in grads}
    return parameters
parameters = train(X, Y, parameters)
"""
IN_A_FUNCTION = """\
def train(X, Y):
    parameters = initialize(X.shape[0], WIDTH, Y.shape[0])
    for i in range(200):
        A1, A2 = forward(X, parameters)
        grads = backward(parameters, A1, A2, X, Y)
        parameters = {k: parameters[k] - rate * grads[k] for k in grads}
    return parameters
parameters = train(X, Y)
"""
DICTIONARY = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "net.py", {"range(200)": "range(1)"}, ("parameters.W", "parameters.b")
    names = {"X": "x", "Y": "y", "rate": "lr", "WIDTH": "case.sizes[1]"}
    samples, weight, bias, momentum = "columns", "out_in", "column", 0.5
    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"
"""


@pytest.mark.parametrize(
    ("training", "momentum"), [(LOOP, "0.5"), (BY_ITEMS, "0.5"), (RETURNED, "0.0")], ids=["call", "items", "function"]
)
def test_a_dictionary_that_the_script_makes_is_filled(training, momentum, tmp_path):
    report = checked(tmp_path, FUNCTIONS + training, DICTIONARY.replace("0.5", momentum))
    assert report.verdict == "agrees", str(report)


def test_a_mistake_in_such_a_script_has_its_name(tmp_path):
    report = checked(tmp_path, FUNCTIONS.replace("(1 - A1 ** 2)", "(1 - A1)") + LOOP, DICTIONARY)
    assert report.explanations[0]["defects"][0]["id"] == "derivative-formula"


LISTS = """\
import numpy as np
X, Y, rate = np.ones((9, 2)), np.ones((9, 1)), 0.1
net = [[np.random.randn(m, n), np.zeros(n)] for m, n in zip(widths, widths[1:])]
for i in range(200):
    (W1, b1), (W2, b2) = net
    h = np.tanh(X @ W1 + b1)
    d = h @ W2 + b2 - Y
    e = d @ W2.T * (1 - h ** 2)
    net = [[W1 - rate * X.T @ e, b1 - rate * e.sum(0)], [W2 - rate * h.T @ d, b2 - rate * d.sum(0)]]
"""
PAIRS = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "net.py", {"range(200)": "range(1)"}, ("net.0", "net.1")
    names = {"X": "x", "Y": "y", "rate": "lr", "widths": "case.sizes"}
    activations, loss = ("tanh", "identity"), "half_sse"
"""


def test_pairs_in_a_list_are_filled(tmp_path):
    report = checked(tmp_path, LISTS, PAIRS)
    assert report.verdict == "agrees", str(report)


OBJECT = """\
import numpy as np
class Net:
    pass
net = Net()
net.W1, net.W2 = np.ones(widths[:2]), np.ones(widths[1:])
X, Y = np.ones((9, 2)), np.ones((9, 1))
for i in range(200):
    net.W1 = net.W1 - X.T @ Y @ net.W2.T
"""

OF_OBJECT = PAIRS.replace('("net.0", "net.1")', '"net.W"').replace("activations", 'bias = "none"\n    activations')


@pytest.mark.parametrize(
    ("source", "adapter", "message"),
    [
        (OBJECT, OF_OBJECT,
         "attributes of an object of net.py's: stop in front of its training with until"),
        (FUNCTIONS + IN_A_FUNCTION, DICTIONARY, "makes no 2 arrays there before it trains"),
        (FUNCTIONS + IN_A_FUNCTION + "print(forward(X, parameters)[1])", DICTIONARY, "nothing moves them after"),
        (LISTS.replace("net =", "nets =").replace("= net", "= nets"), PAIRS, "net.0: net.py has no 'net'"),
        (SPIRAL.replace("W2", "U2") + "# W2", PLAIN, "no global variable 'W2' in what is run"),
        (SPIRAL.replace("W2", "U2") + "def f(W2):\n    return W2", PLAIN, "if they are variables of a function"),
    ],
    ids=["object", "never", "trained", "absent", "comment", "local"],
)  # fmt: skip
def test_what_cannot_be_filled_is_refused(source, adapter, message, tmp_path):
    with pytest.raises(UsageError, match=message):
        checked(tmp_path, source, adapter)


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("W = 1", {"W"}),
        ("'W'  # W", set()),
        ("def f(W):\n    return W", set()),
        ("def f():\n    W = 1", set()),
        ("def f():\n    global W\n    W = 1", {"W"}),
        ("def f():\n    return W", {"W"}),
        ("globals()['W'] = 1", {"W"}),
        ("x = [W for _ in y]", {"W"}),
        ("W W", {"W"}),
    ],
)
def test_global_variables_of_a_script(source, used):
    assert names_used(source, {"W"}) == used
