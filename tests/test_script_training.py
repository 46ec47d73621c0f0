"""A script whose training is named: what is before it runs once, the loop once a step, wherever it stands."""

import numpy as np
import pytest

import crosscheck
from crosscheck import UsageError
from crosscheck.load import load
from tests.some_cases import some_cases

LAYERS = """\
import numpy as np

class Dense:
    def __init__(self, n, m):
        self.W, self.b = np.random.randn(n, m), np.zeros(m)
        self.v, self.u = np.zeros((n, m)), np.zeros(m)
    def forward(self, x):
        self.x, self.a = x, np.tanh(x @ self.W + self.b)
        return self.a
    def backward(self, d):
        dz = d * (1 - self.a ** 2)
        self.dW, self.db = self.x.T @ dz, dz.sum(axis=0)
        return dz @ self.W.T

class SGD:
    def __init__(self, lr, mu=0.0):
        self.settings = {"lr": lr}
        self.mu = mu
    def update(self, layer):
        layer.v = self.mu * layer.v - self.settings["lr"] * layer.dW
        layer.u = self.mu * layer.u - self.settings["lr"] * layer.db
        layer.W += layer.v
        layer.b += layer.u

def error(x, y):
    return 0.5 * ((x - y) ** 2).sum()
"""
MADE = """\
X, Y = np.ones((6, 2)), np.zeros((6, 1))
layers = [Dense(2, 4), Dense(4, 1)]
optimizer = SGD(0.5, MU)
"""
BODY = """\
    out = X
    for layer in layers:
        out = layer.forward(out)
    E = error(out, Y)
    d = out - Y
    for layer in layers[::-1]:
        d = layer.backward(d)
    for layer in layers:
        optimizer.update(layer)
"""


def deeper(text, n=1):
    return "".join("    " * n + line + "\n" for line in text.splitlines())


AT_THE_BOTTOM = LAYERS + MADE + "for epoch in range(100):\n" + BODY + "print(nothing)\n"
UNDER_MAIN = LAYERS + 'if __name__ == "__main__":\n' + deeper(MADE + "while True:\n" + BODY + "    if E < 1: break\n")
MAIN = MADE.replace("0.5, MU", "0.5, mu") + "for epoch in range(epochs):\n" + BODY
ENDS = "    if E < 1e-9:\n        return layers\nreturn layers\n"
CALLED = "if __name__ == '__main__':\n    main(100, mu=MU)\n"
IN_MAIN = LAYERS + "def main(epochs, mu=0.5):\n" + deeper(MAIN + ENDS) + CALLED
TRAIN = "total = 0\nfor epoch in range(epochs):\n" + BODY + "return total\n"
IN_TRAIN = (
    LAYERS + "def train(X, Y, layers, optimizer, epochs=100):\n" + deeper(TRAIN)
    + "def main():\n" + deeper(MADE) + "    train(X, Y, layers, optimizer)\nmain()\n"
)  # fmt: skip
A_CALL = (
    LAYERS + "class Net:\n    def fit(self, X, Y, epochs):\n        for e in range(epochs):\n" + deeper(BODY, 2)
    + MADE + "Net().fit(X, Y, 100)\n"
)  # fmt: skip
PLACES = {
    "at the bottom": (AT_THE_BOTTOM, "for epoch", {}),
    "as it was before a substitution": (AT_THE_BOTTOM, "for epoch in range(100)", {"range(100)": "range(7)"}),
    "by its number": (AT_THE_BOTTOM, AT_THE_BOTTOM[: AT_THE_BOTTOM.index("for epoch")].count("\n") + 1, {}),
    "under main, while": (UNDER_MAIN, "while True", {}),
    "in main()": (IN_MAIN, "for epoch", {}),
    "in a function of arguments": (IN_TRAIN, "for epoch", {}),
    "a call": (A_CALL, "Net().fit(", {"Net().fit(X, Y, 100)": "Net().fit(X, Y, 1)"}),
}


def declared(tmp_path, script, training, *, changed=None, names=None, momentum=0.0, file="train.py", **more):
    """The adapter of a script of two layers."""
    (tmp_path / file).write_text(script.replace("MU", str(momentum)), encoding="utf-8")
    given = {"X": "x", "Y": "y", "optimizer.settings.lr": "lr"} if names is None else names
    body = {
        "file": file, "training": training, "substitute": changed or {}, "names": given,
        "parameters": ("layers.W", "layers.b"), "activations": ("tanh", "tanh"), "loss": "half_sse",
        "momentum": momentum, "sizes": (2, 4, 1),
    } | more  # fmt: skip
    lines = "".join(f"    {key} = {value!r}\n" for key, value in body.items() if value is not None)
    (tmp_path / "mine.py").write_text(f"import crosscheck\nclass Mine(crosscheck.Script):\n{lines}", encoding="utf-8")
    return load(str(tmp_path / "mine.py"))


@pytest.mark.parametrize("momentum", [0.0, 0.5])
@pytest.mark.parametrize("place", PLACES)
def test_a_loop_is_found_wherever_it_stands(tmp_path, place, momentum):
    script, training, changed = PLACES[place]
    shows = {} if place == "a call" else {"loss": "E", "output": "out"}
    mine = declared(tmp_path, script, training, changed=changed, momentum=momentum, shows=shows)
    report = crosscheck.check(mine, cases=some_cases(mine))
    assert report.verdict == "agrees", str(report)
    assert {f.name for f in report.findings if f.status == "agrees"} >= {"W1'", "b1'", "W2'", "b2'"}


@pytest.mark.parametrize("place", PLACES)
def test_a_mistake_in_it_is_found(tmp_path, place):
    """The companion of the one above: what is judged is the script's own line."""
    script, training, changed = PLACES[place]
    wrong = script.replace("d * (1 - self.a ** 2)", "d * (1 - self.a)")
    mine = declared(tmp_path, wrong, training, changed=changed)
    assert crosscheck.check(mine, cases=some_cases(mine, 2)).verdict == "differs"


def test_velocities_live_on(tmp_path):
    """Without the momentum that is declared, the second step is another one."""
    mine = declared(tmp_path, AT_THE_BOTTOM.replace("MU", "0.0"), "for epoch", momentum=0.5)
    report = crosscheck.check(mine, cases=some_cases(mine))
    assert report.verdict == "differs"
    assert [d["id"] for d in report.explanations[0]["defects"]] == ["momentum-omitted"]


SEVERAL_LINES = "r = np.arange(6.0)\nY = r[:, None] % 2\na = r + Y[:, 0]\nX = np.c_[r, a]"
OWN_DATA = AT_THE_BOTTOM.replace("X, Y = np.ones((6, 2)), np.zeros((6, 1))", SEVERAL_LINES)


def test_data_that_are_made_in_several_lines_are_given_in_front_of_the_loop(tmp_path):
    mine = declared(tmp_path, OWN_DATA, "for epoch", shows={"loss": "E"})
    report = crosscheck.check(mine, cases=some_cases(mine))
    assert report.verdict == "agrees", str(report)


def test_not_where_the_loop_reads_something_else_that_is_made_of_them(tmp_path):
    script = OWN_DATA.replace("layers = [", "half = 0.5 * X\nlayers = [").replace("out = X\n", "out = 2 * half\n")
    with pytest.raises(UsageError, match=r"^train\.py makes half of data of its own, in front of its training: give"):
        crosscheck.check(declared(tmp_path, script, "for epoch"))


PREPARED = AT_THE_BOTTOM.replace("layers = [", "n, Z = len(X), X + 0.0\nlayers = [").replace(
    "out = X\n", "out = Z[:n]\n"
)


def test_what_is_made_of_the_data_follows_them(tmp_path):
    """A second step on more samples, or others, is one on what the script makes of these."""
    mine = declared(tmp_path, PREPARED, "for epoch")
    report = crosscheck.check(mine)
    assert report.verdict == "agrees", str(report)
    assert not [p for p in report.probes if p["status"] == "found"]


DATA = {"X": "x", "Y": "y"}
LR = {"optimizer.settings.lr": "lr"}
REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "no such line": (
        {"training": "for i in"},
        r"^no loop of train\.py, and no other .* 'for i in' .* Loops: line 3\d, ",
    ),
    "a method": ({"training": "dz = d"}, r"line 11 is in a method of Dense: that is an Adapter with a step"),
    "an until": ({"until": "print"}, r"^Mine\.training is what makes a step: leave out step and until"),
    "no lr": ({"names": DATA}, r"^Mine\.names hands over no lr: .* in the code, declare that, such as lr = 0\.1"),
    "no x": ({"names": {"Y": "y"} | LR}, r"^Mine\.names hands over no x"),
    "misspelt": ({"names": {"X": "x", "T": "y"} | LR}, r"^Mine\.names: train\.py has no T in what is run of it"),
    "an attribute": ({"names": DATA | {"optimizer.rate": "lr"}}, r"optimizer\.rate: there is no such thing .*'rate'"),
    "elsewhere": ({"parameters": ("layers.w", "layers.b")}, r"layers\.w leads to 0 arrays .* has X, Y, layers, opt"),
    "fewer layers": ({"activations": ("tanh",), "sizes": (2, 1)}, r"2 arrays .* \(2, 4\), \(4, 1\): expected 1"),
    "other widths": ({"sizes": None}, r"declared is \(5, 7\).* If these widths are fixed, sizes = \(2, 4, 1\)"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_run_so_is_refused_with_what_to_do(tmp_path, what):
    changed, message = REFUSED[what]
    mine = declared(tmp_path, AT_THE_BOTTOM, **({"training": "for epoch"} | changed))
    with pytest.raises(UsageError, match=message):
        crosscheck.check(mine)


def test_an_argument_that_nothing_says_is_asked_for(tmp_path):
    script = IN_TRAIN.replace("main()\n", "pass\n").replace("    train(X, Y, layers, optimizer)\n", "    pass\n")
    mine = declared(tmp_path, script, "for epoch", names=DATA | {"epochs": "lr"})
    with pytest.raises(
        UsageError, match=r"is in train\(\), and nothing says what its layers, optimizer are: give them"
    ):
        crosscheck.check(mine)


def test_a_loop_over_nothing_is_refused(tmp_path):
    script = AT_THE_BOTTOM.replace("range(100)", "range(len(X) // 32)")
    with pytest.raises(UsageError, match=r"goes round not even once with what is given: see names and batch"):
        crosscheck.check(declared(tmp_path, script, "for epoch"))


def test_the_loss_may_be_asked_of_a_function_of_the_script_s(tmp_path):
    script = AT_THE_BOTTOM.replace("    E = error(out, Y)\n", "")
    mine = declared(tmp_path, script, "for epoch")
    asked = []

    def loss_of(self, net, x, y):
        for layer in net.layers:
            x = np.tanh(x @ layer.W + layer.b)
        asked.append(net.error(x, y))
        return asked[-1]

    type(mine).loss_of = loss_of
    report = crosscheck.check(mine, cases=some_cases(mine))
    assert report.verdict == "agrees"
    assert len(set(asked)) > 1
    assert "loss" in {f.name for f in report.findings}


INITIALISED = """\
import numpy as np
X, Y = np.ones((6, 2)), np.zeros((6, 1))
eta, n = 0.5, 4
W1, W2 = np.random.randn(2, n), np.random.randn(n, 1)
W1 *= 0.1
W2[:] = W2 / np.sqrt(n)
both = [W1, W2]
AGAIN
for epoch in range(100):
    h = np.tanh(X @ both[0])
    d = h @ both[1] - Y
    g = X.T @ (d @ both[1].T * (1 - h ** 2)), h.T @ d
    for W, dW in zip(both, g):
        W -= eta * dW
"""


@pytest.mark.parametrize(("again", "verdict"), [("", "agrees"), ("W1 = 0.5 * W1", "differs")])
def test_what_is_done_to_parameters_before_the_loop_is_how_they_are_initialised(tmp_path, again, verdict):
    """The arrays that others hold are filled again; an array that nobody trains does not move."""
    names = {"X": "x", "Y": "y", "eta": "lr", "n": "case.sizes[1]"}
    more = {"parameters": "W1 W2", "activations": ("tanh", "identity"), "bias": "none", "sizes": None}
    mine = declared(tmp_path, INITIALISED.replace("AGAIN", again), "for epoch", names=names, **more)
    assert crosscheck.check(mine).verdict == verdict


PLAIN = """\
import numpy as np
X, Y = np.ones((6, 2)), np.zeros((6, 1))
W1, W2 = np.random.randn(2, 4), np.random.randn(4, 1)
lr = 0.5
"""
FORWARD = "def forward(A):\n    return np.tanh(A @ W1)\n"
STEP = """\
    h = np.tanh(A @ W1)
    d = h @ W2 - T
    g1, g2 = A.T @ (d @ W2.T * (1 - h ** 2)), h.T @ d
"""
UPDATE = "    W1, W2 = W1 - lr * g1, W2 - lr * g2\n"
INPLACE = "    W1 -= lr * g1\n    W2 -= lr * g2\n"
HEAD = "A, T = X, Y\n"


def plain(tmp_path, script, **more):
    """The adapter of a script of two matrices."""
    settings = {"names": {"X": "x", "Y": "y", "lr": "lr"}, "parameters": "W1 W2", "bias": "none", "sizes": None}
    return declared(tmp_path, script, "for epoch", activations=("tanh", "identity"), **(settings | more))


LOADER = """\
class Data:
    def __init__(self, X, Y):
        self.X, self.Y = X, Y
    def batches(self):
        yield self.X, self.Y
data = Data(X, Y)
"""
HOLDS_DATA = {
    "an object": LOADER + "for epoch in range(9):\n  for A, T in data.batches():\n" + deeper(STEP + UPDATE),
    "a generator": "def forever(X, Y):\n    while True:\n        yield X, Y\n" + "both = forever(X, Y)\n"
    + "for epoch in range(9):\n    A, T = next(both)\n" + STEP + UPDATE,
    "pairs that are shuffled": "pairs = list(zip(X, Y))\nfor epoch in range(9):\n    np.random.shuffle(pairs)\n"
     "    A, T = (np.array(part) for part in zip(*pairs))\n" + STEP + UPDATE,
}  # fmt: skip
LOOP = "for epoch in range(9):\n    A, T = X, Y\n" + STEP
IN_A_FUNCTION = "for epoch in range(9):\n    A, T = X, Y\n" + STEP + UPDATE
OF_THE_FIRST_EPOCH = """\
    if epoch == 0:
        v1, v2 = g1, g2
    else:
        v1, v2 = 0.5 * v1 + g1, 0.5 * v2 + g2
    W1, W2 = W1 - lr * v1, W2 - lr * v2
"""
BY_THE_LOSS = """\
    now = np.sum(d ** 2)
    if now > last:
        lr *= 0.5
    last = now
"""
ENDS_EARLY = """\
    if np.sum(d ** 2) > best:
        break
    best = np.sum(d ** 2)
"""
ROTATED = STEP + "    g1, g2 = g1 * q / p, g2 * q / p\n" + UPDATE
RIGHT_ALL_THE_SAME = {
    **HOLDS_DATA,
    "a velocity from the first epoch": LOOP + OF_THE_FIRST_EPOCH,
    "a rate that follows the losses": "last = np.inf\n" + LOOP + BY_THE_LOSS + UPDATE,
    "an argument of the same name": FORWARD.replace("A @ W1", "A @ W1 * lr / lr")
    + "def train(lr=0.05):\n    global W1, W2\n" + deeper(IN_A_FUNCTION) + "        forward(A)\ntrain()\n",
    "arguments that change places": "def train(A, T, p, q, lr):\n    global W1, W2\n    for epoch in range(9):\n"
    + deeper(ROTATED) + "p, q = 2.0, 2.0\ntrain(X, Y, q, p, lr)\n",
    "nonlocal within main": "def main():\n    W1, W2 = np.ones((2, 4)), np.ones((4, 1))\n"
     "    def train():\n        nonlocal W1, W2\n" + deeper(IN_A_FUNCTION, 2) + "    train()\nmain()\n",
    "yield from": "def train():\n    global W1, W2\n    yield from range(3)\n"
    + deeper(IN_A_FUNCTION) + "        yield epoch\nlist(train())\n",
    "the loop that is used": "def old():\n    for epoch in range(9):\n        raise ValueError\n"
     "def train():\n    global W1, W2\n" + deeper(IN_A_FUNCTION) + "train()\n",
    "a context around it": "with np.errstate(all='raise'):\n" + deeper(IN_A_FUNCTION),
    "an early end": "best = np.inf\n" + LOOP + UPDATE + ENDS_EARLY,
}  # fmt: skip


@pytest.mark.parametrize("what", RIGHT_ALL_THE_SAME)
def test_a_right_script_is_right_however_it_is_written(tmp_path, what):
    momentum = 0.5 if what == "a velocity from the first epoch" else 0.0
    mine = plain(tmp_path, PLAIN + RIGHT_ALL_THE_SAME[what], momentum=momentum)
    report = crosscheck.check(mine, cases=some_cases(mine))
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize("what", RIGHT_ALL_THE_SAME)
def test_and_a_wrong_one_is_wrong(tmp_path, what):
    """The companion of the one above."""
    momentum = 0.5 if what == "a velocity from the first epoch" else 0.0
    wrong = RIGHT_ALL_THE_SAME[what].replace("(1 - h ** 2)", "(1 - h)")
    mine = plain(tmp_path, PLAIN + wrong, momentum=momentum)
    assert crosscheck.check(mine, cases=some_cases(mine, 2)).verdict == "differs"


def test_what_is_done_in_the_first_epoch_alone_is_seen(tmp_path):
    """Sums that are set to zero when the epoch is 0: one update a step is right, two in one are not."""
    sums = "    if epoch == 0:\n        s1, s2 = 0.0, 0.0\n    s1, s2 = s1 + g1, s2 + g2\n"
    report = crosscheck.check(plain(tmp_path, PLAIN + LOOP + sums + UPDATE.replace("g1", "s1").replace("g2", "s2")))
    assert [d["id"] for d in report.explanations[0]["defects"]] == ["gradients-accumulate"]
    assert "with one update a call, all agrees" in str(report)


TWO_OF_ONE_NAME = {
    "never global": (
        "def train():\n" + deeper(IN_A_FUNCTION) + "train()\n",
        r"^train\.py:\d+: train\(\) sets W1 further down.*Is `global W1` missing\?",
    ),
    "two of one name": (
        FORWARD + "def train(W1, W2):\n" + deeper(IN_A_FUNCTION) + "        forward(A)\ntrain(W1, W2)\n",
        r"train\(\) has a variable W1 of its own, and forward\(\) reads the module's W1: these are two",
    ),
}


@pytest.mark.parametrize("what", TWO_OF_ONE_NAME)
def test_variables_that_are_two_are_not_made_one(tmp_path, what):
    script, message = TWO_OF_ONE_NAME[what]
    with pytest.raises(UsageError, match=message):
        crosscheck.check(plain(tmp_path, PLAIN + script))


def test_an_array_that_is_changed_in_its_place_is_one(tmp_path):
    """The companion: W1 -= ... in a function changes the module's array, which forward() reads."""
    script = TWO_OF_ONE_NAME["two of one name"][0].replace(deeper(UPDATE), deeper(INPLACE))
    assert crosscheck.check(plain(tmp_path, PLAIN + script)).verdict == "agrees"


def test_a_loop_that_ends_before_its_update_is_refused(tmp_path):
    script = (
        PLAIN + "A, T = X, Y\nfor epoch in range(9):\n" + STEP + "    if np.sum(d ** 2) > 0:\n        break\n" + UPDATE
    )
    with pytest.raises(
        UsageError, match=r"the loop ends itself at train\.py:\d+ before it makes an update: take that line"
    ):
        crosscheck.check(plain(tmp_path, script))


def test_a_number_of_the_script_s_own_data_is_asked_for(tmp_path):
    """What is left out of its data does not fit the rest: N is then of them, and has to be given."""
    own = PLAIN.replace("X, Y = np.ones((6, 2)), np.zeros((6, 1))", SEVERAL_LINES + "\nN = len(X)")
    script = own + "for epoch in range(9):\n    A, T = X, Y\n" + STEP + UPDATE.replace("lr *", "lr * N / N *")
    with pytest.raises(UsageError, match=r"^train\.py makes N of data of its own, in front of its training: give what"):
        crosscheck.check(plain(tmp_path, script))
    given = {"X": "x", "Y": "y", "lr": "lr", "N": "len(x)"}
    assert crosscheck.check(plain(tmp_path, script, names=given)).verdict == "agrees"


HOLDS = """\
import numpy as np
class Net:
    def __init__(self, x, y):
        self.input, self.y = x, y
        self.W = [np.random.randn(2, 4), np.random.randn(4, 1)]
    def train(self, lr):
        h = np.tanh(self.input @ self.W[0])
        d = h @ self.W[1] - self.y
        g = self.input.T @ (d @ self.W[1].T * (1 - h ** 2)), h.T @ d
        self.W = [W - lr * dW for W, dW in zip(self.W, g)]
X, Y, lr = np.ones((6, 2)), np.zeros((6, 1)), 0.5
net = Net(X, Y)
for epoch in range(9):
    net.train(lr)
"""


@pytest.mark.parametrize("more", [{}, {"net.input": "x", "net.y": "y"}], ids=["of its constructor", "given"])
def test_a_network_that_holds_its_data_is_judged_with_them(tmp_path, more):
    names = {"X": "x", "Y": "y", "lr": "lr"} | more
    report = crosscheck.check(plain(tmp_path, HOLDS, names=names, parameters="net.W", sizes=(2, 4, 1)))
    assert report.verdict == "agrees", str(report)
    looked = {p["id"]: p["status"] for p in report.probes}
    assert (looked["results-depend-on-earlier-calls"] == "ok") == bool(more)


IN_BATCHES = """\
import numpy as np
from types import SimpleNamespace
cfg = SimpleNamespace(bs=32, rate=0.5)
X, Y = np.ones((64, 2)), np.zeros((64, 1))
W1, W2 = np.random.randn(2, 4), np.random.randn(4, 1)
for epoch in range(9):
    EPOCH
    for start in range(0, len(X), cfg.bs):
        A, T = X[start:start + cfg.bs], Y[start:start + cfg.bs]
        BATCH
        h = np.tanh(A @ W1)
        d = h @ W2 - T
        s1, s2 = s1 + A.T @ (d @ W2.T * (1 - h ** 2)), s2 + h.T @ d
        W1, W2 = W1 - cfg.rate * s1, W2 - cfg.rate * s2
"""


@pytest.mark.parametrize(("epoch", "batch", "causes"), [
    ("pass", "s1, s2 = 0.0, 0.0", []), ("s1, s2 = 0.0, 0.0", "pass", ["gradients-accumulate"]),
])  # fmt: skip
def test_a_batch_size_that_is_an_attribute_is_tried_at_half(tmp_path, epoch, batch, causes):
    script = IN_BATCHES.replace("EPOCH", epoch).replace("BATCH", batch)
    names = {"X": "x", "Y": "y", "cfg.rate": "lr", "cfg.bs": "len(x)"}
    report = crosscheck.check(plain(tmp_path, script, names=names))
    assert [d["id"] for e in report.explanations for d in e["defects"]] == causes
    assert report.verdict == ("differs" if causes else "agrees"), str(report)
