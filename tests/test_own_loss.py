"""The judge of a candidate's gradients by its own loss: it sees what is right for another function, and what is not."""

import numpy as np
import pytest

import crosscheck
from crosscheck.case import Case
from crosscheck.check import one_more
from crosscheck.declaration import declare
from crosscheck.oracles.own_loss import judge_own_loss, said_of
from crosscheck.run_adapter import run_adapter

CASE = Case.draw((4, 4, 4, 2), 6, activations=("tanh", "tanh", "identity"), loss="mse", lr=0.25, seed=3)


class Skip(crosscheck.Adapter):
    """A perceptron whose second layer also hands on its input: another function than the one declared, and right."""

    activations, loss, sizes = ("tanh", "tanh", "identity"), "mse", (4, 4, 4, 2)
    shows, skip, back, late = "loss", 1.0, 1.0, False

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def forward_of(self, net, x):
        a1 = np.tanh(x @ net["W"][0] + net["b"][0])
        t = np.tanh(a1 @ net["W"][1] + net["b"][1])
        a2 = t + self.skip * a1
        return a1, t, a2, a2 @ net["W"][2] + net["b"][2]

    def step(self, net, x, y, lr):
        a1, t, a2, out = self.forward_of(net, x)
        d3 = 2 * (out - y) / out.size
        dA2 = d3 @ net["W"][2].T
        d2 = dA2 * (1 - t * t)
        d1 = (d2 @ net["W"][1].T + self.back * self.skip * dA2) * (1 - a1 * a1)
        for i, (a, d) in enumerate([(x, d1), (a1, d2), (a2, d3)]):
            net["W"][i] = net["W"][i] - lr * a.T @ d
            net["b"][i] = net["b"][i] - lr * d.sum(axis=0)
        if self.late:
            out = self.forward_of(net, x)[-1]
        return {"output": out} if self.shows == "output" else {"loss": np.mean((out - y) ** 2)}

    def read(self, net):
        return net


def judged(**settings):
    adapter = type("Mine", (Skip,), settings)()
    d = declare(adapter)
    return judge_own_loss(run_adapter(adapter, CASE, declaration=d), lambda case: one_more(adapter, case, d))


@pytest.mark.parametrize("shows", ["loss", "output"])
def test_gradients_that_are_right_for_another_function(shows):
    found = judged(shows=shows)
    assert (found.forward_is_declared, found.agree, found.disagree) == (False, ("W1", "b1", "W2", "b2", "W3", "b3"), ())
    assert said_of(found).startswith("your gradients are those of your own loss")


@pytest.mark.parametrize("shows", ["loss", "output"])
def test_it_fails_where_the_way_back_forgets_what_the_way_forward_does(shows):
    found = judged(shows=shows, back=0.0)
    assert (found.agree, found.disagree) == (("W2", "b2", "W3", "b3"), ("W1", "b1"))
    words = said_of(found)
    assert words.startswith("two things: your way forward is another function")
    assert "your gradient of W1 and b1 is not that of your own loss" in words


def test_a_small_error_of_a_gradient_is_not_taken_for_agreement():
    assert judged(back=1 - 1e-4) is None
    assert judged(back=0.9).disagree == ("W1", "b1")


def test_of_the_declared_function_nothing_new_is_said():
    found = judged(skip=0.0)
    assert found.forward_is_declared
    assert said_of(found) == ""


def test_a_loss_after_the_update_is_not_judged():
    assert judged(late=True) is None


def test_without_loss_and_output_nothing_is_judged():
    class Silent(Skip):
        def step(self, net, x, y, lr):
            super().step(net, x, y, lr)

    run = run_adapter(Silent(), CASE)
    assert judge_own_loss(run, lambda case: None) is None


def test_it_is_the_first_thing_said_under_an_unknown_cause():
    report = crosscheck.check(Skip, cases=[CASE])
    assert report.verdict == "differs"
    text = " ".join(str(report).split())
    assert "give these numbers. seen: your gradients are those of your own loss" in text
