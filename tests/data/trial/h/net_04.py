# MLP in pure python, no libraries :)
import random
from math import exp


class Neuron:
    def __init__(self, n_inputs):
        self.w = [random.uniform(-1, 1) for _ in range(n_inputs)]
        self.bias = random.uniform(-1, 1)
        self.last_change = [0.0] * n_inputs
        self.last_change_bias = 0.0
        self.net = 0.0
        self.out = 0.0
        self.delta = 0.0
        self.inputs = []


class MLP:
    LEAK = 0.1

    def __init__(self, layers, lr=0.05, momentum=0.8):
        self.lr = lr
        self.momentum = momentum
        self.layers = []
        for i in range(1, len(layers)):
            self.layers.append([Neuron(layers[i - 1]) for _ in range(layers[i])])

    def activate(self, v):
        return v if v > 0 else self.LEAK * v

    def slope(self, v):
        return 1.0 if v > 0 else self.LEAK

    def run(self, row):
        signal = list(row)
        for k, layer in enumerate(self.layers):
            result = []
            for neuron in layer:
                neuron.inputs = signal
                neuron.net = neuron.bias
                for i in range(len(signal)):
                    neuron.net += neuron.w[i] * signal[i]
                if k == len(self.layers) - 1:
                    neuron.out = neuron.net          # linear output for regression
                else:
                    neuron.out = self.activate(neuron.net)
                result.append(neuron.out)
            signal = result
        return signal

    def error(self, row, target):
        out = self.run(row)
        return sum(0.5 * (t - o) ** 2 for t, o in zip(target, out))

    def back(self, target):
        for j, neuron in enumerate(self.layers[-1]):
            neuron.delta = target[j] - neuron.out
        for k in reversed(range(len(self.layers) - 1)):
            for j, neuron in enumerate(self.layers[k]):
                s = 0.0
                for nxt in self.layers[k + 1]:
                    s += nxt.w[j] * nxt.delta
                neuron.delta = s * self.slope(neuron.net)

    def adjust(self):
        for layer in self.layers:
            for neuron in layer:
                for i in range(len(neuron.w)):
                    change = self.lr * neuron.delta * neuron.inputs[i] + self.momentum * neuron.last_change[i]
                    neuron.w[i] += change
                    neuron.last_change[i] = change
                change = self.lr * neuron.delta + self.momentum * neuron.last_change_bias
                neuron.bias += change
                neuron.last_change_bias = change

    def learn(self, row, target):
        e = self.error(row, target)
        self.back(target)
        self.adjust()
        return e

    def train(self, rows, targets, n_epochs):
        for epoch in range(n_epochs):
            total = 0.0
            for row, target in zip(rows, targets):
                total += self.learn(row, target)
            if epoch % 10 == 0:
                print('>epoch=%d, lrate=%.3f, error=%.4f' % (epoch, self.lr, total))


if __name__ == '__main__':
    random.seed(3)
    rows = [[random.uniform(-1, 1), random.uniform(-1, 1)] for _ in range(40)]
    targets = [[a * b, a - 0.5 * b] for a, b in rows]
    net = MLP([2, 6, 4, 2], lr=0.01, momentum=0.8)
    net.train(rows, targets, 60)
    print(net.run([0.5, -0.5]), 'should be about', [-0.25, 0.75])
