from math import tanh
from random import seed, random

# Initialize a network: every neuron is a dict, last weight = bias
def initialize_network(n_inputs, hidden, n_outputs):
    network = list()
    prev = n_inputs
    for n in hidden + [n_outputs]:
        layer = [{'weights': [random() - 0.5 for i in range(prev + 1)]} for j in range(n)]
        network.append(layer)
        prev = n
    return network

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
            neuron['inputs'] = inputs
            neuron['output'] = tanh(activate(neuron['weights'], inputs))
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs

def transfer_derivative(output):
    return 1.0 - output * output

def backward_propagate(network, expected, l_rate):
    for i in reversed(range(len(network))):
        layer = network[i]
        for j in range(len(layer)):
            neuron = layer[j]
            if i == len(network) - 1:
                error = neuron['output'] - expected[j]
            else:
                error = 0.0
                for nxt in network[i + 1]:
                    error += nxt['weights'][j] * nxt['delta']
            neuron['delta'] = error * transfer_derivative(neuron['output'])
        # adjust this layer
        for neuron in layer:
            for k in range(len(neuron['inputs'])):
                neuron['weights'][k] -= l_rate * neuron['delta'] * neuron['inputs'][k]
            neuron['weights'][-1] -= l_rate * neuron['delta']

# loss per row: half of the squared error
def train_network(network, train, l_rate, n_epoch):
    for epoch in range(n_epoch):
        sum_error = 0
        for row, expected in train:
            outputs = forward_propagate(network, row)
            sum_error += 0.5 * sum([(expected[i] - outputs[i]) ** 2 for i in range(len(expected))])
            backward_propagate(network, expected, l_rate)
        if epoch % 25 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.3f' % (epoch, l_rate, sum_error))

if __name__ == '__main__':
    seed(1)
    dataset = []
    for a in (-1.0, 1.0):
        for b in (-1.0, 1.0):
            for c in (-1.0, 1.0):
                dataset.append(([a, b, c], [0.9 if a * b > 0 else -0.9, 0.9 if b + c > 0 else -0.9]))
    network = initialize_network(3, [5, 4], 2)
    train_network(network, dataset, 0.1, 200)
    for row, expected in dataset:
        print(expected, [round(o, 2) for o in forward_propagate(network, row)])
