"""Mistakes that read what the table comes to later find it as it will be, with the mistakes that are made there."""

import numpy as np
import pytest

from crosscheck.bounds import global_balls, values
from crosscheck.case import Case
from crosscheck.defects import Planted, plan_with
from crosscheck.later import Ahead, Planned
from crosscheck.search import Evidence, search
from crosscheck.steps import plan, start

BELOW = tuple(Planted("derivative-at-activation", i) for i in (1, 2))
ABOVE = {
    "gradient-of-another-layer": ("layer 1", {}),
    "velocity-from-wrong-array": ("the velocity of layer 1, renewed, weights only", {"momentum": 0.5, "steps": 3}),
}


def case_of(**settings):
    return Case.draw((4, 4, 4, 4), 5, activations=("tanh", "tanh", "identity"), loss="half_sse", **settings)


def planted_in(mistake):
    label, settings = ABOVE[mistake]
    return case_of(**settings), (*BELOW, Planted(mistake, 2, label))


def by_hand(case):
    """Layer 2's weights moved by layer 1's gradient, whose derivative is taken at the activation."""
    (W1, W2, W3), (b1, b2, b3) = (list(map(np.asarray, group)) for group in (case.weights, case.biases))
    a1 = np.tanh(case.x @ W1.T + b1)
    a2 = np.tanh(a1 @ W2.T + b2)
    d3 = a2 @ W3.T + b3 - case.y
    d2 = d3 @ W3 * (1 - np.tanh(a2) ** 2)
    d1 = d2 @ W2 * (1 - np.tanh(a1) ** 2)
    return W2 - case.lr * d1.T @ case.x


def test_a_gradient_of_another_layer_is_that_of_the_layer_as_it_is():
    case, planted = planted_in("gradient-of-another-layer")
    assert values(case, plan_with(case, planted))["W2'"] == pytest.approx(by_hand(case), rel=1e-12)
    balls = global_balls(case, steps=plan_with(case, planted))
    assert np.all(np.abs(balls["W2'"].v - by_hand(case)) <= balls["W2'"].radius)


@pytest.mark.parametrize("mistake", ABOVE)
def test_both_are_found_together(mistake):
    case, planted = planted_in(mistake)
    shown = {n: a for n, a in values(case, plan_with(case, planted)).items() if n.partition("@")[0].endswith("'")}
    shown = {n: a for n, a in shown.items() if not n.startswith("v")}
    found = search(Evidence(case, shown))
    assert {p.id for p in found[0].planted} == {"derivative-at-activation", mistake}


def test_an_environment_without_steps_to_come_has_them_as_they_should_be():
    case = case_of()
    steps = {s.name: s for s in plan(case)}
    ahead = Ahead(start(case), steps, lambda step, env: step.formula(env))
    assert ahead.later("dW1") == pytest.approx(values(case)["dW1"])
    assert "dW1" in ahead
    assert "dW2" not in ahead
    assert ahead.get("dW2") is None
    assert Planned(start(case), plan(case), lambda step, env: step.formula(env)).later("dW1") == pytest.approx(
        ahead["dW1"]
    )
    with pytest.raises(KeyError):
        ahead.later("dW9")
