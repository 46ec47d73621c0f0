"""Networks written by hand with a slip on the way forward, at the output or on the way down; nothing here is planted.

Each is the shortest code in which people make it. None of them shares a line with the table of steps.
"""

from typing import Any

import numpy as np

import crosscheck
from tests.handwritten_slips import sigmoid, with_ones


class Rows(crosscheck.Adapter):
    """Two layers in rows, whose every line can be overwritten; bce computed the long way, through dL/dp."""

    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def f(self, z):
        return np.tanh(z)

    def slope(self, z, a):
        return 1 - a**2

    def output(self, z):
        return sigmoid(z)

    def d_loss(self, p, y):
        return -y / p + (1 - y) / (1 - p)

    def d_output(self, z, p, y):
        return self.d_loss(p, y) * p * (1 - p)

    def from_above(self, w, d_out, dz):
        return dz @ w.T

    def given(self, x):
        return x

    def input_of_second(self, x, h):
        return h

    def step(self, net, x, y, lr):
        (w1, w2), (b1, b2) = net["W"], net["b"]
        x = self.given(x)
        z1 = x @ w1 + b1
        h = self.f(z1)
        z2 = h @ w2 + b2
        p = self.output(z2)
        d2 = self.d_output(z2, p, y) / len(x)
        d1 = self.from_above(w2, self.d_loss(p, y) / len(x), d2) * self.slope(z1, h)
        for theta, g in ((w1, x.T @ d1), (b1, d1.sum(0)), (w2, self.input_of_second(x, h).T @ d2), (b2, d2.sum(0))):
            theta[:] = theta - lr * g
        known = {"Z1": z1, "dZ1": d1}
        return {name: known[name] for name in self.seen}

    seen: tuple[str, ...] = ()

    def read(self, net):
        return net


class SignOfTheSecondTerm(Rows):
    """-(y/p + ...) in place of -(y/p - ...)."""

    def d_loss(self, p, y):
        return -(y / p + (1 - y) / (1 - p))


class FirstTermMissing(Rows):
    """The samples of class 1 teach nothing."""

    def d_loss(self, p, y):
        return (1 - y) / (1 - p)


class HandsDownDA(Rows):
    """np.dot(W.T, dA)."""

    def from_above(self, w, d_out, dz):
        return d_out @ w.T


class CacheHoldsA(Rows):
    """s = sigmoid(cache), and the cache has p in it."""

    def d_output(self, z, p, y):
        s = sigmoid(p)
        return self.d_loss(p, y) * s * (1 - s)


class SigmoidItself(Rows):
    """The output's own derivative forgotten to be one."""

    def d_output(self, z, p, y):
        return self.d_loss(p, y) * p


class Softmax(Rows):
    """Class numbers at a softmax."""

    activations, loss, targets = ("tanh", "softmax"), "cross_entropy_per_sample", "class_index"

    def output(self, z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def d_loss(self, p, y):
        return p

    def d_output(self, z, p, y):
        d = p.copy()
        d[np.arange(len(p)), y] -= 1
        return d


class MaximumOverSamples(Softmax):
    """axis=0, copied from columns."""

    def output(self, z):
        e = np.exp(z - z.max(axis=0))
        return e / e.sum(axis=1, keepdims=True)


class MaximumAboveTheLine(Softmax):
    """The denominator from the scores as they were."""

    def output(self, z):
        return np.exp(z - z.max(axis=1, keepdims=True)) / np.exp(z).sum(axis=1, keepdims=True)


class WholeColumns(Softmax):
    """A colon for the rows."""

    def d_output(self, z, p, y):
        d = p.copy()
        d[:, y] -= 1
        return d


class WholeRows(Softmax):
    """No index of the rows at all."""

    def d_output(self, z, p, y):
        d = p.copy()
        d[y] -= 1
        return d


class ColumnsInALoop(Softmax):
    """One column after the other."""

    def d_output(self, z, p, y):
        d = p.copy()
        for label in y:
            d[:, label] -= 1
        return d


class Squares(Rows):
    """A linear output with real targets."""

    activations: Any = ("tanh", "identity")
    loss = "half_sse_per_sample"

    def output(self, z):
        return z

    def d_loss(self, p, y):
        return p - y

    def d_output(self, z, p, y):
        return p - y


class WholeInputs(Squares):
    """np.array(x, dtype=int), left over from a truth table."""

    def given(self, x):
        return np.array(x, dtype=int)


class RoundedInputs(Squares):
    """np.round."""

    def given(self, x):
        return np.round(x)


class WholeTargets(Squares):
    """The targets of a classifier."""

    def d_output(self, z, p, y):
        return p - y.astype(int)


class InputsOfTheFirstLayer(Squares):
    """The sample for the input of every layer, as far as zip takes it."""

    def input_of_second(self, x, h):
        taken = np.zeros_like(h)
        n = min(x.shape[1], h.shape[1])
        taken[:, :n] = x[:, :n]
        return taken


class OutputForInput(Squares):
    """layer.outputs where the outputs of the layer before are due, as far as zip takes them."""

    activations = ("tanh", "tanh")

    def output(self, z):
        self.p = np.tanh(z)
        return self.p

    def d_output(self, z, p, y):
        return (p - y) * (1 - p**2)

    def input_of_second(self, x, h):
        taken = np.zeros_like(h)
        n = min(self.p.shape[1], h.shape[1])
        taken[:, :n] = self.p[:, :n]
        return taken


class EluOfOneLess(Squares):
    """A bracket in the wrong place; the derivative is right."""

    activations = (("elu", 1.5), "identity")

    def f(self, z):
        return np.where(z > 0, z, 1.5 * np.exp(z - 1))

    def slope(self, z, a):
        return np.where(z > 0, 1, 1.5 * np.exp(z))


class SlopeAsFloor(Squares):
    """max(α, z), and the derivative from what came out."""

    activations = (("leaky_relu", 0.1), "identity")

    def f(self, z):
        return np.maximum(0.1, z)

    def slope(self, z, a):
        return np.where(a > 0, 1, 0.1)


class HalfASoftplus(Squares):
    """log1p(exp(-|z|)), and the derivative that this has."""

    activations = ("softplus", "identity")

    def f(self, z):
        return np.log1p(np.exp(-abs(z)))

    def slope(self, z, a):
        return -np.sign(z) * sigmoid(-abs(z))


class LeakyItself(Squares):
    """dA * leaky_relu(Z)."""

    activations = (("leaky_relu", 0.1), "identity")

    def f(self, z):
        return np.where(z > 0, z, 0.1 * z)

    def slope(self, z, a):
        return self.f(z)


class NoSlope(Squares):
    """g * 1 - g: seen in the delta, since a gradient of zero has many reasons."""

    activations, seen = ("sigmoid", "identity"), ("dZ1",)

    def f(self, z):
        return sigmoid(z)

    def slope(self, z, a):
        return a * 1 - a


class GeluOfTheInner(Squares):
    """1 - u², with u before the tanh."""

    activations = ("gelu_tanh", "identity")

    def f(self, z):
        return 0.5 * z * (1 + np.tanh(self.inner(z)))

    def inner(self, z):
        return 0.7978845608028654 * (z + 0.044715 * z**3)

    def slope(self, z, a):
        u = self.inner(z)
        return 0.5 * (1 + np.tanh(u)) + 0.5 * z * (1 - u * u) * 0.7978845608028654 * (1 + 0.134145 * z * z)


class EluInPlace(Squares):
    """out = z gives the array another name."""

    activations, seen = ("elu", "identity"), ("Z1",)

    def f(self, z):
        out = z
        out[z < 0] = np.exp(z[z < 0]) - 1
        return out

    def slope(self, z, a):
        return np.where(z > 0, 1, np.exp(np.minimum(z, 0)))


class OnesLast(crosscheck.Adapter):
    """The constant stands first in x and in every row of the matrices, and is put behind the hidden units."""

    bias, activations, loss = "folded_first_row", ("sigmoid", "sigmoid"), "bce_sum"
    first, cut = False, slice(1, None)

    def build(self, case):
        return {"W": case.weights}

    def step(self, net, x, y, lr):
        w1, w2 = net["W"]
        h = sigmoid(with_ones(x, True) @ w1)
        d2 = sigmoid(with_ones(h, self.first) @ w2) - y
        d1 = (d2 @ w2[self.cut].T) * h * (1 - h)
        w2 -= lr * with_ones(h, self.first).T @ d2
        w1 -= lr * with_ones(x, True).T @ d1

    def read(self, net):
        return net


class OnesLastBothWays(OnesLast):
    """And the error is sent back to where it came from."""

    cut = slice(None, -1)


class Loops(crosscheck.Adapter):
    """Loops over lists, one sample at a time."""

    samples, weight, bias, activations, loss = "vector", "out_in", "vector", ("tanh", "tanh"), "half_sse"
    reset = "each"

    def build(self, case):
        return {"W": [w.tolist() for w in case.weights], "b": [b.tolist() for b in case.biases]}

    def sums(self, columns: list[list[float]], way: str) -> list[float]:
        found, total = [], 0.0
        for column in columns:
            if self.reset in ("each", way):
                total = 0.0
            for term in column:
                total += term
            found.append(total)
        return found

    def forward(self, w, b, a):
        terms = [[*(v * u for v, u in zip(row, a, strict=True)), c] for row, c in zip(w, b, strict=True)]
        return [float(np.tanh(z)) for z in self.sums(terms, "back")]

    def step(self, net, x, y, lr):
        a: list[Any] = [list(x)]
        for w, b in zip(net["W"], net["b"], strict=True):
            a.append(self.forward(w, b, a[-1]))
        d = [(o - t) * (1 - o * o) for o, t in zip(a[-1], y, strict=True)]
        for i in reversed(range(len(net["W"]))):
            w = net["W"][i]
            columns = [[row[j] * e for row, e in zip(w, d, strict=True)] for j in range(len(a[i]))]
            errors = self.sums(columns, "forward")
            for row, k, e in zip(w, range(len(d)), d, strict=True):
                row[:] = [v - lr * e * u for v, u in zip(row, a[i], strict=True)]
                net["b"][i][k] -= lr * e
            d = [e * (1 - o * o) for e, o in zip(errors, a[i], strict=True)]

    def read(self, net):
        return net


class ErrorRunsOn(Loops):
    """error = 0 before the loop over the units."""

    reset = "back"


class SumRunsOn(Loops):
    """total = 0 before the loop over the units."""

    reset = "forward"
