# Backprop from scratch, pure python
from math import tanh
from random import seed, uniform


def initialize_network(n_inputs, n_hidden, n_outputs):
    network = list()
    hidden_layer = [{'weights': [uniform(-0.5, 0.5) for i in range(n_inputs + 1)]} for i in range(n_hidden)]
    network.append(hidden_layer)
    output_layer = [{'weights': [uniform(-0.5, 0.5) for i in range(n_hidden + 1)]} for i in range(n_outputs)]
    network.append(output_layer)
    return network


# last weight is the bias
def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights) - 1):
        activation += weights[i] * inputs[i]
    return activation


def forward_propagate(network, row):
    inputs = row
    for layer in network:
        new_inputs = []
        for neuron in layer:
            neuron['output'] = tanh(activate(neuron['weights'], inputs))
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs


def transfer_derivative(output):
    return 1.0 - output ** 2


def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        errors = list()
        if i != len(network) - 1:
            for j in range(len(layer)):
                error = 0.0
                for neuron in network[i + 1]:
                    error += (neuron['weights'][j] * neuron['delta'])
                errors.append(error)
        else:
            for j in range(len(layer)):
                errors.append(layer[j]['output'] - expected[j])
        for j in range(len(layer)):
            neuron = layer[j]
            neuron['delta'] = errors[j] * transfer_derivative(neuron['output'])


def update_weights(network, row, l_rate):
    for i in range(len(network)):
        inputs = row
        if i != 0:
            inputs = [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
                neuron['weights'][-1] -= l_rate * neuron['delta']


def train_network(network, train, l_rate, n_epoch):
    for epoch in range(n_epoch):
        sum_error = 0
        for row, expected in train:
            outputs = forward_propagate(network, row)
            sum_error += sum([0.5 * (expected[i] - outputs[i]) ** 2 for i in range(len(expected))])
            backward_propagate_error(network, expected)
            update_weights(network, row, l_rate)
        if epoch % 10 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))


if __name__ == '__main__':
    seed(1)
    dataset = [([2.78, 2.55], [1, -1]), ([1.46, 2.36], [1, -1]), ([3.39, 4.40], [1, -1]),
               ([1.38, 1.85], [1, -1]), ([3.06, 3.00], [1, -1]), ([7.62, 2.75], [-1, 1]),
               ([5.33, 2.08], [-1, 1]), ([6.92, 1.77], [-1, 1]), ([8.67, -0.24], [-1, 1])]
    net = initialize_network(2, 3, 2)
    train_network(net, dataset, 0.05, 51)
    for row, exp in dataset:
        print(exp, [round(o, 2) for o in forward_propagate(net, row)])
