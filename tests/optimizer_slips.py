"""A network written by hand whose optimizer can be made wrong in one place at a time: what people write there.

Every method is one place. The slips are subclasses, each the shortest code in which it is made; none of them shares a
line with the table of steps.
"""

from typing import Any

import numpy as np

import crosscheck


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
