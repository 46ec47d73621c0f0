# XOR without any library
from math import exp
from random import seed, random

seed(7)

DATA = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
N_HIDDEN = 3
RATE = 0.5
ITERATIONS = 20000

# every neuron is a list of weights, the last one is the bias
hidden_layer = [[2 * random() - 1 for _ in range(3)] for _ in range(N_HIDDEN)]
output_neuron = [2 * random() - 1 for _ in range(N_HIDDEN + 1)]


def sigmoid(t):
    return 1.0 / (1.0 + exp(-t))


def neuron_output(weights, inputs):
    total = weights[-1]
    for w, x in zip(weights, inputs):
        total += w * x
    return sigmoid(total)


def predict(inputs):
    hidden = [neuron_output(w, inputs) for w in hidden_layer]
    return hidden, neuron_output(output_neuron, hidden)


def error(inputs, target):
    _, out = predict(inputs)
    return 0.5 * (target - out) ** 2


def learn(inputs, target):
    hidden, out = predict(inputs)
    out_delta = (out - target) * out * (1 - out)

    # output neuron
    for j in range(N_HIDDEN):
        output_neuron[j] -= RATE * out_delta * hidden[j]
    output_neuron[-1] -= RATE * out_delta

    # hidden neurons
    for j in range(N_HIDDEN):
        h = hidden[j]
        delta = out_delta * output_neuron[j] * h * (1 - h)
        for k in range(len(inputs)):
            hidden_layer[j][k] -= RATE * delta * inputs[k]
        hidden_layer[j][-1] -= RATE * delta


for it in range(ITERATIONS):
    x, t = DATA[it % 4]
    learn(x, t)
    if it % 4000 == 0:
        print(it, "error:", sum(error(a, b) for a, b in DATA))

for x, t in DATA:
    print(x, t, round(predict(x)[1], 3))
