"""A derivative of any formula in powers of z and of its own function is named, and read again where it is planted."""

from fractions import Fraction

import numpy as np
import pytest

import crosscheck
from crosscheck.mistakes.written import function, label_of, names_of, read
from tests.some_cases import some_cases

FORMULAS = {
    "silu": ("σ - σ² + zσ - zσ²", lambda z, s: s * (1 + z) * (1 - s)),
    "sigmoid": ("2 σ - 2 σ²", lambda z, s: 2 * s * (1 - s)),
    "softplus": ("1 - σ", lambda z, s: 1 - s),
    "relu": ("[z > 0] + 0.1 [z ≤ 0]", lambda z, s: np.where(z > 0, 1, 0.1)),
    ("leaky_relu", 0.05): ("[z > 0] - α [z ≤ 0]", lambda z, s: np.where(z > 0, 1, -0.05)),
    ("elu", 0.5): ("[z > 0] + 1/2 α eᶻ[z ≤ 0]", lambda z, s: np.where(z > 0, 1, 0.25 * np.exp(np.minimum(z, 0)))),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_what_its_label_says(name):
    label, formula = FORMULAS[name]
    z = np.linspace(-3, 3, 50)
    coefficients = read(label, name)
    assert coefficients is not None
    expected = np.asarray(formula(z, 1 / (1 + np.exp(-z))), dtype=np.float64)
    np.testing.assert_allclose(function(coefficients, name, z), expected, rtol=1e-14, atol=1e-15)
    assert read(label_of(coefficients, name), name) == coefficients


@pytest.mark.parametrize("label", ["", "σ + ", "σ⁴", "x", "1/0 σ", "z σ(z)(1 - σ(z))", "α σ - nothing"])
def test_what_is_no_formula_of_these_is_none(label):
    assert read(label, "silu") is None


def test_coefficients_that_nobody_writes_are_no_formula():
    some = [0.0] * len(names_of("silu"))
    some[1] = np.pi
    assert label_of(some, "silu") == ""
    some[1] = float(Fraction(1, 3)) + 1e-5
    assert label_of(some, "silu") == ""
    assert label_of([0.0] * 16, "gelu_tanh") == ""


class Wrong(crosscheck.Adapter):
    """A network whose derivative of silu no list knows."""

    activations, loss, parameters = ("silu", ..., "identity"), "half_sse", ("W", "b")

    def slope(self, z, s):
        return s * (1 + z) * (1 - s)

    def step(self, net, x, y, lr):
        n = len([key for key in net if key.startswith("W")])
        outs, zs = [x], []
        for i in range(1, n + 1):
            zs.append(outs[-1] @ net[f"W{i}"] + net[f"b{i}"])
            s = 1 / (1 + np.exp(-zs[-1]))
            outs.append(zs[-1] * s if i < n else zs[-1])
        d = outs[-1] - y
        for i in range(n, 0, -1):
            if i < n:
                d = d * self.slope(zs[i - 1], 1 / (1 + np.exp(-zs[i - 1])))
            dW, db = outs[i - 1].T @ d, d.sum(axis=0)
            d = d @ net[f"W{i}"].T
            net[f"W{i}"], net[f"b{i}"] = net[f"W{i}"] - lr * dW, net[f"b{i}"] - lr * db


class Right(Wrong):
    """The companion: the same with the right derivative."""

    def slope(self, z, s):
        return s * (1 + z * (1 - s))


def test_a_derivative_that_no_list_knows_is_named_by_its_formula():
    report = crosscheck.check(Wrong)
    (mistake,) = report.explanations[0]["defects"]
    assert (mistake["id"], mistake["variant"]) == ("derivative-formula", "σ - σ² + zσ - zσ²")
    assert report.explanations[0]["residual_over_bound"] <= 1
    assert crosscheck.check(Right, cases=some_cases(Right())).verdict == "agrees"


class Twice(Wrong):
    """And another mistake beside it, from the second step on: every update is made again with the next."""

    def step(self, net, x, y, lr):
        names = [key for key in net if key[0] in "Wb"]
        before = {key: net[key].copy() for key in names}
        super().step(net, x, y, lr)
        for key in names:
            net["sum" + key] = net.get("sum" + key, 0) + net[key] - before[key]
            net[key] = before[key] + net["sum" + key]


def test_another_mistake_beside_it_is_found_too():
    report = crosscheck.check(Twice)
    assert {d["id"] for d in report.explanations[0]["defects"]} == {"derivative-formula", "gradients-accumulate"}
