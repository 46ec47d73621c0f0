"""dZ = a − y and dW = dZ aᵀ / N: where the division stands is no mistake, and hides none."""

import numpy as np
import pytest

import crosscheck
from crosscheck.declaration import declare
from crosscheck.standard_cases import standard_cases


class Course(crosscheck.Adapter):
    """As in a well-known course: the deltas carry no 1/m."""

    activations, loss, parameters = ("tanh", "sigmoid"), "bce_per_sample", ("W", "b")
    slope, share, again = 1.0, 1.0, 1.0

    def step(self, net, x, y, lr):
        m, W2 = len(x), net["W2"]
        h = np.tanh(x @ net["W1"] + net["b1"])
        p = 1 / (1 + np.exp(-(h @ W2 + net["b2"])))
        with np.errstate(all="ignore"):
            dp = -(y / p - (1 - y) / (1 - p)) if self.long_way else None
            d2 = dp * p * (1 - p) if self.long_way else p - y
        dh = d2 @ W2.T
        d1 = dh * (1 - self.slope * h**2)
        g = {"dW2": h.T @ d2 / m, "db2": d2.sum(0) / m, "dW1": x.T @ d1 / m, "db1": d1.sum(0) / m * self.share}
        for name, value in g.items():
            g[name] = value / self.again
            net[name[1:]] = net[name[1:]] - lr * g[name]
        return g | {"dA1": dh, "dA0": d1 @ net["W1"].T} | ({} if self.long_way else {"dZ2": d2, "dZ1": d1})

    long_way = False


def told(cases=slice(3), **attributes):
    adapter = type("Mine", (Course,), attributes)()
    report = crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[cases])
    return report, [d["id"] for e in report.explanations[:1] for d in e["defects"]]


@pytest.mark.parametrize("long_way", [False, True], ids=["dZ", "dA"])
def test_deltas_without_the_division_are_right(long_way):
    report, _ = told(long_way=long_way, cases=slice(None), step=input_gradient_before_the_update)
    assert report.verdict == "agrees", str(report)
    text = " ".join(str(report).split())
    assert "times the gradient, and dW and db are divided by it: judged divided too" in text
    assert any(f.name == "dX" and f.status == "agrees" for f in report.findings)


def input_gradient_before_the_update(self, net, x, y, lr):
    before = net["W1"].copy()
    shown = Course.step(self, net, x, y, lr)
    with np.errstate(all="ignore"):
        d1 = shown["dA1"] * (1 - np.tanh(x @ before + (net["b1"] + lr * shown["db1"])) ** 2)
    return shown | {"dA0": d1 @ before.T}


@pytest.mark.parametrize(
    ("attributes", "named"),
    [
        ({"slope": 0.0}, ["derivative-missing"]),
        ({"share": 2.0}, ["parameter-factor"]),
    ],
    ids=["slope", "share"],
)
def test_the_companion_mistakes_beside_it_are_named(attributes, named):
    attributes |= {"step": lambda self, *a: {n: v for n, v in Course.step(self, *a).items() if n != "dA0"}}
    report, found = told(**attributes)
    assert report.verdict == "differs"
    assert found == named


def test_the_companion_right_deltas_and_gradients_divided_once_more_are_wrong():
    def step(self, net, x, y, lr):
        shown = Course.step(self, net, x, y, lr)
        return {n: v / len(x) if n.startswith("dZ") else v for n, v in shown.items() if not n.startswith("dA")}

    report, found = told(again=7.0, step=step)
    assert report.verdict != "agrees"
    assert found or report.factor is not None


@pytest.mark.parametrize("numbered", [lambda i: i, lambda i: i + 1], ids=["given", "handed-down"])
def test_deltas_may_be_numbered_by_the_layer_that_hands_them_down(numbered):
    def step(self, net, x, y, lr):
        W = {n: net[n].copy() for n in ("W1", "b1", "W2")}
        shown = Course.step(self, net, x, y, lr)
        d1 = shown["dA1"] * (1 - np.tanh(x @ W["W1"] + W["b1"]) ** 2)
        rest = {n: v for n, v in shown.items() if not n.startswith(("dA", "dZ"))}
        return rest | {f"dA{numbered(1)}": shown["dA1"], f"dA{numbered(0)}": d1 @ W["W1"].T}

    report, _ = told(step=step)
    assert report.verdict == "agrees", str(report)
    assert {"dA1", "dX"} <= {f.name for f in report.findings}
