"""
CS 4710 Homework 3, Part B -- multilayer perceptron without numpy
Error for one example: E = 1/2 * sum_k (t_k - o_k)^2, stochastic updates.
"""
import math
import random


class Neuron:
    def __init__(self, n_inputs, rng):
        self.weights = [rng.uniform(-0.5, 0.5) for _ in range(n_inputs)]
        self.bias = rng.uniform(-0.5, 0.5)
        self.inputs = None
        self.output = None
        self.delta = 0.0

    def activate(self, inputs):
        self.inputs = inputs
        total = self.bias
        for w, x in zip(self.weights, inputs):
            total += w * x
        self.output = 1.0 / (1.0 + math.exp(-total))
        return self.output


class Network:
    def __init__(self, sizes, eta=0.5, seed=1):
        rng = random.Random(seed)
        self.eta = eta
        self.layers = []
        for n_in, n_out in zip(sizes[:-1], sizes[1:]):
            self.layers.append([Neuron(n_in, rng) for _ in range(n_out)])

    def feed_forward(self, x):
        signal = list(x)
        for layer in self.layers:
            signal = [neuron.activate(signal) for neuron in layer]
        return signal

    def error(self, x, t):
        o = self.feed_forward(x)
        return 0.5 * sum((tk - ok) ** 2 for tk, ok in zip(t, o))

    def compute_deltas(self, t):
        for k, neuron in enumerate(self.layers[-1]):
            o = neuron.output
            neuron.delta = (t[k] - o) * o * (1 - o)
        for l in range(len(self.layers) - 2, -1, -1):
            following = self.layers[l + 1]
            for j, neuron in enumerate(self.layers[l]):
                back = 0.0
                for nxt in following:
                    back += nxt.weights[j] * nxt.delta
                neuron.delta = back * neuron.output * (1 - neuron.output)

    def apply_deltas(self):
        for layer in self.layers:
            for neuron in layer:
                for i in range(len(neuron.weights)):
                    neuron.weights[i] += self.eta * neuron.delta * neuron.inputs[i]
                neuron.bias += self.eta * neuron.delta

    def train_one(self, x, t):
        self.feed_forward(x)
        self.compute_deltas(t)
        self.apply_deltas()


if __name__ == "__main__":
    # parity and majority of three bits
    data = []
    for a in (0, 1):
        for b in (0, 1):
            for c in (0, 1):
                data.append(([a, b, c], [(a + b + c) % 2, 1 if a + b + c >= 2 else 0]))
    net = Network([3, 6, 4, 2])
    for epoch in range(400):
        random.shuffle(data)
        for x, t in data:
            net.train_one(x, t)
        if epoch % 100 == 0:
            print(epoch, sum(net.error(x, t) for x, t in data))
