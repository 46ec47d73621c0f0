"""A printed loss that is another than declared, while every gradient holds: the remark says which."""

from typing import Any

import numpy as np
import pytest

import crosscheck
from crosscheck.declaration import declare
from crosscheck.finding import Remark
from crosscheck.loss_value import of_wrong_network
from crosscheck.standard_cases import standard_cases


class Prints(crosscheck.Adapter):
    """A right network that prints whatever is put in its place."""

    activations, loss, l2, parameters = ("tanh", "sigmoid"), "bce_per_sample", 0.3, ("W", "b")

    def build(self, case: Any) -> Any:
        return {"W": case.weights, "b": case.biases}

    def printed(self, p: Any, y: Any, net: Any) -> float:
        raise AssertionError("put another in its place")

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        (V, W), (a, b) = net["W"], net["b"]
        h = np.tanh(x @ V + a)
        p = 1 / (1 + np.exp(-(h @ W + b)))
        said = self.printed(p, y, net)
        d2 = (p - y) / len(x)
        d1 = d2 @ W.T * (1 - h**2)
        net["W"] = [V - lr * (x.T @ d1 + 0.3 * V), W - lr * (h.T @ d2 + 0.3 * W)]
        net["b"] = [a - lr * d1.sum(0), b - lr * d2.sum(0)]
        return {"loss": said}


def bce(p: Any, y: Any) -> Any:
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


def penalty(net: Any) -> Any:
    return 0.15 * sum(np.sum(W**2) for W in net["W"])


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        (lambda self, p, y, net: bce(p, y), "it is the loss without its penalty"),
        (
            lambda self, p, y, net: bce(p, y) + 0.15 * np.sum(net["W"][0] ** 2),
            "the loss without the penalty of layer 2",
        ),
        (lambda self, p, y, net: bce(p, y) + 2 * penalty(net), "the loss with twice the penalty"),
        (lambda self, p, y, net: len(y) * (bce(p, y) + penalty(net)), "the loss times N"),
        (lambda self, p, y, net: np.mean((p - y) ** 2), "it is mse, without a penalty"),
        (lambda self, p, y, net: -np.sum(y * np.log(p)) / len(y), "the loss without (1 - y) log(1 - ŷ)"),
        (lambda self, p, y, net: np.mean(np.abs(p - y)), "it is the mean of |ŷ - y|"),
        (lambda self, p, y, net: bce(p, y) + 1.0, "Is it computed by the forward pass that is trained?"),
        (lambda self, p, y, net: bce(p, y) + penalty(net), None),
    ],
)
def test_the_remark_says_what_is_printed(printed: Any, meaning: str | None) -> None:
    adapter = type("Prints", (Prints,), {"printed": printed})
    ordinary = list(standard_cases(declare(adapter())))[:3]
    report = crosscheck.check(adapter, cases=ordinary)
    assert report.verdict == "agrees", str(report)
    remarks = [r.text for r in report.remarks if r.kind == "loss-value"]
    assert [meaning in r for r in remarks if meaning] == ([] if meaning is None else [True])
    assert meaning or not remarks


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("loss-value", "the loss shown is 3, its formula gives 2; every gradient holds", "its formula gives 2"),
        ("loss-value", "the loss shown is 3, its formula gives 2; every gradient holds: it is mse", "2: it is mse"),
        ("dtype", "all of it; every gradient holds", "every gradient holds"),
    ],
)
def test_of_a_wrong_network_nothing_is_praised(kind: str, text: str, said: str) -> None:
    assert of_wrong_network(Remark(kind, text)).text.endswith(said)
