from dataclasses import dataclass
from functools import reduce
import numpy as np
import crosscheck


@dataclass
class Dense:
    weight: np.ndarray
    bias: np.ndarray
    last: bool = False

    def forward(self, h):
        self.h, self.z = h, h @ self.weight + self.bias
        return self.z if self.last else np.where(self.z > 0, self.z, np.expm1(self.z))

    def backward(self, g, lr):
        if not self.last:
            g = g * np.where(self.z > 0, 1, np.exp(self.z))
        down = g @ self.weight.T
        self.weight = self.weight - lr * self.h.T @ g
        self.bias = self.bias - lr * g.sum(axis=0)
        return down


def train(layers, x, y, lr):
    out = reduce(lambda h, layer: layer.forward(h), layers, x)
    reduce(lambda g, layer: layer.backward(g, lr), reversed(layers), (out - y) / len(x))


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("elu", ..., "identity"), "half_sse_per_sample", ("weight", "bias")

    def build(self, case):
        layers = [Dense(W, b) for W, b in zip(case.weights, case.biases)]
        layers[-1].last = True
        return layers

    def step(self, net, x, y, lr):
        train(net, x, y, lr)


EXPECTED = {"Mine": ("agrees", [])}
