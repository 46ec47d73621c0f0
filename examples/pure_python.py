"""No NumPy at all: a network is a list of lists of neurons, a neuron a dictionary whose last weight is its bias."""
from math import exp

import crosscheck


def initialize_network(n_inputs, n_hidden, n_outputs, random):
    hidden = [{'weights': [random() for i in range(n_inputs + 1)]} for i in range(n_hidden)]
    output = [{'weights': [random() for i in range(n_hidden + 1)]} for i in range(n_outputs)]
    return [hidden, output]


def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights) - 1):
        activation += weights[i] * inputs[i]
    return activation


def transfer(activation):
    return 1.0 / (1.0 + exp(-activation))


def transfer_derivative(output):
    return output * (1.0 - output)


def forward_propagate(network, row):
    inputs = row
    for layer in network:
        new_inputs = []
        for neuron in layer:
            neuron['output'] = transfer(activate(neuron['weights'], inputs))
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs


def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        errors = []
        if i != len(network) - 1:
            for j in range(len(layer)):
                errors.append(sum(neuron['weights'][j] * neuron['delta'] for neuron in network[i + 1]))
        else:
            for j, neuron in enumerate(layer):
                errors.append(neuron['output'] - expected[j])
        for j, neuron in enumerate(layer):
            neuron['delta'] = errors[j] * transfer_derivative(neuron['output'])


def update_weights(network, row, l_rate, bias_too=True):
    for i in range(len(network)):
        inputs = row if i == 0 else [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
            if bias_too:
                neuron['weights'][-1] -= l_rate * neuron['delta']


class Right(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "weights"
    activations, loss, _bias_too = ("sigmoid", ..., "sigmoid"), "half_sse", True

    def build(self, case):
        return [[{"weights": list(row)} for row in W] for W in case.weights]

    def step(self, net, x, y, lr):
        forward_propagate(net, x), backward_propagate_error(net, y), update_weights(net, x, lr, self._bias_too)


class ForgetsBiases(Right):
    _bias_too = False


EXPECTED = {"Right": ("agrees", []), "ForgetsBiases": ("differs", ["bias-not-updated"])}
