"""A gradient that is shown without the penalty's term: right where the update adds it, and nowhere else."""

from typing import Any

import numpy as np
import pytest

import crosscheck
from tests.some_cases import some_cases


class InTheUpdate(crosscheck.Adapter):
    """The gradients of the data alone, and the decay in the update, as Nielsen writes it."""

    activations, loss, l2, l2_scale = ("tanh", ..., "identity"), "half_sse_per_sample", 0.3, "per_sample"
    factor, shown_factor = 1.0, 1.0

    def build(self, case: Any) -> Any:
        return {"W": case.weights, "b": case.biases, "v": [np.zeros_like(W) for W in case.weights]}

    def step(self, net: Any, x: Any, y: Any, lr: float) -> Any:
        n, A = len(x), [x]
        dW: list[Any] = []
        db: list[Any] = []
        for i, (W, b) in enumerate(zip(net["W"], net["b"], strict=True)):
            z = A[-1] @ W + b
            A.append(np.tanh(z) if i < len(net["W"]) - 1 else z)
        d = (A[-1] - y) / n
        for i in reversed(range(len(net["W"]))):
            dW.insert(0, A[i].T @ d)
            db.insert(0, d.sum(axis=0))
            d = d @ net["W"][i].T * (1 - A[i] ** 2)
        for i, (gW, gb) in enumerate(zip(dW, db, strict=True)):
            decayed = gW + self.factor * self.l2 / n * net["W"][i]
            net["v"][i] = self.momentum * net["v"][i] + decayed
            net["W"][i] = net["W"][i] - lr * net["v"][i]
            net["b"][i] = net["b"][i] - lr * gb
        return {"dW": [self.shown_factor * g for g in dW], "db": db}

    def read(self, net: Any) -> Any:
        return {"W": net["W"], "b": net["b"]}


def varied(**attributes: Any) -> type[crosscheck.Adapter]:
    return type("Varied", (InTheUpdate,), attributes)


def test_a_penalty_that_the_update_adds_is_no_mistake() -> None:
    report = crosscheck.check(InTheUpdate, cases=some_cases(InTheUpdate))
    assert report.verdict == "agrees", str(report)
    assert "penalty-in-update" in {r.kind for r in report.remarks}


@pytest.mark.parametrize(
    ("attributes", "cause"),
    [
        ({"factor": 0.0}, "decay-omitted"),
        ({"factor": 2.0}, "decay-factor"),
        ({"shown_factor": 2.0}, ""),
    ],
)
def test_updates_decide(attributes: dict[str, float], cause: str) -> None:
    adapter = varied(**attributes)
    report = crosscheck.check(adapter, cases=some_cases(adapter))
    assert report.verdict == "differs"
    named = [d["id"] for e in report.explanations[:1] for d in e["defects"]]
    assert not cause or named == [cause], str(report)
