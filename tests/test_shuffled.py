"""Samples that are shuffled: together it is the same batch, apart it is a mistake, named with whatever is beside it."""

import random
import sys
from random import shuffle

import numpy as np
import pytest

import crosscheck
from crosscheck.declaration import declare
from crosscheck.load import load
from crosscheck.shuffled import unshuffled
from crosscheck.standard_cases import standard_cases

RNG = np.random.default_rng(3)
STATE = np.random.RandomState(3)


def by_shuffle(n):
    order = list(range(n))
    random.shuffle(order)
    return order


def by_its_own_name(n):
    order = list(range(n))
    shuffle(order)
    return order


ORDERS = {  # looked up when they are called: what is global is another then
    "rng": lambda n: RNG.permutation(n)[:],
    "state": lambda n: STATE.permutation(n)[:],
    "new rng": lambda n: np.random.default_rng(1).permutation(n),
    "global": lambda n: np.random.permutation(n)[:],
    "choice": lambda n: np.random.choice(n, n, replace=False),
    "rng choice": lambda n: RNG.choice(n, size=n, replace=False),
    "random.shuffle": by_shuffle,
    "from random import shuffle": by_its_own_name,
    "random.sample": lambda n: random.sample(range(n), n),
}


class Epoch(crosscheck.Adapter):
    """A right network that takes its batch in a random order."""

    activations, loss, parameters = ("tanh", "identity"), "half_sse_per_sample", ("W", "b")
    order, apart, slope = staticmethod(ORDERS["rng"]), False, 1.0

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        order = np.asarray(self.order(len(x)))
        xb, yb = (x if self.apart else x[order]), y[order]
        h = np.tanh(xb @ net["W"][0] + net["b"][0])
        d2 = (h @ net["W"][1] + net["b"][1] - yb) / len(x)
        d1 = d2 @ net["W"][1].T * (1 - self.slope * h**2)
        for i, (a, d) in enumerate(((xb, d1), (h, d2))):
            net["W"][i] -= lr * a.T @ d
            net["b"][i] -= lr * d.sum(axis=0)


def told(**attributes):
    adapter = type("Mine", (Epoch,), attributes)()
    report = crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[:4])
    found = [p["id"] for p in report.probes if p["status"] == "found"]
    return report, found, [d["id"] for e in report.explanations[:1] for d in e["defects"]]


def test_together_is_the_same_batch():
    assert told()[0].verdict == "agrees"


@pytest.mark.parametrize("way", ORDERS)
def test_apart_is_a_mistake_of_the_order(way):
    report, found, causes = told(order=staticmethod(ORDERS[way]), apart=True)
    assert report.verdict == "differs"
    assert (found, causes) == (["rows-shuffled-apart"], [])
    assert "test_shuffled.py:" in str(report)


def test_another_mistake_beside_it_is_named():
    report, found, causes = told(apart=True, slope=0.0)
    assert report.verdict == "differs"
    assert (found, causes) == (["rows-shuffled-apart"], ["derivative-missing"])


def test_a_mistake_in_a_shuffled_batch_has_its_own_name():
    _, found, causes = told(slope=0.0)
    assert (found, causes) == ([], ["derivative-missing"])


class OfTheLast(Epoch):
    """The biases of the last sample alone: another one in each order, though all is shuffled together."""

    def step(self, net, x, y, lr):
        order = np.asarray(self.order(len(x)))
        xb, yb = x[order], (y if self.apart else y[order])
        h = np.tanh(xb @ net["W"][0] + net["b"][0])
        d2 = (h @ net["W"][1] + net["b"][1] - yb) / len(x)
        d1 = d2 @ net["W"][1].T * (1 - h**2)
        for i, (a, d) in enumerate(((xb, d1), (h, d2))):
            net["W"][i] -= lr * a.T @ d
            net["b"][i] -= lr * d[-1]


def test_a_mistake_that_depends_on_the_order_is_not_one_of_the_order():
    adapter = OfTheLast()
    report = crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[:4])
    assert [d["id"] for d in report.explanations[0]["defects"]] == ["one-sample-only"]
    assert [p["id"] for p in report.probes if p["status"] == "found"] == []
    assert "nothing-shuffled" in [r.kind for r in report.remarks]


def test_everything_is_as_before_afterwards():
    before = np.random.permutation, np.random.default_rng, np.random.RandomState, random.shuffle, RNG
    with unshuffled(Epoch()) as noted:
        assert list(ORDERS["rng"](4)) == [0, 1, 2, 3]
        assert list(ORDERS["global"](4)) == [0, 1, 2, 3]
    assert noted.place.startswith("test_shuffled.py:")
    assert before == (np.random.permutation, np.random.default_rng, np.random.RandomState, random.shuffle, RNG)
    assert any(list(np.random.RandomState(k).permutation(4)) != [0, 1, 2, 3] for k in range(9))


IN_A_FILE = """
import numpy as np
rng = np.random.default_rng(5)
class Net:
    def __init__(self, rng=np.random.default_rng(7)):
        pass
    def order(self, n):
        return WAY.permutation(n)
"""


@pytest.mark.parametrize("way", ["rng", "Net.__init__.__defaults__[0]"], ids=["variable", "default"])
def test_generators_of_a_module_that_is_forgotten_are_still(tmp_path, way):
    (tmp_path / "net_in_a_file.py").write_text(IN_A_FILE.replace("WAY", way))
    (tmp_path / "mine.py").write_text(
        "import crosscheck\nfrom net_in_a_file import Net\n"
        "class Mine(crosscheck.Adapter):\n    step = lambda self, *a: Net().order(5)\n"
    )
    adapter = load(str(tmp_path / "mine.py"))
    order = type(adapter).step
    assert order is not None
    assert "net_in_a_file" not in sys.modules
    with unshuffled(adapter):
        assert list(order(adapter)) == [0, 1, 2, 3, 4]
    assert any(list(order(adapter)) != [0, 1, 2, 3, 4] for _ in range(9))
