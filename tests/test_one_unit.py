"""A layer of a single unit that is not updated: the layer does not move, and no unit is said to be left out."""

import numpy as np

import crosscheck
from tests.some_cases import some_cases


class LastLayerForgotten(crosscheck.Adapter):
    activations, loss, sizes, parameters = ("tanh", "identity"), "half_sse_per_sample", ("n", "h", 1), ("W", "b")

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        (V, W), (a, b) = net["W"], net["b"]
        h = np.tanh(x @ V + a)
        d2 = (h @ W + b - y) / len(x)
        d1 = d2 @ W.T * (1 - h**2)
        net["W"][0], net["b"][0] = V - lr * x.T @ d1, a - lr * d1.sum(0)


def test_the_layer_is_named_and_not_its_unit():
    report = crosscheck.check(LastLayerForgotten, cases=some_cases(LastLayerForgotten))
    assert [(d["id"], d["layers"]) for d in report.explanations[0]["defects"]] == [("step-is-zero", [2])]
