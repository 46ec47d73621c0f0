"""A network written by hand whose optimizer can be made wrong in one place at a time: what people write there.

Every method is one place. The slips are subclasses, each the shortest code in which it is made; none of them shares a
line with the table of steps.
"""

from typing import Any

import numpy as np

import crosscheck
from tests.handwritten_slips import sigmoid


class Sgd(crosscheck.Adapter):
    """tanh and sigmoid layers in lists, gradients and velocities in dictionaries; a penalty, and momentum."""

    activations, loss = ("tanh", "tanh", "sigmoid"), "half_sse_per_sample"
    l2, momentum = 0.1, 0.75

    def build(self, case):
        theta = {f"W{i}": w for i, w in enumerate(case.weights, 1)} | {f"b{i}": b for i, b in enumerate(case.biases, 1)}
        net = {"theta": theta, "g": {name: np.zeros_like(p) for name, p in theta.items()}}
        net["v"] = {name: self.start(net, name) for name in theta}
        return net

    def start(self, net: Any, name: str) -> Any:
        return np.zeros_like(net["theta"][name])

    def step(self, net, x, y, lr):
        a = self.forward(net, x)
        self.back(net, a, y)
        self.update(net, lr)

    def forward(self, net: Any, x: Any) -> list[Any]:
        a, theta = [x], net["theta"]
        for i in (1, 2, 3):
            z = a[-1] @ theta[f"W{i}"] + theta[f"b{i}"]
            a.append(np.tanh(z) if i < 3 else 1 / (1 + np.exp(-z)))
        return a

    def layers(self) -> Any:
        return range(3, 0, -1)

    def back(self, net: Any, a: list[Any], y: Any) -> None:
        for i in self.layers():
            if i == 3:
                delta = (a[3] - y) / len(y) * a[3] * (1 - a[3])
            else:
                delta = (delta @ net["theta"][f"W{i + 1}"].T) * (1 - a[i] ** 2)
            self.store(net["g"], f"W{i}", a[i - 1].T @ delta)
            self.store(net["g"], f"b{i}", delta.sum(axis=0))

    def store(self, grads: Any, name: str, g: Any) -> None:
        grads[name] = g

    def decay(self, w: Any) -> Any:
        return self.l2 * w

    def decayed(self, net: Any, name: str) -> Any:
        g = net["g"][name]
        return g + self.decay(net["theta"][name]) if name[0] == "W" else g

    def velocity(self, net: Any, name: str, g: Any, lr: float) -> Any:
        net["v"][name] = self.momentum * net["v"][name] + g
        return lr * net["v"][name]

    def update(self, net: Any, lr: float) -> None:
        for name in net["theta"]:
            net["theta"][name] -= self.velocity(net, name, self.decayed(net, name), lr)

    def read(self, net):
        return {"W": [net["theta"][f"W{i}"] for i in (1, 2, 3)], "b": [net["theta"][f"b{i}"] for i in (1, 2, 3)]}


class Plain(Sgd):
    """Without momentum."""

    momentum = 0.0

    def velocity(self, net, name, g, lr):
        return lr * g


class Rate(Sgd):
    """The learning rate is in the velocity."""

    def velocity(self, net, name, g, lr):
        net["v"][name] = self.momentum * net["v"][name] - lr * g
        return -net["v"][name]


class Ones(Sgd):
    def start(self, net, name):
        return np.ones_like(net["theta"][name])


class OnesInTheRate(Rate):
    def start(self, net, name):
        return np.ones_like(net["theta"][name])


class CopiesOfTheWeights(Rate):
    def start(self, net, name):
        return net["theta"][name].copy() if name[0] == "W" else np.zeros_like(net["theta"][name])


class CopiesFromBefore(Rate):
    """Made with the network, whose weights were others then."""

    def start(self, net, name):
        shape = net["theta"][name].shape
        return np.random.default_rng(len(shape)).normal(size=shape) if name[0] == "W" else np.zeros(shape)


class GradientsAsVelocities(Sgd):
    """Both are one array before the first velocity is bound anew."""

    def start(self, net, name):
        return net["g"][name]

    def store(self, grads, name, g):
        grads[name][...] = g


class GradientsForEver(GradientsAsVelocities):
    """And here they stay so."""

    def velocity(self, net, name, g, lr):
        net["v"][name][...] = self.momentum * net["v"][name] + g
        return lr * net["v"][name]


class IntegersOfTheRate(Rate):
    """Every velocity is cut to 0, but where the data are large."""

    def start(self, net, name):
        return np.zeros(net["theta"][name].shape, dtype=int)

    def velocity(self, net, name, g, lr):
        net["v"][name][...] = self.momentum * net["v"][name] - lr * g
        return -net["v"][name]


class BracketTooMany(Sgd):
    def velocity(self, net, name, g, lr):
        if name[0] == "b":
            return super().velocity(net, name, g, lr)
        net["v"][name] = self.momentum * (net["v"][name] + g)
        return lr * net["v"][name]


class LastWeightsVelocity(Sgd):
    def velocity(self, net, name, g, lr):
        before = net["v"][f"W{name[1:]}"][-1] if name[0] == "b" else net["v"][name]
        net["v"][name] = self.momentum * before + g
        return lr * net["v"][name]


class AddedUp(Sgd):
    def store(self, grads, name, g):
        grads[name] += g


class BiasesAddedUp(Plain):
    def store(self, grads, name, g):
        grads[name] = g + (grads[name] if name[0] == "b" else 0)


class AddedUpWithTheDecay(Plain):
    def decayed(self, net, name):
        if name[0] == "W":
            net["g"][name] += self.decay(net["theta"][name])
        return net["g"][name]

    def store(self, grads, name, g):
        grads[name] += g


class StepFirst(Sgd):
    def step(self, net, x, y, lr):
        a = self.forward(net, x)
        self.update(net, lr)
        self.back(net, a, y)


class StepFirstWithoutMomentum(Plain):
    def step(self, net, x, y, lr):
        a = self.forward(net, x)
        self.update(net, lr)
        self.back(net, a, y)


class HalfTheSquare(Sgd):
    def decay(self, w):
        return self.l2 / 2 * w**2


class Penalty(Plain):
    def decay(self, w):
        return self.l2 / 2 * np.sum(w**2)


class FromTheSecondInput(Plain):
    def decay(self, w):
        return np.vstack([np.zeros((1, w.shape[1])), self.l2 * w[1:]])


class DecayingTwice(Plain):
    def velocity(self, net, name, g, lr):
        return lr * (g + self.l2 * net["theta"][name])


class OneLayerTooFew(Sgd):
    def layers(self):
        return range(3, 1, -1)


class OneLayerTooFewWithoutMomentum(Plain):
    def layers(self):
        return range(3, 1, -1)


class NominalBatch(Sgd):
    """The last batch of an epoch is smaller; and the penalty is divided as well."""

    def back(self, net, a, y):
        super().back(net, a, y)
        self.n = len(y)

    def decayed(self, net, name):
        g = super().decayed(net, name)
        return g * self.n / 20 if name[0] == "W" else g


class Averaged(Sgd):
    """The velocity is a running average."""

    momentum_form = "ema"

    def velocity(self, net, name, g, lr):
        net["v"][name] = self.momentum * net["v"][name] + (1 - self.momentum) * g
        return lr * net["v"][name]


class AverageNotStored(Averaged):
    def velocity(self, net, name, g, lr):
        v = self.momentum * net["v"][name] + (1 - self.momentum) * g
        return lr * v


class AverageExchanged(Averaged):
    def velocity(self, net, name, g, lr):
        net["v"][name] = (1 - self.momentum) * net["v"][name] + self.momentum * g
        return lr * net["v"][name]


class AveragePushedBack(Averaged):
    def velocity(self, net, name, g, lr):
        net["v"][name] = (1 - self.momentum) * g - self.momentum * net["v"][name]
        return lr * net["v"][name]


class BiasesPushedBack(Rate):
    def velocity(self, net, name, g, lr):
        sign = -1 if name[0] == "b" else 1
        net["v"][name] = sign * self.momentum * net["v"][name] - lr * g
        return -net["v"][name]


class NeverFading(Sgd):
    def velocity(self, net, name, g, lr):
        net["v"][name] += g
        return lr * net["v"][name]


class MomentumOnTheGradient(Sgd):
    """v.mul_(momentum) on the wrong one of the two."""

    def velocity(self, net, name, g, lr):
        net["v"][name] += self.momentum * g
        return lr * net["v"][name]


class ArgumentsExchanged(Sgd):
    """SGD(momentum, lr), where the first argument is lr."""

    def velocity(self, net, name, g, lr):
        net["v"][name] = lr * net["v"][name] + g
        return self.momentum * net["v"][name]


class RateInTheBracket(Sgd):
    def velocity(self, net, name, g, lr):
        net["v"][name] = lr * (self.momentum * net["v"][name] + g)
        return net["v"][name]


class WeightsForTheirVelocity(Rate):
    """One of six lines."""

    def velocity(self, net, name, g, lr):
        past = net["theta"] if name == "W2" else net["v"]
        net["v"][name] = self.momentum * past[name] - lr * g
        return -net["v"][name]


class GradientForItsVelocity(Rate):
    def velocity(self, net, name, g, lr):
        net["v"][name] = self.momentum * g - lr * g
        return -net["v"][name]


class OldUpdateLeftIn(Sgd):
    def velocity(self, net, name, g, lr):
        return lr * g + super().velocity(net, name, g, lr)


class LookingAhead(Sgd):
    def velocity(self, net, name, g, lr):
        return lr * g + self.momentum * super().velocity(net, name, g, lr)


class DecayBesideTheVelocity(Sgd):
    """Decoupled, as in another optimizer."""

    def decayed(self, net, name):
        return net["g"][name]

    def velocity(self, net, name, g, lr):
        step = super().velocity(net, name, g, lr)
        return step + lr * self.decay(net["theta"][name]) if name[0] == "W" else step


class DecayWithoutTheRate(DecayBesideTheVelocity):
    def velocity(self, net, name, g, lr):
        step = Sgd.velocity(self, net, name, g, lr)
        return step + self.decay(net["theta"][name]) if name[0] == "W" else step


class SumOfTheWeights(Sgd):
    def decay(self, w):
        return self.l2 * np.sum(w)


class NormOfTheWeights(Plain):
    def decay(self, w):
        return self.l2 * np.linalg.norm(w)


class RateSentDown(Plain):
    """delta holds the learning rate, for both changes of the layer."""

    def step(self, net, x, y, lr):
        a, theta = self.forward(net, x), net["theta"]
        error = (a[3] - y) / len(y)
        for i in (3, 2, 1):
            delta = lr * error * (a[3] * (1 - a[3]) if i == 3 else 1 - a[i] ** 2)
            error = delta @ theta[f"W{i}"].T
            theta[f"W{i}"] -= a[i - 1].T @ delta + lr * self.decay(theta[f"W{i}"])
            theta[f"b{i}"] -= delta.sum(axis=0)


class WeightsForTheGradient(Rate):
    """g = W; g *= decay; g += ...: there was no copy."""

    def back(self, net, a, y):
        theta = net["theta"]
        error = (a[3] - y) / len(y)
        for i in (3, 2, 1):
            delta = error * (a[3] * (1 - a[3]) if i == 3 else 1 - a[i] ** 2)
            g = theta[f"W{i}"]
            g *= self.l2
            g += a[i - 1].T @ delta
            net["g"][f"W{i}"], net["g"][f"b{i}"] = g, delta.sum(axis=0)
            error = delta @ theta[f"W{i}"].T

    def decayed(self, net, name):
        return net["g"][name].copy()


class WidthForSamples(Plain):
    """m = a.shape[1], in each layer anew; the penalty is divided by it as well."""

    l2_scale = "per_sample"

    def count(self, a: Any) -> int:
        return int(a.shape[1])

    def back(self, net, a, y):
        error = a[3] - y
        for i in (3, 2, 1):
            delta = error * (a[3] * (1 - a[3]) if i == 3 else 1 - a[i] ** 2)
            error, m = delta @ net["theta"][f"W{i}"].T, self.count(a[i - 1])
            net["g"][f"W{i}"] = (a[i - 1].T @ delta + self.decay(net["theta"][f"W{i}"])) / m
            net["g"][f"b{i}"] = delta.sum(axis=0) / m

    def decayed(self, net, name):
        return net["g"][name]


class Products(crosscheck.Adapter):
    """Columns of numbers in lists, and one function for every product."""

    samples, weight, bias, activations, loss = "vector", "out_in", "column", ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return {"W": [w.tolist() for w in case.weights], "b": [b.tolist() for b in case.biases]}

    def product(self, a: Any, b: Any) -> Any:
        return [[sum(x * z[j] for x, z in zip(row, b, strict=True)) for j in range(len(b[0]))] for row in a]

    def step(self, net, x, y, lr):
        a = [[[v] for v in x]]
        for w, b in zip(net["W"], net["b"], strict=True):
            z = self.product(w, a[-1])
            a.append([[float(sigmoid(s[0] + t[0]))] for s, t in zip(z, b, strict=True)])
        error = [[p[0] - t] for p, t in zip(a[2], y, strict=True)]
        for i in (1, 0):
            delta = [[e[0] * p[0] * (1 - p[0])] for e, p in zip(error, a[i + 1], strict=True)]
            w, b = net["W"][i], net["b"][i]
            error = self.product([list(column) for column in zip(*w, strict=True)], delta)
            g = self.product(delta, [[v[0] for v in a[i]]])
            for k, row in enumerate(w):
                b[k][0] -= lr * delta[k][0]
                for j in range(len(row)):
                    row[j] -= lr * g[k][j]

    def read(self, net):
        return net


class NeverReset(Products):
    """total = 0 before all loops."""

    def product(self, a, b):
        total = 0.0
        found: list[Any] = []
        for row in a:
            found.append([])
            for j in range(len(b[0])):
                for x, z in zip(row, b, strict=True):
                    total += x * z[j]
                found[-1].append(total)
        return found


class ResetForEachRow(Products):
    """total = 0 before the loop over the columns: only the product of a column and a row shows it."""

    def product(self, a, b):
        found: list[Any] = []
        for row in a:
            total = 0.0
            found.append([])
            for j in range(len(b[0])):
                for x, z in zip(row, b, strict=True):
                    total += x * z[j]
                found[-1].append(total)
        return found
