# Python version of my old Java applet (Neuron / Layer / Network)
import math
import random


class Neuron:
    def __init__(self, nInputs):
        # last weight belongs to the bias input (+1)
        self.weights = [random.uniform(-0.5, 0.5) for _ in range(nInputs + 1)]
        self.prevDelta = [0.0] * (nInputs + 1)
        self.output = 0.0
        self.delta = 0.0

    def fire(self, inputs):
        s = self.weights[-1]
        for i in range(len(inputs)):
            s += self.weights[i] * inputs[i]
        self.output = math.tanh(s)
        return self.output

    def adjust(self, inputs, rate, momentum):
        for i in range(len(self.weights)):
            x = inputs[i] if i < len(inputs) else 1.0
            change = rate * self.delta * x + momentum * self.prevDelta[i]
            self.weights[i] += change
            self.prevDelta[i] = change


class Network:
    def __init__(self, sizes, rate=0.05, momentum=0.5):
        self.rate = rate
        self.momentum = momentum
        self.layers = []
        for k in range(1, len(sizes)):
            self.layers.append([Neuron(sizes[k - 1]) for _ in range(sizes[k])])

    def feedForward(self, pattern):
        self.signals = [list(pattern)]
        for layer in self.layers:
            self.signals.append([n.fire(self.signals[-1]) for n in layer])
        return self.signals[-1]

    def backPropagate(self, target):
        last = len(self.layers) - 1
        for k in range(last, -1, -1):
            layer = self.layers[k]
            for j, n in enumerate(layer):
                if k == last:
                    err = target[j] - n.output
                else:
                    err = 0.0
                    for nxt in self.layers[k + 1]:
                        err += nxt.weights[j] * nxt.delta
                n.delta = err * (1.0 - n.output * n.output)
            for n in layer:
                n.adjust(self.signals[k], self.rate, self.momentum)

    def error(self, target):
        # E = 1/2 sum (t - o)^2
        return 0.5 * sum((t - n.output) ** 2 for t, n in zip(target, self.layers[-1]))

    def trainPattern(self, pattern, target):
        self.feedForward(pattern)
        e = self.error(target)
        self.backPropagate(target)
        return e


def main():
    random.seed(7)
    data = [([-1, -1], [-1, 0.5]), ([-1, 1], [1, -0.5]), ([1, -1], [1, -0.5]), ([1, 1], [-1, 0.5])]
    net = Network([2, 4, 3, 2])
    for epoch in range(1, 1501):
        random.shuffle(data)
        total = 0.0
        for p, t in data:
            total += net.trainPattern(p, t)
        if epoch % 300 == 0:
            print("epoch %d  E = %.5f" % (epoch, total))
    for p, t in data:
        print(p, t, ["%.3f" % o for o in net.feedForward(p)])


if __name__ == "__main__":
    main()
