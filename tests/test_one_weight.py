"""Networks with every weight in a variable of its own: a number that is not changed in one line of many is named."""

import numpy as np
import pytest

import crosscheck
from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.defects import Planted, plan_with
from crosscheck.mistakes.one_weight import one_weight

LINES = """
d = o - y
g1, g2 = d * w5, d * w6
s1, s2 = h1 * (1 - h1), h2 * (1 - h2)
w1_ = w1 - lr * g1 * s1 * x[0]
w2_ = w2 - lr * g1 * s1 * x[1]
w3_ = w3 - lr * g2 * s2 * x[0]
w4_ = w4 - lr * g2 * s2 * x[1]
b1_ = b1 - lr * g1 * s1
b2_ = b2 - lr * g2 * s2
w5_, w6_, b3_ = w5 - lr * d * h1, w6 - lr * d * h2, b3 - lr * d
"""


def network(old="", new=""):
    assert LINES.count(old) == 1 or not old
    code = compile(LINES.replace(old, new), "lines", "exec")

    class Mine(crosscheck.Adapter):
        samples, weight, targets, sizes, parameters = "vector", "out_in", "vector", (2, 2, 1), ("w", "b")
        activations, loss = ("sigmoid", "identity"), "half_sse"

        def build(self, case):
            return {f"w{k}": 0.0 for k in range(1, 7)} | {f"b{k}": 0.0 for k in range(1, 4)}

        def step(self, net, x, y, lr):
            h = [1 / (1 + np.exp(-(net[f"w{2 * k + 1}"] * x[0] + net[f"w{2 * k + 2}"] * x[1] + net[f"b{k + 1}"])))
                 for k in (0, 1)]  # fmt: skip
            o = net["w5"] * h[0] + net["w6"] * h[1] + net["b3"]
            space = {**net, "x": x, "y": y, "lr": lr, "h1": h[0], "h2": h[1], "o": o}
            exec(code, space)
            net.update({name: float(space[f"{name}_"]) for name in net})

    return crosscheck.check(Mine)


def test_the_network_is_right():
    assert network().verdict == "agrees"


@pytest.mark.parametrize(
    ("old", "new", "variant"),
    [
        ("w4 - lr * g2 * s2", "w4 - lr * g1 * s2", "W[1, 1]: the error of unit 0"),
        ("w2 - lr * g1 * s1", "w2 - lr * g1 * s2", "W[0, 1]: the slope of unit 1"),
        ("w3 - lr * g2 * s2", "w3 - lr * g1 * s1", "W[1, 0]: the delta of unit 0"),
        ("w1 - lr * g1 * s1 * x[0]", "w1 - lr * g1 * s1 * x[1]", "W[0, 0]: input 1"),
        ("w3 - lr * g2 * s2", "w3 - lr * g2", "W[1, 0]: without the slope"),
        ("b2 - lr * g2 * s2", "b2 - lr * g1 * s2", "b[1]: the error of unit 0"),
        ("w6 - lr * d * h2", "w6 - lr * d * h1", "W[0, 1]: input 0"),
    ],
)
def test_the_line_is_named(old, new, variant):
    report = network(old, new)
    assert [(d["id"], d["variant"]) for e in report.explanations[:1] for d in e["defects"]] == [
        ("one-weight-slip", variant)
    ]


def test_in_larger_networks_nobody_writes_weights_out():
    assert one_weight(Case.draw((2, 5, 1), 3), 1) == ()
    assert one_weight(Case.draw((4, 4, 4), 3), 1) == ()


def test_every_variant_changes_one_number_and_no_more():
    case = Case.draw((2, 2, 2), 3, activations=("tanh", "identity"), loss="half_sse")
    right = values(case)
    for i in (1, 2):
        for variant in one_weight(case, i):
            wrong = values(case, plan_with(case, [Planted("one-weight-slip", i, variant.label)]))
            name = f"d{variant.label[0]}{i}"
            assert np.sum(wrong[name] != right[name]) == 1, variant.label
