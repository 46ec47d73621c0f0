"""Where random numbers are drawn, and what is not said beside it."""

import sys
from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from crosscheck.case import Case
from crosscheck.probes.bench import run_once
from crosscheck.probes.drawn import drawn_at

CASE = Case.draw((3, 2), 4, activations=("identity",), loss="mse", seed=1)


class Net(crosscheck.Adapter):
    """A right network of one layer, but for the samples that it takes."""

    activations, loss = ("identity",), "mse"

    def build(self, case):
        first = np.random.standard_normal(case.weights[0].shape)  # drawn, and replaced
        return SimpleNamespace(W=[case.weights[0] + 0 * first], b=case.biases)

    def chosen(self, n):
        return np.arange(n)

    def step(self, net, x, y, lr):
        chosen = self.chosen(len(x))
        x, y = x[chosen], y[chosen]
        d = 2 * (x @ net.W[0] + net.b[0] - y) / y.size
        net.W[0] -= lr * x.T @ d
        net.b[0] -= lr * d.sum(axis=0)

    def read(self, net):
        return {"W": net.W, "b": net.b}


class Bootstrap(Net):
    def chosen(self, n):
        several = n
        return np.random.choice(several, several)


@pytest.mark.parametrize(("adapter", "function"), [(Bootstrap(), "chosen"), (Net(), "build")])
def test_the_line_that_draws_in_the_step_comes_before_those_of_build(adapter, function):
    code = getattr(adapter, function).__func__.__code__
    line = code.co_firstlineno + (2 if function == "chosen" else 1)
    assert drawn_at(lambda: run_once(adapter, CASE), adapter.build) == f"test_drawn.py:{line} in {function}"
    assert sys.gettrace() is None


def test_what_draws_nothing_has_no_place():
    assert drawn_at(lambda: Net().chosen(3), None) == ""


def test_a_random_step_is_not_said_to_remember_other_calls():
    report = crosscheck.check(Bootstrap, cases=[CASE])
    found = {p["id"]: p for p in report.probes if p["status"] == "found"}
    assert "results-depend-on-earlier-calls" not in found
    assert found["nondeterministic"]["place"].endswith(" in chosen")


class Adam(Net):
    """It keeps more from step to step than SGD does, as it should."""

    def build(self, case):
        net = super().build(case)
        net.t, net.m, net.v = 0, [0.0, 0.0], [0.0, 0.0]
        return net

    def step(self, net, x, y, lr):
        net.t += 1
        d = 2 * (x @ net.W[0] + net.b[0] - y) / y.size
        for i, (p, g) in enumerate([(net.W[0], x.T @ d), (net.b[0], d.sum(axis=0))]):
            net.m[i] = 0.9 * net.m[i] + 0.1 * g
            net.v[i] = 0.999 * net.v[i] + 0.001 * g * g
            p[...] -= lr * net.m[i] / (1 - 0.9**net.t) / (np.sqrt(net.v[i] / (1 - 0.999**net.t)) + 1e-8)


def test_adam_is_recognised_and_not_blamed_for_what_it_keeps():
    report = crosscheck.check(Adam, cases=[Case.draw((5, 3), 7, activations=("identity",), loss="mse", seed=1)])
    assert report.proven == "optimizer"
    assert [p["id"] for p in report.probes if p["status"] == "found"] == []
    words = " ".join(str(report).split())
    assert "the first update is lr times the sign of the gradient" in words
    assert "hint:" not in words


class Gradients(Net):
    def step(self, net, x, y, lr):
        d = 2 * (x @ net.W[0] + net.b[0] - y) / y.size
        return {"dW": [x.T @ d], "db": [d.sum(axis=0)]}

    def read(self, net):
        return {}


@pytest.mark.parametrize(("adapter", "head"), [(Gradients, "AGREES (gradients only)  "), (Net, "AGREES  ")])
def test_the_headline_says_when_no_update_was_judged(adapter, head):
    assert str(crosscheck.check(adapter, cases=[CASE])).startswith(head)
