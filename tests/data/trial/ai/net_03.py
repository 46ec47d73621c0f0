# tiny neural network, no libraries
# minimises 1/2 * (target - prediction)^2 one example after another
import math
import random


def make_network(n_in, n_hidden, n_out):
    net = []
    # every neuron is a dict, last weight is the bias
    net.append([{'w': [random.uniform(-0.5, 0.5) for _ in range(n_in + 1)]} for _ in range(n_hidden)])
    net.append([{'w': [random.uniform(-0.5, 0.5) for _ in range(n_hidden + 1)]} for _ in range(n_out)])
    return net


def activate(weights, inputs):
    s = weights[-1]
    for i in range(len(inputs)):
        s += weights[i] * inputs[i]
    return s


def forward(net, row):
    hidden = net[0]
    values = []
    for neuron in hidden:
        neuron['out'] = math.tanh(activate(neuron['w'], row))
        values.append(neuron['out'])
    result = []
    for neuron in net[1]:
        neuron['out'] = activate(neuron['w'], values)
        result.append(neuron['out'])
    return result


def train_one(net, row, target, rate):
    out = forward(net, row)
    hidden_out = [n['out'] for n in net[0]]

    # output layer
    for k, neuron in enumerate(net[1]):
        neuron['delta'] = out[k] - target[k]
        for j in range(len(hidden_out)):
            neuron['w'][j] -= rate * neuron['delta'] * hidden_out[j]
        neuron['w'][-1] -= rate * neuron['delta']

    # hidden layer
    for j, neuron in enumerate(net[0]):
        err = 0.0
        for up in net[1]:
            err += up['w'][j] * up['delta']
        neuron['delta'] = err * (1.0 - neuron['out'] ** 2)
        for i in range(len(row)):
            neuron['w'][i] -= rate * neuron['delta'] * row[i]
        neuron['w'][-1] -= rate * neuron['delta']

    return 0.5 * sum((t - o) ** 2 for t, o in zip(target, out))


def fit(net, data, rate=0.1, epochs=50):
    for ep in range(epochs):
        total = 0.0
        for row, target in data:
            total += train_one(net, row, target, rate)
        if ep % 10 == 0:
            print('epoch=%d, lrate=%.3f, error=%.4f' % (ep, rate, total))


if __name__ == '__main__':
    random.seed(3)
    data = []
    for _ in range(40):
        a, b = random.uniform(-1, 1), random.uniform(-1, 1)
        data.append(([a, b], [a * b, a - b]))
    network = make_network(2, 5, 2)
    fit(network, data)
    print(forward(network, [0.5, 0.5]))
