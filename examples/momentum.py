"""SGD with momentum; a class with lists of velocities."""
import numpy as np

import crosscheck


class MLP:
    def __init__(self, layer_sizes, momentum=0.9):
        self.momentum = momentum
        self.W = [np.random.randn(n, m) for n, m in zip(layer_sizes, layer_sizes[1:])]
        self.b = [np.zeros(m) for m in layer_sizes[1:]]
        self.vW = [np.zeros_like(w) for w in self.W]
        self.vb = [np.zeros_like(b) for b in self.b]

    def gradients(self, X, Y):
        acts = [X]
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            z = acts[-1] @ W + b
            acts.append(np.tanh(z) if i < len(self.W) - 1 else z)
        delta = (acts[-1] - Y) / len(X)
        gW, gb = [], []
        for i in reversed(range(len(self.W))):
            gW.insert(0, acts[i].T @ delta)
            gb.insert(0, delta.sum(axis=0))
            delta = delta @ self.W[i].T * (1 - acts[i] ** 2)
        return gW, gb

    def fit_batch(self, X, Y, lr):
        gW, gb = self.gradients(X, Y)
        for i in range(len(self.W)):
            self.vW[i] = self.momentum * self.vW[i] - lr * gW[i]
            self.vb[i] = self.momentum * self.vb[i] - lr * gb[i]
            self.W[i] = self.W[i] + self.vW[i]
            self.b[i] = self.b[i] + self.vb[i]


class RemembersTheLastStep(MLP):
    def fit_batch(self, X, Y, lr):
        gW, gb = self.gradients(X, Y)
        for i in range(len(self.W)):
            self.W[i] = self.W[i] - lr * (gW[i] + self.momentum * self.vW[i])
            self.b[i] = self.b[i] - lr * (gb[i] + self.momentum * self.vb[i])
            self.vW[i], self.vb[i] = gW[i], gb[i]


class Averages(MLP):
    def fit_batch(self, X, Y, lr):
        gW, gb = self.gradients(X, Y)
        for i in range(len(self.W)):
            self.vW[i] = self.momentum * self.vW[i] + (1 - self.momentum) * gW[i]
            self.vb[i] = self.momentum * self.vb[i] + (1 - self.momentum) * gb[i]
            self.W[i] = self.W[i] - lr * self.vW[i]
            self.b[i] = self.b[i] - lr * self.vb[i]


class Right(crosscheck.Adapter):
    activations, loss = ("tanh", ..., "identity"), "half_sse_per_sample"
    momentum, momentum_form, parameters, _net = 0.9, "torch", ("W", "b"), MLP

    def build(self, case):
        return self._net(case.sizes, case.momentum)

    def step(self, net, x, y, lr):
        net.fit_batch(x, y, lr)


class PreviousGradient(Right):
    _net = RemembersTheLastStep


class MovingAverage(Right):
    momentum_form, _net = "ema", Averages


class UndeclaredMovingAverage(Right):
    _net = Averages


EXPECTED = {
    "Right": ("agrees", []),
    "PreviousGradient": ("differs", ["momentum-on-previous-gradient"]),
    "MovingAverage": ("agrees", []),
    "UndeclaredMovingAverage": ("agrees up to a factor", ["momentum-damped", "factor 0.1"]),
}
