"""Right networks in the conventions that people use: each agrees, with whatever it shows."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import crosscheck
from crosscheck.adapter import Adapter
from crosscheck.collect import flatten, unflatten


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Rows(Adapter):
    """Rows, biases (n,), sigmoids, half the sum of squares: only the parameters are shown."""

    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        a1 = sigmoid(x @ W[0] + b[0])
        a2 = sigmoid(a1 @ W[1] + b[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ W[1].T * a1 * (1 - a1)
        W[1] -= lr * a1.T @ d2
        b[1] -= lr * d2.sum(axis=0)
        W[0] -= lr * x.T @ d1
        b[0] -= lr * d1.sum(axis=0)

    def read(self, net):
        return {"W": net.W, "b": net.b}


class RowBias(Rows):
    """Biases (1, n), gradients with keepdims, everything shown; the activations with the input before them."""

    bias = "row"

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        z1 = x @ W[0] + b[0]
        a1 = sigmoid(z1)
        z2 = a1 @ W[1] + b[1]
        a2 = sigmoid(z2)
        loss = 0.5 * ((a2 - y) ** 2).sum()
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ W[1].T * a1 * (1 - a1)
        dX = d1 @ W[0].T
        dW, db = [x.T @ d1, a1.T @ d2], [d1.sum(0, keepdims=True), d2.sum(0, keepdims=True)]
        for i in range(2):
            W[i] = W[i] - lr * dW[i]
            b[i] = b[i] - lr * db[i]
        return {
            "A": [x, a1, a2],
            "Z": (z1, z2),
            "output": a2,
            "loss": loss,
            "dW": dW,
            "db": db,
            "dX": dX,
        }


class Columns(Adapter):
    """Columns, W (n_out, n_in), b (n, 1), tanh, mse; parameters in one dictionary, and shown as it is."""

    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("tanh", "identity"), "mse"

    def build(self, case):
        params: dict[str, Any] = {}
        crosscheck.assign(params, "W", case.weights)
        crosscheck.assign(params, "b", case.biases)
        return params

    def step(self, p, x, y, lr):
        A1 = np.tanh(p["W1"] @ x + p["b1"])
        A2 = p["W2"] @ A1 + p["b2"]
        dZ2 = 2 * (A2 - y) / y.size
        dZ1 = p["W2"].T @ dZ2 * (1 - A1**2)
        grads = {
            "dW1": dZ1 @ x.T,
            "db1": dZ1.sum(1, keepdims=True),
            "dW2": dZ2 @ A1.T,
            "db2": dZ2.sum(1, keepdims=True),
        }
        for name in p:
            p[name] = p[name] - lr * grads["d" + name]
        return grads

    def read(self, p):
        return p


class Layer:
    def __init__(self, W, b):
        self.W, self.b, self.dW, self.db = W, b, None, None

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, d, lr):
        self.dW, self.db = self.x.T @ d, d.sum(0)
        back = d @ self.W.T
        self.W, self.b = self.W - lr * self.dW, self.b - lr * self.db
        return back


class Relu:
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, d, lr):
        return d * self.mask


class LayerObjects(Adapter):
    """Layer objects in a list, any depth, only staged: backward receives dL/d(output), updates, returns dL/dX."""

    activations, loss = ("relu", ..., "identity"), "half_sse_per_sample"

    def build(self, case):
        layers = []
        for W, b in zip(case.weights, case.biases, strict=True):
            layers += [Layer(W, b), Relu()]
        return layers[:-1]

    def forward(self, net, x):
        for layer in net:
            x = layer.forward(x)
        return x

    def backward(self, net, d_output, lr):
        for layer in reversed(net):
            d_output = layer.backward(d_output, lr)
        return d_output

    def read(self, net):
        return {q: crosscheck.collect(net, q) for q in ("W", "b", "dW", "db")}


class ReluFromZero(Relu):
    def forward(self, x):
        self.mask = x >= 0
        return x * self.mask


class ReluAtZero(LayerObjects):
    """The derivative taken as 1 at exactly zero: a convention."""

    def build(self, case):
        return [ReluFromZero() if isinstance(layer, Relu) else layer for layer in super().build(case)]


class OneVector(Adapter):
    """One sample a call, as vectors, W (n_out, n_in), binary cross entropy."""

    samples, weight = "vector", "out_in"
    activations, loss = ("tanh", "sigmoid"), "bce_sum"

    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)

    def step(self, net, x, y, lr):
        h = np.tanh(net.W[0] @ x + net.b[0])
        p = sigmoid(net.W[1] @ h + net.b[1])
        d2 = p - y
        d1 = net.W[1].T @ d2 * (1 - h * h)
        net.dW, net.h, net.p = [np.outer(d1, x), np.outer(d2, h)], h, p
        net.W = [w - lr * g for w, g in zip(net.W, net.dW, strict=True)]
        net.b = [net.b[0] - lr * d1, net.b[1] - lr * d2]

    def read(self, net):
        return {"W": net.W, "b": net.b, "dW": net.dW, "A": [net.h], "output": net.p}


class OneColumn(OneVector):
    """One sample a call, as columns (n, 1)."""

    samples, bias = "column", "column"

    def step(self, net, x, y, lr):
        assert x.shape[1] == y.shape[1] == 1
        h = np.tanh(net.W[0] @ x + net.b[0])
        p = sigmoid(net.W[1] @ h + net.b[1])
        d2 = p - y
        d1 = net.W[1].T @ d2 * (1 - h * h)
        net.dW, net.h, net.p = [d1 @ x.T, d2 @ h.T], h, p
        net.W = [w - lr * g for w, g in zip(net.W, net.dW, strict=True)]
        net.b = [net.b[0] - lr * d1, net.b[1] - lr * d2]


class ClassIndex(Adapter):
    """Softmax with integer labels, summed over the batch; returns a tuple's worth of things."""

    targets, loss, activations = "class_index", "cross_entropy_sum", ("relu", "softmax")

    def build(self, case):
        return SimpleNamespace(W=tuple(case.weights), b=tuple(case.biases))

    def step(self, net, x, y, lr):
        assert y.dtype.kind == "i"
        assert y.shape == (len(x),)
        (W1, W2), (b1, b2) = net.W, net.b
        h = np.maximum(0, x @ W1 + b1)
        e = np.exp(h @ W2 + b2)
        p = e / e.sum(1, keepdims=True)
        d2 = p.copy()
        d2[np.arange(len(x)), y] -= 1
        d1 = d2 @ W2.T
        d1[h <= 0] = 0
        net.W = (W1 - lr * x.T @ d1, W2 - lr * h.T @ d2)
        net.b = (b1 - lr * d1.sum(0), b2 - lr * d2.sum(0))

    def read(self, net):
        return {"W": net.W, "b": net.b}


class OneClassIndex(ClassIndex):
    """The same, one sample a call as a row (1, n): the label is an integer."""

    samples = "row"

    def step(self, net, x, y, lr):
        assert np.ndim(y) == 0
        super().step(net, x, np.array([y]), lr)


class BinaryLabels(Rows):
    """Labels 0 and 1 as integers (N,), one output."""

    sizes, targets, loss = ("n", "h", 1), "class_index", "bce_per_sample"

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        a1 = sigmoid(x @ W[0] + b[0])
        d2 = (sigmoid(a1 @ W[1] + b[1]) - y.reshape(-1, 1)) / len(x)
        d1 = d2 @ W[1].T * a1 * (1 - a1)
        net.W = [W[0] - lr * x.T @ d1, W[1] - lr * a1.T @ d2]
        net.b = [b[0] - lr * d1.sum(0), b[1] - lr * d2.sum(0)]


def folded(side):
    class Folded(Adapter):
        """The bias is a line of the weights; x gets its ones inside."""

        bias = f"folded_{side}"
        weight = "in_out" if side.endswith("row") else "out_in"
        activations, loss = ("sigmoid", "identity"), "sse_per_sample"

        def ones(self, a):
            one = np.ones((len(a), 1))
            return np.hstack([one, a] if side.startswith("first") else [a, one])

        def inner(self, W):
            W = W if self.weight == "in_out" else W.T
            return W[1:] if side.startswith("first") else W[:-1]

        def build(self, case):
            assert case.biases == []
            return SimpleNamespace(theta=case.weights)

        def step(self, net, x, y, lr):
            T = [t if self.weight == "in_out" else t.T for t in net.theta]
            a0 = self.ones(x)
            a1 = self.ones(sigmoid(a0 @ T[0]))
            hidden = a1[:, 1:] if side.startswith("first") else a1[:, :-1]
            d2 = 2 * (a1 @ T[1] - y) / len(x)
            d1 = d2 @ self.inner(net.theta[1]).T * hidden * (1 - hidden)
            g = [a0.T @ d1, a1.T @ d2]
            g = g if self.weight == "in_out" else [e.T for e in g]
            net.theta = [t - lr * e for t, e in zip(net.theta, g, strict=True)]
            return {"dW": g, "A": [a1]}

        def read(self, net):
            return {"W": net.theta}

    return Folded


class Ascent(Rows):
    """z = xW - b, and an update that adds what is called the gradient."""

    bias_sign, gradient = -1, "ascent"

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        a1 = sigmoid(x @ W[0] - b[0])
        a2 = sigmoid(a1 @ W[1] - b[1])
        e2 = (y - a2) * a2 * (1 - a2)
        e1 = e2 @ W[1].T * a1 * (1 - a1)
        dW, db = [x.T @ e1, a1.T @ e2], [-e1.sum(0), -e2.sum(0)]
        net.W = [w + lr * g for w, g in zip(W, dW, strict=True)]
        net.b = [w + lr * g for w, g in zip(b, db, strict=True)]
        return {"dW": dW, "db": db}


class FlatVector(Rows):
    """Every parameter in one vector, unrolled as MATLAB does."""

    def build(self, case):
        theta = flatten(case.weights, case.biases, order="F")
        return SimpleNamespace(theta=theta, like=(case.weights, case.biases))

    def step(self, net, x, y, lr):
        W, b = unflatten(net.theta, *net.like, order="F")
        inner = SimpleNamespace(W=[w.copy() for w in W], b=[v.copy() for v in b])
        super().step(inner, x, y, lr)
        net.theta = flatten(inner.W, inner.b, order="F")

    def read(self, net):
        W, b = unflatten(net.theta, *net.like, order="F")
        return {"W": W, "b": b}


class Momentum(Rows):
    """v = μv + (1-μ)g from zero, with an L2 term over N, no biases."""

    bias, momentum, momentum_form = "none", 0.9, "ema"
    l2, l2_scale = 0.25, "per_sample"

    def build(self, case):
        return SimpleNamespace(W=case.weights, v=[0 * w for w in case.weights], lam=case.l2, mu=case.momentum)

    def step(self, net, x, y, lr):
        W = net.W
        a1 = sigmoid(x @ W[0])
        a2 = sigmoid(a1 @ W[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ W[1].T * a1 * (1 - a1)
        for i, g in enumerate([x.T @ d1, a1.T @ d2]):
            net.v[i] = net.mu * net.v[i] + (1 - net.mu) * (g + net.lam / len(x) * W[i])
            W[i] -= lr * net.v[i]

    def read(self, net):
        return {"W": net.W}


class HeavyBall(Momentum):
    """v = μv + lr g, W -= v: torch's momentum while lr stays; the L2 term in full, weight decay beside it."""

    momentum_form, l2_scale, weight_decay = "torch", "total", 0.125

    def step(self, net, x, y, lr):
        W = net.W
        a1 = sigmoid(x @ W[0])
        a2 = sigmoid(a1 @ W[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ W[1].T * a1 * (1 - a1)
        for i, g in enumerate([x.T @ d1, a1.T @ d2]):
            net.v[i] = net.mu * net.v[i] + lr * (g + (net.lam + self.weight_decay) * W[i])
            W[i] = W[i] - net.v[i]


class FixedShape(Rows):
    """Fixed widths and a fixed batch."""

    sizes, batch = (2, 3, 1), 4

    def step(self, net, x, y, lr):
        assert x.shape == (4, 2)
        assert y.shape == (4, 1)
        super().step(net, x, y, lr)


class OneLayer(Adapter):
    """A single neuron: W and b as plain attributes, not lists; pure Python numbers come out."""

    activations, loss, sizes = ("sigmoid",), "bce_sum", ("n", 1)

    def build(self, case):
        return SimpleNamespace(w=case.weights[0], b=case.biases[0])

    def step(self, net, x, y, lr):
        d = sigmoid(x @ net.w + net.b) - y
        net.w = net.w - lr * x.T @ d
        net.b = net.b - lr * d.sum(0)

    def read(self, net):
        return {"W": net.w.tolist(), "b": net.b.tolist()}


class TorchByHand(Rows):
    """PyTorch tensors, derived by hand."""

    def build(self, case):
        import torch

        return SimpleNamespace(
            W=[torch.from_numpy(w) for w in case.weights], b=[torch.from_numpy(v) for v in case.biases]
        )

    def step(self, net, x, y, lr):
        import torch

        x, y = torch.from_numpy(x), torch.from_numpy(y)
        a1 = torch.sigmoid(x @ net.W[0] + net.b[0])
        a2 = torch.sigmoid(a1 @ net.W[1] + net.b[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = d2 @ net.W[1].T * a1 * (1 - a1)
        net.W = [net.W[0] - lr * x.T @ d1, net.W[1] - lr * a1.T @ d2]
        net.b = [net.b[0] - lr * d1.sum(0), net.b[1] - lr * d2.sum(0)]


class Unrolled(Rows):
    """Attributes W1, W2 ... on the network, a dictionary by layer, a generator as the values."""

    def build(self, case):
        net = SimpleNamespace()
        crosscheck.assign(net, "W", case.weights)
        crosscheck.assign(net, "b", case.biases)
        return net

    def step(self, net, x, y, lr):
        inner = SimpleNamespace(W=[net.W1, net.W2], b=[net.b1, net.b2])
        super().step(inner, x, y, lr)

    def read(self, net):
        return {"W": {1: net.W1, 2: net.W2}, "b": (v for v in crosscheck.collect(net, "b"))}


RIGHT = [
    Rows, RowBias, Columns, LayerObjects, ReluAtZero, OneVector, OneColumn, ClassIndex, OneClassIndex, BinaryLabels,
    *(folded(f"{end}_{side}") for end in ("first", "last") for side in ("row", "column")),
    Ascent, FlatVector, Momentum, HeavyBall, FixedShape, OneLayer, TorchByHand, Unrolled,
]  # fmt: skip


@pytest.mark.parametrize("adapter", RIGHT, ids=lambda a: f"{a.__name__}-{a.bias}")
def test_right_networks_agree(adapter):
    report = crosscheck.check(adapter)
    assert report.passed, str(report)
    assert adapter.loss in report.exact_for


@pytest.mark.parametrize("adapter", [Rows, Columns, LayerObjects, OneVector, ClassIndex], ids=lambda a: a.__name__)
def test_float32_is_no_mistake(adapter):
    report = crosscheck.check(adapter, dtype="float32")
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize("adapter", [Rows, Columns, LayerObjects, ClassIndex, Ascent], ids=lambda a: a.__name__)
def test_an_unknown_loss_is_found(adapter):
    report = crosscheck.check(type("Unknown", (adapter,), {"loss": "unknown"}))
    if adapter is LayerObjects:  # its upstream gradient is the harness's: any loss is right
        assert report.passed
        return
    assert report.verdict == "agrees", str(report)
    assert report.exact_for == (adapter.loss,)


def test_the_derivative_at_zero_is_a_remark():
    assert "relu-gradient-at-zero" in {r.kind for r in crosscheck.check(ReluAtZero).remarks}
    assert "relu-gradient-at-zero" not in {r.kind for r in crosscheck.check(LayerObjects).remarks}


def test_sum_and_mean_cannot_be_told_apart_one_sample_at_a_time():
    report = crosscheck.check(OneVector)
    assert {"bce_sum", "bce_per_sample"} <= set(report.exact_for)
    assert "sum-or-mean" in {r.kind for r in report.remarks}


def test_a_loss_value_that_is_off_is_a_remark():
    class Floored(Rows):
        def step(self, net, x, y, lr):
            super().step(net, x, y, lr)
            return {"loss": 3.0}

    report = crosscheck.check(Floored)
    assert report.passed
    assert "loss-value" in {r.kind for r in report.remarks}


def test_only_judges_what_is_asked_for():
    class WrongBias(Rows):
        def step(self, net, x, y, lr):
            before = net.b[1].copy()
            super().step(net, x, y, lr)
            net.b[1] = before

    assert crosscheck.check(WrongBias).verdict == "differs"
    report = crosscheck.check(WrongBias, only="W b1")
    assert report.passed
    assert {f.name[:2] for f in report.findings} == {"W1", "W2", "b1"}
    with pytest.raises(crosscheck.UsageError, match="unknown quantity"):
        crosscheck.check(WrongBias, only="gradient")


def test_the_given_cases_are_run():
    case = crosscheck.Case.draw((3, 5, 2), 7, activations=("sigmoid", "sigmoid"), loss="half_sse", steps=2)
    report = crosscheck.check(Rows, cases=[case])
    assert report.cases == (case.id,)
    assert report.passed


class BlowsUp(crosscheck.Adapter):
    """A right network with a softplus that overflows, a summed loss and momentum: some of the trainings blow up."""

    activations, loss, momentum, parameters = ("softplus", "softplus", "identity"), "sse", 0.9, ("W", "b")
    slip = 1.0

    def build(self, case):
        return {"W": case.weights, "b": case.biases, "v": [np.zeros_like(a) for a in (*case.weights, *case.biases)]}

    def step(self, net, x, y, lr):
        W, b = net["W"], net["b"]
        with np.errstate(all="ignore"):
            z1 = x @ W[0] + b[0]
            h1 = np.log1p(np.exp(z1))
            z2 = h1 @ W[1] + b[1]
            h2 = np.log1p(np.exp(z2))
            d3 = 2 * (h2 @ W[2] + b[2] - y)
            d2 = d3 @ W[2].T / (1 + np.exp(-z2)) * self.slip
            d1 = d2 @ W[1].T / (1 + np.exp(-z1))
            for v, p, g in zip(
                net["v"], (*W, *b), (x.T @ d1, h1.T @ d2, h2.T @ d3, d1.sum(0), d2.sum(0), d3.sum(0)), strict=True
            ):
                v[...] = self.momentum * v + g
                p[...] = p - lr * v


def test_a_training_that_blows_up_in_the_reference_as_well_is_no_difference():
    report = crosscheck.check(BlowsUp)
    assert report.verdict == "agrees", str(report)
    assert any("overflows" in r.text for r in report.remarks)


def test_the_companion_a_mistake_in_such_a_network_is_seen():
    assert crosscheck.check(type("Slip", (BlowsUp,), {"slip": 1.001})).verdict == "differs"
