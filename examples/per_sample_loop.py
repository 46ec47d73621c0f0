"""Backpropagation of one (x, y) at a time, column vectors; a mini-batch is a list of such pairs."""
import random

import numpy as np

import crosscheck


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


class Network:
    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x) for x, y in zip(sizes[:-1], sizes[1:])]

    def SGD(self, training_data, epochs, mini_batch_size, eta):
        for _ in range(epochs):
            random.shuffle(training_data)
            for k in range(0, len(training_data), mini_batch_size):
                self.update_mini_batch(training_data[k:k + mini_batch_size], eta)

    def update_mini_batch(self, mini_batch, eta):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        self.weights = [w - (eta / len(mini_batch)) * nw for w, nw in zip(self.weights, nabla_w)]
        self.biases = [b - (eta / len(mini_batch)) * nb for b, nb in zip(self.biases, nabla_b)]

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activation, activations, zs = x, [x], []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = (activations[-1] - y) * self.slope(zs[-1], activations[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].T)
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l + 1].T, delta) * self.slope(zs[-l], activations[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l - 1].T)
        return nabla_b, nabla_w

    def slope(self, z, a):
        return sigmoid_prime(z)


class SlopeAtActivation(Network):
    def slope(self, z, a):
        return sigmoid_prime(a)


class MiniBatch(crosscheck.Adapter):
    samples, weight, bias, _net = "rows", "out_in", "column", Network
    activations, loss, parameters = ("sigmoid", ..., "sigmoid"), "half_sse_per_sample", ("weights", "biases")

    def build(self, case):
        return self._net(case.sizes)

    def step(self, net, x, y, lr):
        net.update_mini_batch([(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)], lr)


class OneAtATime(MiniBatch):
    samples, weight, bias, _net = "column", "out_in", "column", Network

    def step(self, net, x, y, lr):
        net.update_mini_batch([(x, y)], lr)


class AtActivation(OneAtATime):
    samples, weight, bias, _net = "column", "out_in", "column", SlopeAtActivation


EXPECTED = {
    "MiniBatch": ("agrees", []),
    "OneAtATime": ("agrees", []),
    "AtActivation": ("differs", ["derivative-at-activation"]),
}
