# Neural network from scratch, standard library only
from math import tanh
from random import seed, uniform, random, shuffle


def initialize_network(n_inputs, n_hidden, n_outputs):
    network = list()
    network.append([{'weights': [uniform(-0.5, 0.5) for i in range(n_inputs + 1)]} for i in range(n_hidden)])
    network.append([{'weights': [uniform(-0.5, 0.5) for i in range(n_hidden + 1)]} for i in range(n_outputs)])
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


def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        for j in range(len(layer)):
            if i == len(network) - 1:
                error = layer[j]['output'] - expected[j]
            else:
                error = 0.0
                for neuron in network[i + 1]:
                    error += neuron['weights'][j] * neuron['delta']
            layer[j]['delta'] = error * (1.0 - layer[j]['output'] ** 2)


def zero_gradients(network):
    for layer in network:
        for neuron in layer:
            neuron['grad'] = [0.0] * len(neuron['weights'])


def accumulate_gradients(network, row):
    inputs = row
    for layer in network:
        for neuron in layer:
            for j in range(len(inputs)):
                neuron['grad'][j] += neuron['delta'] * inputs[j]
            neuron['grad'][-1] += neuron['delta']
        inputs = [neuron['output'] for neuron in layer]


def update_weights(network, l_rate, batch_len):
    for layer in network:
        for neuron in layer:
            for j in range(len(neuron['weights'])):
                neuron['weights'][j] -= l_rate * neuron['grad'][j] / batch_len


# minimises the batch mean of 1/2 * sum of squared errors
def train_network(network, data, l_rate, n_epoch, batch_size):
    for epoch in range(n_epoch):
        sum_error = 0.0
        shuffle(data)
        zero_gradients(network)
        for start in range(0, len(data), batch_size):
            batch = data[start:start + batch_size]
            for row, expected in batch:
                outputs = forward_propagate(network, row)
                sum_error += 0.5 * sum((expected[i] - outputs[i]) ** 2 for i in range(len(expected)))
                backward_propagate_error(network, expected)
                accumulate_gradients(network, row)
            update_weights(network, l_rate, len(batch))
        if epoch % 10 == 0:
            print('>epoch=%d, lrate=%.3f, error=%.4f' % (epoch, l_rate, sum_error / len(data)))


if __name__ == '__main__':
    seed(1)
    dataset = []
    for _ in range(60):
        a, b = random() * 2 - 1, random() * 2 - 1
        dataset.append(([a, b], [0.8 if a * b > 0 else -0.8, 0.5 * a - 0.2 * b]))
    net = initialize_network(2, 5, 2)
    train_network(net, dataset, 0.1, 50, 10)
