"""Neurons and rows that are one object are the network's mistake; parameters made anew in every step are refused."""

from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from tests.some_cases import some_cases


class Neuron:
    def __init__(self, n):
        self.w, self.b, self.out, self.error = [0.1] * n, 0.0, 0.0, 0.0


class Neurons(crosscheck.Adapter):
    """Plain Python: layers of neurons, of which `layer` makes one."""

    samples, weight, activations, loss = "vector", "out_in", ("tanh", ..., "tanh"), "half_sse"
    parameters = "layers.neurons.w", "layers.neurons.b"

    def build(self, case):
        pairs = zip(case.sizes, case.sizes[1:], strict=False)
        return SimpleNamespace(layers=[SimpleNamespace(neurons=self.layer(m, n)) for m, n in pairs])

    def layer(self, m, n):
        return [Neuron(m) for _ in range(n)]

    def step(self, net, x, y, lr):
        given = [list(x)]
        for layer in net.layers:
            for n in layer.neurons:
                n.out = float(np.tanh(n.b + sum(w * v for w, v in zip(n.w, given[-1], strict=True))))
            given.append([n.out for n in layer.neurons])
        errors = [o - t for o, t in zip(given[-1], y, strict=True)]
        for layer, below in zip(reversed(net.layers), reversed(given[:-1]), strict=True):
            for n, e in zip(layer.neurons, errors, strict=True):
                n.error = e * (1 - n.out**2)
            errors = [sum(n.w[j] * n.error for n in layer.neurons) for j in range(len(below))]
            for n in layer.neurons:
                for j, v in enumerate(below):
                    n.w[j] -= lr * n.error * v
                n.b -= lr * n.error


class OneNeuron(Neurons):
    def layer(self, m, n):
        return [Neuron(m)] * n


class OneListOfWeights(Neurons):
    def layer(self, m, n):
        neurons, w = super().layer(m, n), [0.1] * m
        for neuron in neurons:
            neuron.w = w
        return neurons


class Matrices(crosscheck.Adapter):
    """Lists of lists."""

    samples, weight, bias, activations, loss = "vector", "out_in", "none", ("identity",), "half_sse"
    parameters = "w"

    def build(self, case):
        return {"w": [[[0.1] * m] * n for m, n in zip(case.sizes, case.sizes[1:], strict=False)]}

    def step(self, net, x, y, lr):
        (rows,) = net["w"]
        for row, t in zip(rows, y, strict=True):
            error = sum(w * v for w, v in zip(row, x, strict=True)) - t
            for j, v in enumerate(x):
                row[j] -= lr * error * v


@pytest.mark.parametrize(
    ("network", "words"),
    [
        (OneNeuron, "all 7 neurons of layer 1 are one and the same object: [Neuron(...)] * n makes one; make"),
        (OneListOfWeights, "all 7 rows of layers.neurons.w of layer 1 are one and the same object"),
        (Matrices, "of layer 1 are one and the same object: [[...] * n] * m makes one"),
    ],
)  # fmt: skip
def test_one_object_is_named(network, words):
    report = crosscheck.check(network, cases=some_cases(network))
    assert report.verdict == "differs"
    found = {p["id"]: p["text"] for p in report.probes if p["status"] == "found"}
    assert words in found["parameters-shared"]
    assert "zero-step" not in {r.kind for r in report.remarks}


def test_each_its_own_agrees():
    assert crosscheck.check(Neurons, cases=some_cases(Neurons)).verdict == "agrees"


class Estimator:
    def __init__(self, sizes, seed):
        self.sizes, self.seed = sizes, seed
        self.initialize()

    def initialize(self):
        stream = np.random.RandomState(self.seed)
        self.W = [stream.normal(size=s) for s in zip(self.sizes, self.sizes[1:], strict=False)]

    def partial_fit(self, x, y, lr):
        self.initialize()
        self.W[0] = self.W[0] - lr * x.T @ (x @ self.W[0] - y)


class Elsewhere(Estimator):
    def initialize(self):
        super().initialize()
        self.theta = self.W[0].copy()

    def partial_fit(self, x, y, lr):
        self.theta = self.theta - lr * x.T @ (x @ self.theta - y)
        self.W = [self.theta]


@pytest.mark.parametrize(
    ("kind", "seed", "message"),
    [
        (Estimator, 0, "the step makes W1 anew in every call.*initialises itself again"),
        (Estimator, None, "the step makes W1 anew in every call"),
        (Elsewhere, 0, "does not depend on it.*or the step replaces it by what the network keeps elsewhere"),
    ],
)
def test_parameters_that_do_not_arrive_are_refused_with_what_may_be_wrong(kind, seed, message):
    class Mine(crosscheck.Adapter):
        activations, loss, bias, parameters = ("identity",), "half_sse", "none", "W"

        def build(self, case):
            return kind(case.sizes, seed)

        def step(self, net, x, y, lr):
            net.partial_fit(x, y, lr)

    with pytest.raises(crosscheck.UsageError, match=message):
        crosscheck.check(Mine)
