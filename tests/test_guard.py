"""A logarithm that is kept off zero: the network is right to the digit that counts, and other mistakes still show."""

from typing import Any

import numpy as np
import pytest

import crosscheck
from tests.test_check_wrong import sigmoid


class Guarded(crosscheck.Adapter):
    """Binary cross entropy through its division, as it stands in many notebooks."""

    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"

    def build(self, case: Any) -> Any:
        return {"W": case.weights, "b": case.biases}

    def d_output(self, p: Any, y: Any) -> Any:
        return (1 - y) / (1 - p + 1e-8) - y / (p + 1e-8)

    def slope(self, p: Any) -> Any:
        return p * (1 - p)

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        W, b = net["W"], net["b"]
        h = np.tanh(x @ W[0] + b[0])
        p = sigmoid(h @ W[1] + b[1])
        d2 = self.d_output(p, y) / len(x) * self.slope(p)
        d1 = d2 @ W[1].T * (1 - h**2)
        net["W"] = [W[0] - lr * x.T @ d1, W[1] - lr * h.T @ d2]
        net["b"] = [b[0] - lr * d1.sum(0), b[1] - lr * d2.sum(0)]
        return {"loss": -np.sum(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8)) / len(x)}

    def read(self, net: Any) -> Any:
        return net


class Clipped(Guarded):
    def d_output(self, p: Any, y: Any) -> Any:
        p = np.clip(p, 1e-10, 1 - 1e-10)
        return (1 - y) / (1 - p) - y / p


class ClippedEverywhere(Guarded):
    def d_output(self, p: Any, y: Any) -> Any:
        p = np.clip(p, 1e-7, 1 - 1e-7)
        return (1 - y) / (1 - p) - y / p

    def slope(self, p: Any) -> Any:
        p = np.clip(p, 1e-7, 1 - 1e-7)
        return p * (1 - p)


class OverBoth(Guarded):
    def d_output(self, p: Any, y: Any) -> Any:
        return (p - y) / (p * (1 - p) + 1e-8)


class Softmax(Guarded):
    """With the whole Jacobian, as a layer of its own has it."""

    activations, loss = ("tanh", "softmax"), "cross_entropy_per_sample"
    whole = True

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        W, b = net["W"], net["b"]
        h = np.tanh(x @ W[0] + b[0])
        z = h @ W[1] + b[1]
        e = np.exp(z - z.max(1, keepdims=True))
        p = e / e.sum(1, keepdims=True)
        g = -(y / (p + 1e-12)) / len(x)
        d2 = p * (g - np.sum(g * p, axis=1, keepdims=True)) if self.whole else g * p * (1 - p)
        d1 = d2 @ W[1].T * (1 - h**2)
        net["W"] = [W[0] - lr * x.T @ d1, W[1] - lr * h.T @ d2]
        net["b"] = [b[0] - lr * d1.sum(0), b[1] - lr * d2.sum(0)]


@pytest.mark.parametrize(
    ("network", "how"),
    [
        (Guarded, "ε = 1e-08, added"),
        (Clipped, "ε = 1e-10, clipped"),
        (ClippedEverywhere, "ε = 1e-07, clipped everywhere"),
        (OverBoth, "ε = 1e-08, added to p(1 - p)"),
        (Softmax, "ε = 1e-12, added"),
    ],
)
def test_a_guard_is_a_remark(network: type[Guarded], how: str) -> None:
    report = crosscheck.check(network)
    assert report.passed, report
    (remark,) = (r.text for r in report.remarks if r.kind == "guard")
    assert f"({how})" in remark
    assert "agree to rounding with yours" in remark
    assert not report.explanations
    assert {f.status for f in report.findings if f.stage != "loss"} <= {"agrees", "not judged"}


class NoSlope(Guarded):
    def slope(self, p: Any) -> Any:
        return 1.0


class OnlyDiagonal(Softmax):
    whole = False


class LargeGuard(Guarded):
    """No guard any more: it changes the third digit."""

    def d_output(self, p: Any, y: Any) -> Any:
        return (1 - y) / (1 - p + 1e-3) - y / (p + 1e-3)


class NotQuite(Guarded):
    """A guard, and what is wrong in the ninth digit beside it."""

    def slope(self, p: Any) -> Any:
        return p * (1 - p) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("network", "first"),
    [
        (NoSlope, "output-derivative-missing"),
        (OnlyDiagonal, "softmax-diagonal-jacobian"),
        (LargeGuard, ""),
        (NotQuite, ""),
    ],
)
def test_the_companions_what_is_wrong_beside_a_guard_is_wrong(network: type[Guarded], first: str) -> None:
    report = crosscheck.check(network)
    assert report.verdict == "differs"
    named = [d["id"] for e in report.explanations[:1] for d in e["defects"]]
    assert named == ([first, "logarithm-kept-off-zero"] if first else [])
