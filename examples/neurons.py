"""Neurons that are objects, step by step on paper and in plain Python. Their biases stay as they are, as in many of these."""
import math
import random

import crosscheck


class Neuron:
    def __init__(self, n_inputs, bias):
        self.weights, self.bias = [random.random() for _ in range(n_inputs)], bias

    def fire(self, inputs):
        self.inputs = inputs
        self.output = 1 / (1 + math.exp(-sum(w * i for w, i in zip(self.weights, inputs)) - self.bias))
        return self.output

    def adjust(self, delta, rate):
        self.weights = [w - rate * delta * i for w, i in zip(self.weights, self.inputs)]


class Layer:
    def __init__(self, n_inputs, n_neurons, bias):
        self.neurons = [Neuron(n_inputs, bias) for _ in range(n_neurons)]


class Network:
    rate = 0.5

    def __init__(self, n_inputs, n_hidden, n_outputs, hidden_bias=0.35, output_bias=0.6):
        self.hidden_layer = Layer(n_inputs, n_hidden, hidden_bias)
        self.output_layer = Layer(n_hidden, n_outputs, output_bias)

    def train(self, inputs, targets):
        hidden = [n.fire(inputs) for n in self.hidden_layer.neurons]
        deltas = [(n.fire(hidden) - t) * n.output * (1 - n.output) for n, t in zip(self.output_layer.neurons, targets)]
        back = [sum(d * n.weights[j] for d, n in zip(deltas, self.output_layer.neurons)) for j in range(len(hidden))]
        for n, d in zip(self.output_layer.neurons, deltas):
            n.adjust(d, self.rate)
        for n, error in zip(self.hidden_layer.neurons, back):
            n.adjust(error * n.output * (1 - n.output), self.rate)


class Frozen(crosscheck.Adapter):
    samples, weight, bias, activations, loss = "vector", "out_in", "none", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "hidden_layer.neurons.weights output_layer.neurons.weights"

    def build(self, case):
        return Network(*case.sizes, hidden_bias=0, output_bias=0)       # biases that never move: none, and set to 0

    def step(self, net, x, y, lr):
        net.rate = lr
        net.train(x, y)


class Trained(Frozen):
    """Taken for biases that are trained, they are found not to be."""
    bias = "vector"
    parameters = Frozen.parameters, "hidden_layer.neurons.bias output_layer.neurons.bias"


EXPECTED = {"Frozen": ("agrees", []), "Trained": ("differs", ["bias-not-updated"])}
