"""Networks written by hand with a slip that cannot be made in `manual_mlp`: folded biases, loops, layer objects.

Each is the shortest code in which people make it. None of them shares a line with the table of steps.
"""

from typing import Any

import numpy as np

import crosscheck


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def with_ones(a: Any, first: bool) -> Any:
    """A column of ones before the activations, or after them."""
    ones = np.ones((len(a), 1))
    return np.hstack([ones, a] if first else [a, ones])


class Folded(crosscheck.Adapter):
    """Two layers with the bias in the matrix; which rows the error is sent through is left to `rows`."""

    bias, activations, loss = "folded_first_row", ("sigmoid", "sigmoid"), "bce_sum"
    first, rows = True, slice(1, None)

    def build(self, case):
        return {"W": case.weights}

    def step(self, net, x, y, lr):
        w1, w2 = net["W"]
        h = sigmoid(with_ones(x, self.first) @ w1)
        d2 = sigmoid(with_ones(h, self.first) @ w2) - y
        d1 = (d2 @ w2[self.rows].T) * h * (1 - h)
        w2 -= lr * with_ones(h, self.first).T @ d2
        w1 -= lr * with_ones(x, self.first).T @ d1

    def read(self, net):
        return net


class LastRowDropped(Folded):
    """w2[-1, ] of R, translated as it stands."""

    rows = slice(None, -1)


class FirstRowDropped(Folded):
    """The constant input comes last, and the first row is left out."""

    bias, first = "folded_last_row", False


class CutAfterTheDerivative(Folded):
    """sigmoidGradient of [1 z], and then the wrong end of the delta."""

    def step(self, net, x, y, lr):
        w1, w2 = net["W"]
        z = with_ones(with_ones(x, True) @ w1, True)
        h = with_ones(sigmoid(z[:, 1:]), True)
        d2 = sigmoid(h @ w2) - y
        d1 = (d2 @ w2.T * sigmoid(z) * (1 - sigmoid(z)))[:, :-1]
        w2 -= lr * h.T @ d2
        w1 -= lr * with_ones(x, True).T @ d1


class PlainLoops(crosscheck.Adapter):
    """One sample at a time, in loops over neurons that keep their bias at the end."""

    samples, weight, bias, activations, loss = "vector", "out_in", "folded_last_column", ("tanh", "tanh"), "half_sse"

    def build(self, case):
        return {"W": [w.tolist() for w in case.weights]}

    def step(self, net, x, y, lr):
        a = [list(x)]
        for layer in net["W"]:
            a.append([np.tanh(n[-1] + sum(w * v for w, v in zip(n, a[-1], strict=False))) for n in layer])
        d = [(o - t) * (1 - o * o) for o, t in zip(a[2], y, strict=True)]
        for i in (1, 0):
            error = self.sent_down(net["W"][i], d, a[i])
            self.update(net["W"][i], d, a[i], lr)
            d = [e * (1 - o * o) for e, o in zip(error, a[i], strict=True)]

    def sent_down(self, layer, d, below):
        return [sum(n[j] * e for n, e in zip(layer, d, strict=True)) for j in range(len(below))]

    def update(self, layer, d, below, lr):
        for n, e in zip(layer, d, strict=True):
            for j, v in enumerate(below):
                n[j] -= lr * e * v
            n[-1] -= lr * e

    def read(self, net):
        return net


class BiasInTheInnerLoop(PlainLoops):
    """The line of the bias one level too deep."""

    def update(self, layer, d, below, lr):
        for n, e in zip(layer, d, strict=True):
            for j, v in enumerate(below):
                n[j] -= lr * e * v
                n[-1] -= lr * e


class LastUnitOnly(PlainLoops):
    """`error =` in place of `error +=`."""

    def sent_down(self, layer, d, below):
        errors = []
        for j in range(len(below)):
            error = 0.0
            for n, e in zip(layer, d, strict=True):
                error = n[j] * e
            errors.append(error)
        return errors


class Momentum(crosscheck.Adapter):
    """Two hidden layers in columns, a list of parameters and one of velocities."""

    samples, weight, bias = "columns", "out_in", "column"
    activations, loss, momentum = ("relu", "relu", "identity"), "half_sse_per_sample", 0.5

    def build(self, case):
        net = {"p": [p for pair in zip(case.weights, case.biases, strict=True) for p in pair]}
        return net | {"v": self.velocities(net["p"])}

    def velocities(self, params):
        return [np.zeros_like(p) for p in params]

    def mask(self, z, error):
        return z > 0

    def count(self, x, a):
        return x.shape[1]

    def step(self, net, x, y, lr):
        p, a, z = net["p"], [x], []
        for i in range(3):
            z.append(p[2 * i] @ a[-1] + p[2 * i + 1])
            a.append(np.maximum(z[-1], 0) if i < 2 else z[-1])
        error = a[3] - y
        grads: list[Any] = []
        for i in (2, 1, 0):
            d = error if i == 2 else error * self.mask(z[i], error)
            m = self.count(x, a[i])
            grads = [d @ a[i].T / m, d.sum(axis=1, keepdims=True) / m, *grads]
            error = p[2 * i].T @ d
        self.update(p, net["v"], grads, lr)

    def update(self, params, velocities, grads, lr):
        for p, v, g in zip(params, velocities, grads, strict=True):
            v[:] = self.momentum * v + g
            p[:] = p - lr * v

    def read(self, net):
        return {"W": net["p"][::2], "b": net["p"][1::2]}


class OneVelocityAShape(Momentum):
    """A dictionary of velocities keyed by shape."""

    def velocities(self, params):
        table: dict[tuple[int, ...], Any] = {}
        return [table.setdefault(p.shape, np.zeros_like(p)) for p in params]


class OneRowOfVelocities(Momentum):
    """[[0] * J] * I: every row is the same list."""

    def velocities(self, params):
        tables = [[[0.0] * p.shape[1]] * p.shape[0] for p in params]
        return [[[0.0] for _ in p] if k % 2 else tables[k] for k, p in enumerate(params)]

    def update(self, params, velocities, grads, lr):
        for p, v, g in zip(params, velocities, grads, strict=True):
            for k in range(p.shape[0]):
                for j in range(p.shape[1]):
                    v[k][j] = self.momentum * v[k][j] + g[k, j]
                    p[k, j] -= lr * v[k][j]


class MaskOfTheError(Momentum):
    """error * (error > 0)."""

    def mask(self, z, error):
        return error > 0


class UnitsForSamples(Momentum):
    """m = A_prev.shape[0], where the samples are the columns."""

    def count(self, x, a):
        return a.shape[0]


class BiasesWithoutMomentum(Momentum):
    """The velocity is used for the matrices alone."""

    def update(self, params, velocities, grads, lr):
        for k, (p, v, g) in enumerate(zip(params, velocities, grads, strict=True)):
            v[:] = self.momentum * v + g
            p[:] = p - lr * (g if k % 2 else v)


class OneSumForAll(crosscheck.Adapter):
    """softmax divided by one sum for batch and classes, in a long way back by the joint gradient."""

    activations, loss = ("tanh", "softmax"), "cross_entropy_per_sample"

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr):
        (w1, w2), (b1, b2) = net["W"], net["b"]
        h = np.tanh(x @ w1 + b1)
        s = h @ w2 + b2
        e = np.exp(s - s.max(axis=1, keepdims=True))
        d2 = (e / e.sum() - y) / len(x)
        d1 = d2 @ w2.T * (1 - h * h)
        for p, g in ((w1, x.T @ d1), (b1, d1.sum(axis=0)), (w2, h.T @ d2), (b2, d2.sum(axis=0))):
            p[:] = p - lr * g

    def read(self, net):
        return net


class OneVector(crosscheck.Adapter):
    """All parameters in one vector; its gradient is packed in the order of the sorted names."""

    activations, loss = ("tanh", "identity"), "half_sse_per_sample"
    order = ("W1", "W2", "b1", "b2")

    def build(self, case):
        (w1, w2), (b1, b2) = case.weights, case.biases
        parts = {"W1": w1, "b1": b1, "W2": w2, "b2": b2}
        shapes = {name: p.shape for name, p in parts.items()}
        return {"shapes": shapes, "theta": np.concatenate([p.ravel() for p in parts.values()])}

    def parts(self, net):
        ends = np.cumsum([np.prod(s) for s in net["shapes"].values()])[:-1]
        pieces = np.split(net["theta"], ends)
        return {name: p.reshape(s) for (name, s), p in zip(net["shapes"].items(), pieces, strict=True)}

    def step(self, net, x, y, lr):
        p = self.parts(net)
        h = np.tanh(x @ p["W1"] + p["b1"])
        d2 = (h @ p["W2"] + p["b2"] - y) / len(x)
        d1 = d2 @ p["W2"].T * (1 - h * h)
        g = {"W1": x.T @ d1, "W2": h.T @ d2, "b1": d1.sum(axis=0), "b2": d2.sum(axis=0)}
        net["theta"] = net["theta"] - lr * np.concatenate([g[name].ravel() for name in self.order])

    def read(self, net):
        p = self.parts(net)
        return {"W": [p["W1"], p["W2"]], "b": [p["b1"], p["b2"]]}


class OneVectorInOneOrder(OneVector):
    """The same, packed as it is taken apart."""

    order = ("W1", "b1", "W2", "b2")


class OneVectorFromTheWayBack(OneVector):
    """Gradients in the order in which the way back comes by them."""

    order = ("W2", "b2", "W1", "b1")


class Unrolled(crosscheck.Adapter):
    """Exercise 4 of a MATLAB course, translated: Theta1(:) is by columns, ravel() is by rows unless it is told."""

    weight, bias, activations, loss = "out_in", "folded_first_column", ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    order, bias_column = "F", 1
    l2, l2_scale = 0.5, "per_sample"

    def build(self, case):
        theta = np.concatenate([w.ravel(order="F") for w in case.weights])
        return {"theta": theta, "shapes": [w.shape for w in case.weights], "v": 0 * theta}

    def rolled(self, theta, shapes, bias_column=1):
        found, at = [], 0
        for m, n in shapes:
            found.append(theta[at : at + m * n].reshape((m, n), order="F"))
            at += m * (n - 1 + bias_column)
        return found

    def step(self, net, x, y, lr):
        thetas = self.rolled(net["theta"], net["shapes"], self.bias_column)
        a = [with_ones(x, True)]
        for w in thetas[:-1]:
            a.append(with_ones(sigmoid(a[-1] @ w.T), True))
        d = sigmoid(a[-1] @ thetas[-1].T) - y
        grads: list[Any] = []
        for w, h in zip(reversed(thetas), reversed(a), strict=True):
            penalty = np.hstack([0 * w[:, :1], w[:, 1:]])
            grads.insert(0, (d.T @ h + 0.5 * penalty) / len(x))
            d = (d @ w * h * (1 - h))[:, 1:]
        g = np.concatenate([g.ravel(order=self.order) for g in grads])
        net["v"] = self.momentum * net["v"] + g
        net["theta"] = net["theta"] - lr * net["v"]

    def read(self, net):
        return {"W": self.rolled(net["theta"], net["shapes"])}


class UnrolledByRows(Unrolled):
    """grad.ravel(), without the order."""

    order = "C"


class UnrolledByRowsWithMomentum(UnrolledByRows):
    """The same with a velocity."""

    momentum = 0.9


class BiasColumnNotCounted(Unrolled):
    """pos += L_out * L_in, and the piece has L_in + 1 columns."""

    bias_column = 0


class BiasColumnNotCountedWithMomentum(BiasColumnNotCounted):
    """The same with a velocity."""

    momentum = 0.9


class OneVectorOfRows(OneVector):
    """The weights are (in, out), the vector is by rows, and the gradient by columns; biases apart."""

    order = ("W1", "b1", "W2", "b2")

    def step(self, net, x, y, lr):
        before = net["theta"]
        super().step(net, x, y, lr)
        change = self.parts({"theta": net["theta"] - before, "shapes": net["shapes"]})
        net["theta"] = before + np.concatenate([change[name].ravel(order="F") for name in self.order])


class OneVectorWithoutBiases(OneVector):
    """n = W1.size, W2 = theta[n:]: the biases lie between them."""

    order = ("W1", "b1", "W2", "b2")

    def parts(self, net):
        shapes, theta = net["shapes"], net["theta"]
        (d, h), (_, k) = shapes["W1"], shapes["W2"]
        second = theta[d * h + net.get("skip", h) :]
        return {
            "W1": theta[: d * h].reshape(d, h),
            "b1": theta[d * h : d * h + h],
            "W2": second[: h * k].reshape(h, k),
            "b2": second[h * k : h * k + k],
        }

    def step(self, net, x, y, lr):
        net["skip"] = 0
        super().step(net, x, y, lr)
        del net["skip"]


class OneVectorOffByOne(OneVectorWithoutBiases):
    """Places counted from 1, as they stand in the exercise."""

    def step(self, net, x, y, lr):
        net["skip"] = net["shapes"]["b1"][0] - 1
        OneVector.step(self, net, x, y, lr)
        del net["skip"]


class Decaying(crosscheck.Adapter):
    """Momentum, and a weight decay as torch.optim.SGD has it: on everything that is `decayed`."""

    activations, loss = ("tanh", "identity"), "half_mse"
    weight_decay, momentum = 0.01, 0.9
    decayed = "Wb"

    def build(self, case):
        theta = {f"W{i}": w for i, w in enumerate(case.weights, 1)} | {f"b{i}": v for i, v in enumerate(case.biases, 1)}
        return {"theta": theta, "v": {name: 0 * a for name, a in theta.items()}}

    def step(self, net, x, y, lr):
        theta, v = net["theta"], net["v"]
        h = np.tanh(x @ theta["W1"] + theta["b1"])
        d2 = (h @ theta["W2"] + theta["b2"] - y) / y.size
        d1 = d2 @ theta["W2"].T * (1 - h**2)
        for name, g in {"W1": x.T @ d1, "b1": d1.sum(0), "W2": h.T @ d2, "b2": d2.sum(0)}.items():
            v[name] = 0.9 * v[name] + g + (0.01 * theta[name] if name[0] in self.decayed else 0)
            theta[name] = theta[name] - lr * v[name]

    def read(self, net):
        return net["theta"]


class DecayingWeights(Decaying):
    """As most people would have it, and not what was declared."""

    decayed = "W"


class DecayingBiases(Decaying):
    """The wrong way round."""

    decayed = "b"
