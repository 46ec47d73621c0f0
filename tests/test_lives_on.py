"""What a script's loop hands on to itself: velocities and sums live on, and nothing that is right is called wrong."""

import pytest

import crosscheck
from crosscheck.load import load
from tests.some_cases import some_cases

SCRIPT = """\
import numpy as np
X, Y = np.ones((3, 2)), np.ones((3, 1))
eta, mu = 0.5, 0.5
n, d = X.shape
W1 = np.random.randn(d, 4)
W2 = np.random.randn(4, 1)
b1, b2 = np.zeros(4), 0.0
BEFORE
for epoch in range(500):
    h = np.tanh(X @ W1 + b1)
    e = h @ W2 + b2 - Y
    E = 0.5 * (e ** 2).sum()
    dh = e @ W2.T * (1 - h ** 2)
    gW1, gW2, gb1, gb2 = X.T @ dh, h.T @ e, dh.sum(axis=0), e.sum()
    LOOP
"""
DECLARED = """
import crosscheck

class Mine(crosscheck.Script):
    file, substitute, parameters = "train.py", {"range(500)": "range(1)"}, ("W1 W2", "b1 b2")
    names, shows = {"X": "x", "Y": "y", "eta": "lr"}, {"loss": "E"}
    activations, loss, momentum, sizes = ("tanh", "identity"), "half_sse", MOMENTUM, (2, 4, 1)
"""
PLAIN = "W1, W2, b1, b2 = W1 - eta * gW1, W2 - eta * gW2, b1 - eta * gb1, b2 - eta * gb2"
APART = "v1, v2, u1, u2 = np.zeros((d, 4)), np.zeros_like(W2), 0 * b1, 0.0"
VELOCITIES = """v1, v2, u1, u2 = mu * v1 + gW1, mu * v2 + gW2, mu * u1 + gb1, mu * u2 + gb2
W1 -= eta * v1; W2 -= eta * v2; b1 -= eta * u1; b2 -= eta * u2"""
IN_A_DICT = """for key, g in {"W1": gW1, "W2": gW2, "b1": gb1, "b2": gb2}.items():
    v[key] = mu * v.get(key, 0) + g
W1 -= eta * v["W1"]; W2 -= eta * v["W2"]; b1 -= eta * v["b1"]; b2 -= eta * v["b2"]"""
IN_A_LIST = """for w, g in zip(v, (gW1, gW2, gb1, gb2)):
    w[...] = mu * w + g
W1 -= eta * v[0]; W2 -= eta * v[1]; b1 -= eta * v[2]; b2 -= eta * float(v[3])"""
FROM_NOTHING = """v = [gW1, gW2, gb1, gb2] if v is None else [mu * w + g for w, g in zip(v, (gW1, gW2, gb1, gb2))]
W1 -= eta * v[0]; W2 -= eta * v[1]; b1 -= eta * v[2]; b2 -= eta * v[3]"""
LIST = "v = [np.zeros_like(W1), np.zeros_like(W2), np.zeros(4), np.zeros(())]"
BEST = """if E < best:
    best, best_W1, wait = E, W1.copy(), 0
else:
    wait += 1
    if wait > 9:
        break
"""
RIGHT = {
    "plain": ("pass", PLAIN, 0),
    "velocities": (APART, VELOCITIES, 0.5),
    "in a dictionary that is empty at first": ("v = {}", IN_A_DICT, 0.5),
    "in a list, changed in place": (LIST, IN_A_LIST, 0.5),
    "none at first": ("v = None", FROM_NOTHING, 0.5),
    "a history": ("past = []", PLAIN + "\npast.append((W1.copy(), E))", 0),
    "the best weights": ("best, best_W1, wait = np.inf, W1.copy(), 0", BEST + PLAIN, 0),
    "an early stop": ("best = np.inf", "if E > best:\n    break\nbest = E\n" + PLAIN, 0),
    "an average of the weights": ("mean = W1.copy()", PLAIN + "\nmean = 0.9 * mean + 0.1 * W1", 0),
    "buffers that are zeroed": ("s = np.zeros_like(W1)", "s.fill(0)\ns += gW1\ngW1 = s\n" + PLAIN, 0),
    "buffers of each batch": (
        "s = np.zeros_like(W1)",
        "for i in range(1):\n    s = np.zeros_like(W1)\n    s += gW1\ngW1 = s\n" + PLAIN,
        0,
    ),
    "a copy of the start": ("W0 = W1.copy()", PLAIN + "\nmoved = np.abs(W1 - W0).max()", 0),
    "a list of the parameters": ("params = [W1, W2]", PLAIN + "\nsizes = [p.size for p in params]", 0),
    "data of another name": ("Z = X * 1", "Z -= 0\nZ *= 2\nX = Z / 2\n" + PLAIN, 0),
    "sums for the eye": ("total, losses = 0.0, []", "total += E\nlosses.append(E)\n" + PLAIN, 0),
}  # fmt: skip
ADDED = "gradients-accumulate"
SUMS = "s1, s2 = np.zeros_like(W1), np.zeros_like(W2)"
WRONG = {
    "gradients that are added up": (SUMS, "s1 += gW1; s2 += gW2\ngW1, gW2 = s1, s2\n" + PLAIN, 0, ADDED),
    "of a bias that is a number": ("s = 0.0", "s += gb2\nb2 -= eta * s - eta * gb2\n" + PLAIN, 0, ADDED),
    "velocities that are not wanted": (APART, VELOCITIES, 0, ""),
}  # fmt: skip


def checked(tmp_path, before, loop, momentum):
    text = SCRIPT.replace("BEFORE", before).replace("LOOP", loop.replace("\n", "\n    "))
    (tmp_path / "train.py").write_text(text, encoding="utf-8")
    (tmp_path / "mine.py").write_text(DECLARED.replace("MOMENTUM", str(momentum)), encoding="utf-8")
    adapter = load(str(tmp_path / "mine.py"))
    return crosscheck.check(adapter, cases=some_cases(adapter))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_script_agrees(name, tmp_path):
    report = checked(tmp_path, *RIGHT[name])
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize("name", WRONG)
def test_what_its_loop_hands_on_is_seen(name, tmp_path):
    *script, cause = WRONG[name]
    report = checked(tmp_path, *script)
    assert report.verdict == "differs"
    assert cause in str(report)
    assert "script_adapter" not in str(report)
