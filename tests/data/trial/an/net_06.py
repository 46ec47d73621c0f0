# no numpy! small neural net in pure python, swish in the hidden layer, one output
from math import exp, log, sin
from random import seed, uniform, shuffle


def sig(t):
    if t >= 0:
        return 1.0 / (1.0 + exp(-t))
    e = exp(t)
    return e / (1.0 + e)


def make_layer(n_inputs, n_neurons):
    # last weight of every neuron is its bias
    return [{'weights': [uniform(-0.7, 0.7) for _ in range(n_inputs + 1)]}
            for _ in range(n_neurons)]


def initialize_network(n_inputs, n_hidden):
    return [make_layer(n_inputs, n_hidden), make_layer(n_hidden, 1)]


def activate(weights, inputs):
    s = weights[-1]
    for i in range(len(weights) - 1):
        s += weights[i] * inputs[i]
    return s


def forward_propagate(network, row):
    inputs = row
    for i, layer in enumerate(network):
        new_inputs = []
        for neuron in layer:
            z = activate(neuron['weights'], inputs)
            neuron['z'] = z
            if i < len(network) - 1:
                neuron['output'] = z * sig(z)
            else:
                neuron['output'] = sig(z)
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs[0]


def backward_propagate_error(network, expected):
    out = network[-1][0]
    out['delta'] = out['output'] - expected       # log loss + sigmoid
    for i in reversed(range(len(network) - 1)):
        for j, neuron in enumerate(network[i]):
            error = 0.0
            for nxt in network[i + 1]:
                error += nxt['weights'][j] * nxt['delta']
            s = sig(neuron['z'])
            neuron['delta'] = error * (s + neuron['z'] * s * (1.0 - s))


def update_weights(network, row, l_rate):
    inputs = row
    for layer in network:
        for neuron in layer:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
            neuron['weights'][-1] -= l_rate * neuron['delta']
        inputs = [neuron['output'] for neuron in layer]


def train_network(network, rows, l_rate, n_epoch):
    for epoch in range(n_epoch):
        shuffle(rows)
        total = 0.0
        for x, t in rows:
            p = forward_propagate(network, x)
            total += -(t * log(p) + (1 - t) * log(1 - p))
            backward_propagate_error(network, t)
            update_weights(network, x, l_rate)
        if epoch % 10 == 0:
            print('>epoch=%d, lrate=%.3f, logloss=%.4f' % (epoch, l_rate, total / len(rows)))


if __name__ == '__main__':
    seed(1)
    dataset = []
    for _ in range(100):
        a, b = uniform(-2, 2), uniform(-2, 2)
        dataset.append(([a, b], 1 if b > sin(2 * a) else 0))
    net = initialize_network(2, 6)
    train_network(net, dataset, 0.1, 41)
