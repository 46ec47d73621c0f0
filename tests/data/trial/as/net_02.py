# simple neural net without any libraries
import math
import random


class Neuron:
    def __init__(self, n_inputs):
        self.weights = [random.uniform(-1, 1) for _ in range(n_inputs)]
        self.bias = random.uniform(-1, 1)
        self.output = 0.0
        self.delta = 0.0
        self.inputs = []

    def activate(self, inputs):
        self.inputs = inputs
        s = self.bias
        for w, x in zip(self.weights, inputs):
            s += w * x
        self.output = 1.0 / (1.0 + math.exp(-s))
        return self.output

    def adjust(self, rate):
        for k in range(len(self.weights)):
            self.weights[k] -= rate * self.delta * self.inputs[k]
        self.bias -= rate * self.delta


class Network:
    def __init__(self, sizes):
        self.layers = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            self.layers.append([Neuron(n_in) for _ in range(n_out)])

    def predict(self, x):
        for layer in self.layers:
            x = [neuron.activate(x) for neuron in layer]
        return x

    def error(self, x, target):
        out = self.predict(x)
        return 0.5 * sum((o - t) ** 2 for o, t in zip(out, target))

    def learn(self, x, target, rate):
        out = self.predict(x)
        last = len(self.layers) - 1
        for i in range(last, -1, -1):
            layer = self.layers[i]
            for j, neuron in enumerate(layer):
                if i == last:
                    err = neuron.output - target[j]
                else:
                    err = 0.0
                    for nxt in self.layers[i + 1]:
                        err += nxt.weights[j] * nxt.delta
                neuron.delta = err * neuron.output * (1.0 - neuron.output)
            for neuron in layer:
                neuron.adjust(rate)


if __name__ == "__main__":
    random.seed(4)
    data = [([0, 0], [0, 0]), ([0, 1], [1, 0]), ([1, 0], [1, 0]), ([1, 1], [0, 1])]
    net = Network([2, 4, 3, 2])
    for epoch in range(3000):
        random.shuffle(data)
        for x, t in data:
            net.learn(x, t, 0.7)
        if epoch % 500 == 0:
            print(epoch, sum(net.error(x, t) for x, t in data))
    for x, t in data:
        print(x, t, [round(o, 3) for o in net.predict(x)])
