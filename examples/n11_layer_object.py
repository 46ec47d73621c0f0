"""A layer that updates itself inside backward; samples are columns."""
import numpy as np

import crosscheck

ACTIVATIONS = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a ** 2),
    "relu": (lambda z: np.maximum(0, z), lambda a: (a > 0) * 1.0),
}


class Layer:
    def __init__(self, n_in, n_out, activation):
        self.W = np.random.randn(n_out, n_in) * 0.1
        self.b = np.zeros((n_out, 1))
        self.f, self.df = ACTIVATIONS[activation]

    def forward(self, X):
        self.X = X
        self.A = self.f(self.W @ X + self.b)
        return self.A

    def backward(self, dA, learning_rate):
        dZ = dA * self.df(self.A)
        dW = dZ @ self.X.T
        db = np.sum(dZ, axis=1, keepdims=True)
        dX = self.W.T @ dZ
        self.W -= learning_rate * dW
        self.b -= learning_rate * db
        return dX


class ImpatientLayer(Layer):
    """The same lines in another order."""

    def backward(self, dA, learning_rate):
        dZ = dA * self.df(self.A)
        self.W -= learning_rate * (dZ @ self.X.T)
        self.b -= learning_rate * np.sum(dZ, axis=1, keepdims=True)
        return self.W.T @ dZ


def forward(layers, X):
    for layer in layers:
        X = layer.forward(X)
    return X


def backward(layers, dA, learning_rate):
    for layer in reversed(layers):
        dA = layer.backward(dA, learning_rate)
    return dA


class Sigmoid(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, _layer = ("sigmoid", ..., "sigmoid"), "half_sse", Layer
    forward, backward = staticmethod(forward), staticmethod(backward)       # the code's own, called as they are

    def build(self, case):
        return [self._layer(m, n, f) for m, n, f in zip(case.sizes, case.sizes[1:], case.activations)]


class Tanh(Sigmoid):
    activations = ("tanh", ..., "tanh")


class Relu(Sigmoid):
    activations = ("relu", ..., "sigmoid")


class OneLayer(Sigmoid):
    activations, sizes, batch = ("sigmoid",), (3, 2), 4


class UpdatedTooEarly(Sigmoid):
    activations, loss, _layer = ("tanh", ..., "tanh"), "half_sse", ImpatientLayer


EXPECTED = {
    "Sigmoid": ("agrees", []),
    "Tanh": ("agrees", []),
    "Relu": ("agrees", []),
    "OneLayer": ("agrees", []),
    "UpdatedTooEarly": ("differs", ["weights-updated-before-propagation"]),
}
