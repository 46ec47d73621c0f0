# How to code a neural network with backpropagation in plain Python
from math import exp, log, tanh
from random import seed, random


def initialize_network(n_inputs, n_hidden, n_outputs):
    """A network is a list of layers, a layer a list of neurons, a neuron a dict.
    The last weight of each neuron is its bias."""
    network = list()
    network.append([{'weights': [random() - 0.5 for _ in range(n_inputs + 1)]} for _ in range(n_hidden)])
    network.append([{'weights': [random() - 0.5 for _ in range(n_hidden + 1)]} for _ in range(n_outputs)])
    return network


def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights) - 1):
        activation += weights[i] * inputs[i]
    return activation


def forward_propagate(network, row):
    inputs = row
    for i, layer in enumerate(network):
        new_inputs = []
        for neuron in layer:
            a = activate(neuron['weights'], inputs)
            if i == len(network) - 1:
                neuron['output'] = 1.0 / (1.0 + exp(-a))
            else:
                neuron['output'] = tanh(a)
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs


def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        if i == len(network) - 1:
            # logistic output + log loss: the slope of the sigmoid cancels
            for j, neuron in enumerate(layer):
                neuron['delta'] = neuron['output'] - expected[j]
        else:
            for j, neuron in enumerate(layer):
                error = 0.0
                for nxt in network[i + 1]:
                    error += nxt['weights'][j] * nxt['delta']
                neuron['delta'] = error * (1.0 - neuron['output'] ** 2)


def update_weights(network, row, l_rate):
    for i in range(len(network)):
        inputs = row
        if i != 0:
            inputs = [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
            neuron['weights'][-1] -= l_rate * neuron['delta']


def log_loss(outputs, expected):
    return -sum(t * log(o) + (1 - t) * log(1 - o) for o, t in zip(outputs, expected))


def train_network(network, train, l_rate, n_epoch, n_outputs):
    for epoch in range(n_epoch):
        sum_error = 0.0
        for row in train:
            outputs = forward_propagate(network, row[:-1])
            expected = [0 for _ in range(n_outputs)]
            expected[row[-1]] = 1
            sum_error += log_loss(outputs, expected)
            backward_propagate_error(network, expected)
            update_weights(network, row[:-1], l_rate)
        if epoch % 10 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))


if __name__ == '__main__':
    seed(1)
    dataset = [[2.78, 2.55, 0], [1.46, 2.36, 0], [3.39, 4.40, 0], [1.38, 1.85, 0], [3.06, 3.00, 0],
               [7.62, 2.75, 1], [5.33, 2.08, 1], [6.92, 1.77, 1], [8.67, -0.24, 1], [7.67, 3.50, 1]]
    net = initialize_network(2, 3, 2)
    train_network(net, dataset, 0.1, 60, 2)
    for row in dataset[::3]:
        print(row[-1], [round(o, 3) for o in forward_propagate(net, row[:-1])])
