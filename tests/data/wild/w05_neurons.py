from math import exp
import crosscheck


class Neuron:
    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias

    def fire(self, inputs):
        self.inputs = inputs
        total = sum(w * i for w, i in zip(self.weights, inputs)) + self.bias
        self.output = 1.0 / (1.0 + exp(-total))
        return self.output

    def adjust(self, delta, rate):
        for k in range(len(self.weights)):
            self.weights[k] += rate * delta * self.inputs[k]
        self.bias += rate * delta


class Brain:
    def __init__(self):
        self.hidden, self.output = [], []

    def think(self, inputs):
        h = [n.fire(inputs) for n in self.hidden]
        return [n.fire(h) for n in self.output]

    def learn(self, inputs, wanted, rate):
        guess = self.think(inputs)
        deltas = []
        for n, g, t in zip(self.output, guess, wanted):
            d = (t - g) * g * (1 - g)
            n.adjust(d, rate)
            deltas.append(d)
        for j, n in enumerate(self.hidden):
            error = sum(d * o.weights[j] for d, o in zip(deltas, self.output))
            n.adjust(error * n.output * (1 - n.output), rate)


class Mine(crosscheck.Adapter):
    samples, weight, activations, loss = "vector", "out_in", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "hidden.weights output.weights", "hidden.bias output.bias"

    def build(self, case):
        net = Brain()
        net.hidden, net.output = [[Neuron(list(w), c) for w, c in zip(W, b)] for W, b in zip(case.weights, case.biases)]
        return net

    def step(self, net, x, y, lr):
        net.learn(x, y, lr)


EXPECTED = {"Mine": ("differs", ["weights-updated-before-propagation"])}
