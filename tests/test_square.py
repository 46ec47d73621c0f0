"""A network that raises for most widths: its mistake is named where all widths are equal."""

import numpy as np
import pytest

import crosscheck


class Net(crosscheck.Adapter):
    activations, loss, parameters = ("tanh", "identity"), "half_sse_per_sample", ("W", "b")
    slip = ""

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        (V, W), (a, b) = net["W"], net["b"]
        if self.slip == "other" and x[0, 0] > -1e9:
            raise ArithmeticError("theta")
        h = np.tanh((x @ V.T if self.slip == "forward" else x @ V) + a)
        d2 = (h @ W + b - y) / len(x)
        d1 = d2 @ (W if self.slip in ("backward", "two") else W.T)
        if self.slip == "square only" and len({*V.shape, *W.shape}) > 1:
            raise ValueError("only for layers of one width")
        d1 = d1 if self.slip == "two" else d1 * (1 - h**2)
        net["W"] = [V - lr * x.T @ d1, W - lr * h.T @ d2]
        net["b"] = [a - lr * d1.sum(0), b - lr * d2.sum(0)]


def told(**attributes):
    report = crosscheck.check(type("Mine", (Net,), attributes))
    return report, [d["id"] for e in report.explanations[:1] for d in e["defects"]]


@pytest.mark.parametrize(
    ("slip", "causes"),
    [("backward", {"weight-not-transposed"}), ("two", {"weight-not-transposed", "derivative-missing"})],
)
def test_what_fits_only_square_matrices_is_named(slip, causes):
    report, named = told(slip=slip)
    assert report.verdict == "differs"
    assert set(named) == causes
    assert "with layers of different widths, step raised ValueError" in str(report).replace("\n  ", " ")


def test_a_network_that_raises_whatever_the_widths_is_told_as_it_is():
    report, named = told(slip="other")
    assert report.verdict == "differs"
    assert not named
    assert "ArithmeticError" in str(report)


def test_a_network_made_for_one_width_is_told_how_to_declare_it():
    report, named = told(slip="square only")
    assert (report.verdict, named) == ("differs", [])
    assert "declare sizes = ('n', 'n', 'n')" in str(report).replace("\n  ", " ")
    assert told(slip="square only", sizes=("n", "n", "n"))[0].verdict == "agrees"


def test_fixed_widths_are_left_alone():
    report, named = told(slip="backward", sizes=(5, 7, 3))
    assert (report.verdict, named) == ("differs", [])
