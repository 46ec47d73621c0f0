"""One vector of all parameters: `flat` puts it, reads it, and takes a gradient of that form."""

import numpy as np
import pytest

import crosscheck
from crosscheck.collect import flatten, unflatten
from crosscheck.declaration import declare
from crosscheck.errors import UsageError
from crosscheck.standard_cases import standard_cases


class Flat(crosscheck.Adapter):
    """A network on one vector, of its own widths."""

    activations, loss, parameters, flat = ("tanh", "identity"), "half_sse_per_sample", "net.theta", "C"
    slope = 1.0

    def build(self, case):
        like = [w * 0 for w in case.weights], [b * 0 for b in case.biases]
        return {"net": {"theta": self.first(flatten(*like, order=self.flat))}, "like": like}

    first = staticmethod(lambda vector: vector)

    def step(self, net, x, y, lr):
        W, b = unflatten(net["net"]["theta"], *net["like"], order=self.flat)
        h = np.tanh(x @ W[0] + b[0])
        d2 = (h @ W[1] + b[1] - y) / len(x)
        d1 = d2 @ W[1].T * (1 - self.slope * h**2)
        grad = flatten([x.T @ d1, h.T @ d2], [d1.sum(0), d2.sum(0)], order=self.flat)
        net["net"]["theta"] = np.asarray(net["net"]["theta"]) - lr * grad
        return {"dW": grad}


class Theta(Flat):
    """The same without a build: the widths are those of the data."""

    def step(self, net, x, y, lr):
        n, k = x.shape[1], y.shape[1]
        h = (net["theta"].size - k) // (n + 1 + k)
        like = [np.zeros((n, h)), np.zeros((h, k))], [np.zeros(h), np.zeros(k)]
        whole = {"net": net, "like": like}
        return Flat.step(self, whole, x, y, lr)


def told(**attributes):
    adapter = type("Mine", (Flat,), attributes)()
    return crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[:3])


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"flat": "F"},
        {"first": staticmethod(lambda vector: None)},
        {"first": staticmethod(lambda vector: vector.astype(np.float32))},
        {"first": staticmethod(list)},
        {"parameters": "theta", "build": None, "step": Theta.step},
    ],
    ids=["rows", "columns", "none-yet", "float32", "list", "no-build"],
)
def test_it_is_put_and_read(attributes):
    report = told(**attributes)
    assert report.verdict == "agrees", str(report)
    assert {f.name for f in report.findings} >= {"dW1", "db1", "dW2", "db2", "W1'", "b2'"}


def test_the_companion_a_mistake_is_named():
    report = told(slope=0.0)
    assert [d["id"] for e in report.explanations[:1] for d in e["defects"]] == ["derivative-missing"]


def test_another_order_than_declared_differs():
    def step(self, net, x, y, lr):
        self.flat = "C"
        Flat.step(self, net, x, y, lr)
        self.flat = "F"

    assert told(flat="F", step=step).verdict == "differs"


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"flat": True}, r"Mine.flat is True: expected 'C', each array row by row, or 'F', column by column"),
        ({"parameters": ("W", "b")}, r"flat means one vector of all of them, expected its name, 'theta'"),
        ({"first": staticmethod(lambda v: v[1:])}, r"net.theta has \d+ numbers, and the parameters are \d+"),
        ({"parameters": "net.theta.there"}, r"net.theta.there leads nowhere in the dict that build returned"),
    ],
    ids=["no-order", "two-names", "another-length", "nowhere"],
)
def test_what_does_not_fit_is_refused(attributes, message):
    with pytest.raises(UsageError, match=message):
        told(**attributes)
