"""Sigmoids in two hidden layers, the second of which is computed from the first one's pre-activation."""
import numpy as np

import crosscheck


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


class SigmoidNet:
    def __init__(self, W, b):
        self.w1, self.w2, self.w3 = W
        self.b1, self.b2, self.b3 = b

    def forward(self, x):
        self.h1 = x.dot(self.w1) + self.b1
        self.s1 = sigmoid(self.h1)
        self.h2 = self.s1.dot(self.w2) + self.b2
        self.s2 = sigmoid(self.h1)
        return self.s2.dot(self.w3) + self.b3

    def train(self, x, y, learning_rate):
        y_pred = self.forward(x)
        grad_y = 2.0 * (y_pred - y)
        grad_w3 = self.s2.T.dot(grad_y)
        grad_b3 = grad_y.sum(axis=0)
        grad_h2 = grad_y.dot(self.w3.T) * self.s2 * (1 - self.s2)
        grad_w2 = self.s1.T.dot(grad_h2)
        grad_b2 = grad_h2.sum(axis=0)
        grad_h1 = grad_h2.dot(self.w2.T) * self.s1 * (1 - self.s1)
        grad_w1 = x.T.dot(grad_h1)
        grad_b1 = grad_h1.sum(axis=0)

        self.w1 -= learning_rate * grad_w1
        self.w2 -= learning_rate * grad_w2
        self.w3 -= learning_rate * grad_w3
        self.b1 -= learning_rate * grad_b1
        self.b2 -= learning_rate * grad_b2
        self.b3 -= learning_rate * grad_b3


class CorrectedNet(SigmoidNet):
    def forward(self, x):
        self.h1 = x.dot(self.w1) + self.b1
        self.s1 = sigmoid(self.h1)
        self.h2 = self.s1.dot(self.w2) + self.b2
        self.s2 = sigmoid(self.h2)
        return self.s2.dot(self.w3) + self.b3


class Flawed(crosscheck.Adapter):
    activations, loss, parameters = ("sigmoid", "sigmoid", "identity"), "sse", ("w", "b")
    sizes = ("n", "h", "h", "k")        # the mistake only runs where both hidden layers have the same width
    _net = SigmoidNet

    def build(self, case):
        return self._net(case.weights, case.biases)

    def step(self, net, x, y, lr):
        net.train(x, y, lr)


class Corrected(Flawed):
    sizes = None
    _net = CorrectedNet


EXPECTED = {
    "Flawed": ("differs", ["activation-from-wrong-layer"]),
    "Corrected": ("agrees", []),
}
