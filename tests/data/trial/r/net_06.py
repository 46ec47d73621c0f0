# Backprop from scratch in pure Python (no numpy), tutorial code
from math import tanh
from random import seed, random, gauss


def initialize_network(n_inputs, n_hidden, n_outputs):
    network = []
    hidden_layer = [{'weights': [random() - 0.5 for i in range(n_inputs + 1)]} for j in range(n_hidden)]
    network.append(hidden_layer)
    output_layer = [{'weights': [random() - 0.5 for i in range(n_hidden + 1)]} for j in range(n_outputs)]
    network.append(output_layer)
    return network


# last weight is the bias
def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights) - 1):
        activation += weights[i] * inputs[i]
    return activation


def transfer(activation):
    return tanh(activation)


def transfer_derivative(output):
    return 1.0 - output ** 2


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
                error = 0.0
                for neuron in network[i + 1]:
                    error += neuron['weights'][j] * neuron['delta']
                errors.append(error)
        else:
            for j in range(len(layer)):
                errors.append(layer[j]['output'] - expected[j])
        for j in range(len(layer)):
            layer[j]['delta'] = errors[j] * transfer_derivative(layer[j]['output'])


def update_weights(network, row, l_rate):
    for i in range(len(network)):
        inputs = row
        if i != 0:
            inputs = [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
                neuron['weights'][-1] -= l_rate * neuron['delta']


def sample_loss(outputs, expected):
    return 0.5 * sum((o - e) ** 2 for o, e in zip(outputs, expected))


def train_network(network, train, l_rate, n_epoch):
    for epoch in range(n_epoch):
        sum_error = 0
        for row, expected in train:
            outputs = forward_propagate(network, row)
            sum_error += sample_loss(outputs, expected)
            backward_propagate_error(network, expected)
            update_weights(network, row, l_rate)
        if epoch % 10 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))


if __name__ == '__main__':
    seed(1)
    dataset = []
    for k in range(40):
        row = [gauss(0, 1), gauss(0, 1), gauss(0, 1)]
        dataset.append((row, [0.8, -0.8] if row[0] + row[1] > 0.3 else [-0.8, 0.8]))
    network = initialize_network(3, 4, 2)
    train_network(network, dataset, 0.1, 50)
