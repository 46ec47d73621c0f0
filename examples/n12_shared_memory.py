"""A layer by hand that "agreed" with PyTorch: its weights were PyTorch's own memory, printed twice."""
import numpy as np
import torch
import torch.nn as nn

import crosscheck


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_derivative(a):
    return a * (1 - a)


class SigmoidLayer:
    """This version receives the upstream gradient; its bias is (n,)."""

    def __init__(self, weights, bias):
        self.w, self.b = weights, bias

    def forward(self, x):
        self.x = x
        self.z = x @ self.w.T + self.b
        self.a = sigmoid(self.z)
        return self.a

    def backward(self, upstream, lr):
        dz = upstream * sigmoid_derivative(self.z)
        self.dw = dz.T @ self.x
        self.db = dz.sum(axis=0)
        self.w -= lr * self.dw
        self.b -= lr * self.db


class TargetLayer(SigmoidLayer):
    """This one receives the targets; its bias is (1, n)."""

    def backward(self, y, lr):
        dz = (self.a - y) * sigmoid_derivative(self.z)
        self.dw = dz.T @ self.x
        self.db = np.sum(dz, axis=0, keepdims=True)
        self.w -= lr * self.dw
        self.b -= lr * self.db


class CorrectedLayer(SigmoidLayer):
    def backward(self, upstream, lr):
        dz = upstream * sigmoid_derivative(self.a)
        self.dw = dz.T @ self.x
        self.db = dz.sum(axis=0)
        self.w -= lr * self.dw
        self.b -= lr * self.db


class Flawed(crosscheck.Adapter):
    weight, activations, loss, parameters = "out_in", ("sigmoid",), "mse", ("w", "b")

    def build(self, case):
        self.linear = nn.Linear(*case.sizes, dtype=getattr(torch, case.dtype))
        self.linear.weight.data[:], self.linear.bias.data[:] = torch.tensor(case.weights[0]), torch.tensor(case.biases[0])
        return SigmoidLayer(self.linear.weight.detach().numpy(), self.linear.bias.detach().numpy())

    def step(self, net, x, y, lr):
        net.backward(net.forward(x) - y, lr)

    torch_module = lambda self, net: nn.Sequential(self.linear, nn.Sigmoid())


class WithTargets(crosscheck.Adapter):
    weight, bias, activations, loss, parameters = "out_in", "row", ("sigmoid",), "mse", ("w", "b")

    def build(self, case):
        return TargetLayer(case.weights[0], case.biases[0])

    def step(self, net, x, y, lr):
        net.forward(x), net.backward(y, lr)


class WithTargetsAndBiasVector(WithTargets):
    bias = "vector"                 # (n,) -= (1, n) does not fit


class Corrected(crosscheck.Adapter):
    weight, activations, loss, parameters = "out_in", ("sigmoid",), "mse", ("w", "b")

    def build(self, case):
        return CorrectedLayer(case.weights[0], case.biases[0])

    def step(self, net, x, y, lr):
        net.backward(2 * (net.forward(x) - y) / y.size, lr)


EXPECTED = {
    "Flawed": ("differs", ["derivative-at-preactivation", "constant-factor", "parameters-shared-with-reference"]),
    "WithTargets": ("differs", ["derivative-at-preactivation", "constant-factor"]),
    "WithTargetsAndBiasVector": ("differs", [], {"raises": "non-broadcastable"}),
    "Corrected": ("agrees", []),
}
