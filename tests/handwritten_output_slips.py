"""Networks written by hand with a slip at the target, the output, or in what one layer takes from another.

Each is the shortest code in which people make it. None of them shares a line with the table of steps.
"""

from typing import Any

import numpy as np

import crosscheck
from tests.handwritten_slips import sigmoid
from tests.handwritten_way_slips import Rows, Softmax, Squares


class LabelSet(Softmax):
    """d[...] =- 1."""

    def d_output(self, z, p, y):
        d = p.copy()
        d[np.arange(len(p)), y] = -1
        return d


class OneAdded(Softmax):
    """d[...] += 1."""

    def d_output(self, z, p, y):
        d = p.copy()
        d[np.arange(len(p)), y] += 1
        return d


class DividedFirst(Softmax):
    """d /= n; d[...] -= 1."""

    def d_output(self, z, p, y):
        d = p / len(p)
        d[np.arange(len(p)), y] -= 1
        return d * len(p)  # what follows divides by it


class TargetDividedAlone(Rows):
    """p - y / m."""

    def d_output(self, z, p, y):
        return (p - y / len(p)) * len(p)


class TargetAdded(Squares):
    """The error has a plus."""

    def d_output(self, z, p, y):
        return p + y


class ErrorSquared(Squares):
    """(p - y)**2 is handed back."""

    def d_output(self, z, p, y):
        return (p - y) ** 2


class LossHandedBack(Squares):
    """loss.backward(loss)."""

    def d_output(self, z, p, y):
        return 0.5 * (p - y) ** 2


class SoftmaxOfSoftmax(Softmax):
    """scores = softmax(...), and again in the next line."""

    def output(self, z):
        return super().output(super().output(z))


class SoftmaxInTheLoss(Softmax):
    """A cross entropy that expects scores gets probabilities."""

    def d_output(self, z, p, y):
        d = super().output(p)
        d[np.arange(len(p)), y] -= 1
        return p * (d - (d * p).sum(axis=1, keepdims=True))


class SigmoidOfSigmoid(Rows):
    """A sigmoid before a loss with logits."""

    def d_output(self, z, p, y):
        return (sigmoid(p) - y) * p * (1 - p)


class SoftmaxDerivedAgain(Softmax):
    """p - y is sent through softmax's own backward as well."""

    def d_output(self, z, p, y):
        d = super().d_output(z, p, y)
        return p * (d - (d * p).sum(axis=1, keepdims=True))


class SoftmaxForLabels(Rows):
    """Independent labels, and probabilities that sum to one."""

    def output(self, z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def d_output(self, z, p, y):
        return p - y


class SigmoidForClasses(Softmax):
    """One class of several, and probabilities by themselves."""

    def output(self, z):
        return sigmoid(z)


class SigmoidLeftOver(Squares):
    """relu below, and pred * (1 - pred) at a linear output."""

    activations = ("relu", "identity")

    def f(self, z):
        return np.maximum(z, 0)

    def slope(self, z, a):
        return z > 0

    def d_output(self, z, p, y):
        return (p - y) * p * (1 - p)


class RootOfTwoPi(Squares):
    """sqrt(2 * pi), in the function and in its derivative."""

    activations, c = ("gelu_tanh", "identity"), float(np.sqrt(2 * np.pi))

    def f(self, z):
        return 0.5 * z * (1 + np.tanh(self.c * (z + 0.044715 * z**3)))

    def slope(self, z, a):
        t = np.tanh(self.c * (z + 0.044715 * z**3))
        return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * self.c * (1 + 0.134145 * z * z)


class Deep(crosscheck.Adapter):
    """Any number of layers in lists, tanh and a linear output, momentum; what is kept and sent down is overwritten."""

    activations: Any = ("tanh", ..., "identity")
    loss, momentum = "half_sse_per_sample", 0.9
    sizes = ("n", "h", "h", "k")

    def build(self, case):
        zeros = [np.zeros_like(a) for a in (*case.weights, *case.biases)]
        return {"W": case.weights, "b": case.biases, "v": zeros}

    def f(self, z):
        return np.tanh(z)

    def slope(self, z):
        return 1 - np.tanh(z) ** 2

    def bias_of(self, net, i):
        return net["b"][i]

    def kept(self, z, b):
        return z

    def through(self, w, dw):
        return w.T

    def d_weights(self, dw, n):
        return dw

    def error(self, p, y):
        return (p - y) / len(y)

    def gradients(self, net, x, y):
        last = len(net["W"]) - 1
        a, zs = [x], []
        for i, w in enumerate(net["W"]):
            z = a[-1] @ w + self.bias_of(net, i)
            zs.append(self.kept(z, self.bias_of(net, i)))
            a.append(z if i == last else self.f(z))
        dws: list[Any] = []
        dbs: list[Any] = []
        d = self.error(a[-1], y)
        for i in range(last, -1, -1):
            dws.insert(0, a[i].T @ d)
            dbs.insert(0, d.sum(axis=0))
            if i:
                d = self.below(d, self.through(net["W"][i], dws[0]), zs, i)
        return [self.d_weights(dw, len(x)) for dw in dws], dbs

    def below(self, d, w, zs, i):
        return d @ w * self.slope(zs[i - 1])

    def step(self, net, x, y, lr):
        dws, dbs = self.gradients(net, x, y)
        for v, theta, g in zip(net["v"], (*net["W"], *net["b"]), (*dws, *dbs), strict=True):
            v[:] = 0.9 * v + g
            theta[:] = theta - lr * v

    def read(self, net):
        return {"W": net["W"], "b": net["b"]}


class KeptBeforeTheBias(Deep):
    """zs.append(a @ w), and then the bias."""

    def kept(self, z, b):
        return z - b


class ThroughTheGradient(Deep):
    """dW for W."""

    def through(self, w, dw):
        return dw.T


class SlopeOfTheLayerAbove(Deep):
    """z[l] for z[l - 1], and so before the product."""

    def below(self, d, w, zs, i):
        return (d * self.slope(zs[i])) @ w


class BiasOfTheFirst(Deep):
    """b1 in two layers; the way back adds both up, as autograd does."""

    def bias_of(self, net, i):
        return net["b"][0] if i == 1 else net["b"][i]

    def gradients(self, net, x, y):
        dws, dbs = super().gradients(net, x, y)
        return dws, [dbs[0] + dbs[1], 0 * dbs[1], *dbs[2:]] if len(dbs) > 2 else dbs


class LeakyAndAveragedTwice(Deep):
    """A leaky relu whose derivative is relu's; the weights' gradient is divided once more."""

    activations = ("relu", ..., "identity")

    def f(self, z):
        return np.where(z > 0, z, 0.1 * z)

    def slope(self, z):
        return z > 0

    def d_weights(self, dw, n):
        return dw / n


class HalfAndBiasesAveraged(Deep):
    """The gradient of half the loss; and the bias's is a mean, although the delta is divided by N already."""

    def error(self, p, y):
        return 0.5 * (p - y) / len(y)

    def gradients(self, net, x, y):
        dws, dbs = super().gradients(net, x, y)
        return dws, [db / len(x) for db in dbs]
