"""A printed loss whose logarithm is kept off zero: it is recognised by its value, and nothing else is."""

import numpy as np
import pytest

import crosscheck
from crosscheck.declaration import declare
from crosscheck.standard_cases import standard_cases


class Printed(crosscheck.Adapter):
    """A network of one hidden layer that prints its loss by a formula of its own."""

    activations, loss, parameters = ("tanh", "sigmoid"), "bce_per_sample", ("W", "b")
    l2, slope = 0.1, 1.0
    formula = staticmethod(lambda p, y: -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        W, b = net["W"], net["b"]
        h = np.tanh(x @ W[0] + b[0])
        p = 1 / (1 + np.exp(-(h @ W[1] + b[1])))
        d = (p - y) / len(x)
        e = d @ W[1].T * (1 - self.slope * h**2)
        loss = self.formula(p, y) / len(x) + 0.5 * self.l2 * sum((w**2).sum() for w in W)
        for i, (a, g) in enumerate(((x, e), (h, d))):
            W[i] -= lr * (a.T @ g + self.l2 * W[i])
            b[i] -= lr * g.sum(0)
        return {"loss": loss}


def remarks(**attributes):
    adapter = type("Mine", (Printed,), attributes)()
    report = crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[:3])
    return report, {r.kind: r.text for r in report.remarks}


FORMS = {
    "log(p + 1e-09)": lambda p, y: -np.sum(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)),
    "log(p + 1e-05)": lambda p, y: -np.sum(y * np.log(p + 1e-5) + (1 - y) * np.log(1 - p + 1e-5)),
}


@pytest.mark.parametrize("slope", [1.0, 0.0], ids=["right", "wrong"])
@pytest.mark.parametrize("form", FORMS)
def test_a_floor_is_named_and_is_no_other_loss(form, slope):
    report, said = remarks(formula=staticmethod(FORMS[form]), slope=slope)
    assert report.verdict == ("agrees" if slope else "differs")
    assert f"that of {form}: its logarithm is kept off zero" in said["loss-floor"]
    assert "loss-value" not in said


def test_the_companion_another_loss_is_still_said_to_be_one():
    report, said = remarks(formula=staticmethod(lambda p, y: 2 * Printed.formula(p, y)))
    assert report.verdict == "agrees"
    assert "loss-floor" not in said
    assert "loss-value" in said
