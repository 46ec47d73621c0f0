"""Networks whose fit draws the weights anew in every call: what is in place outlives that."""

import numpy as np
import pytest

import crosscheck
from crosscheck import UsageError


class Classifier:
    """In the manner of scikit-learn: nothing is there before fit."""

    slip = 1.0

    def __init__(self, n_hidden, eta, l2, epochs):
        self.n_hidden, self.eta, self.l2, self.epochs = n_hidden, eta, l2, epochs
        self.rng = np.random.RandomState(1)

    def _init_weights(self, n_in, n_out):
        self.W1, self.b1 = self.rng.randn(n_in, self.n_hidden), np.zeros(self.n_hidden)
        self.W2, self.b2 = self.rng.randn(self.n_hidden, n_out), np.zeros(n_out)

    def fit(self, X, y):
        self._init_weights(X.shape[1], len(np.unique(y)))
        for _ in range(self.epochs):
            h = np.maximum(0, X @ self.W1 + self.b1)
            s = h @ self.W2 + self.b2
            p = np.exp(s - s.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            p[np.arange(len(y)), y] -= 1
            p /= len(y)
            d = p @ self.W2.T * (h > 0)
            self.W2 -= self.eta * (h.T @ p + self.slip * self.l2 * self.W2)
            self.b2 -= self.eta * p.sum(0)
            self.W1 -= self.eta * (X.T @ d + self.l2 * self.W1)
            self.b1 -= self.eta * d.sum(0)
        return self


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, parameters, draws = 0.01, ("W", "b"), "_init_weights"
    kind = Classifier

    def build(self, case):
        return self.kind(case.sizes[1], case.lr, self.l2, epochs=1)

    def step(self, net, x, y, lr):
        net.eta = lr
        net.fit(x, y)


def test_a_fit_that_draws_is_judged():
    report = crosscheck.check(Mine)
    assert report.verdict == "agrees", str(report)


def test_its_mistakes_are_named():
    class Twice(Classifier):
        slip = 2.0

    report = crosscheck.check(type("Wrong", (Mine,), {"kind": Twice}))
    assert report.explanations[0]["defects"][0]["id"] == "decay-factor"


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"draws": "_init"}, "draws: the Classifier that build returned has no method '_init'"),
        ({"draws": ("_init_weights",)}, "expected the name of the method"),
        ({"draws": "_init_weights", "parameters": None, "read": lambda self, net: {}}, "draws needs parameters"),
        ({"step": lambda self, net, x, y, lr: None}, "the step has not called _init_weights"),
    ],
)
def test_what_does_not_draw_is_refused(attributes, message):
    with pytest.raises(UsageError, match=message):
        crosscheck.check(type("Mine", (Mine,), attributes))
