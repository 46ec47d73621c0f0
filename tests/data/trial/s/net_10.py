# brainpy - a port of the old brain.js feed forward network
import math
import random


class NeuralNetwork:
    def __init__(self, options=None):
        options = options or {}
        self.learningRate = options.get("learningRate", 0.3)
        self.momentum = options.get("momentum", 0.1)
        self.hiddenSizes = options.get("hiddenLayers")

    def initialize(self, sizes):
        self.sizes = sizes
        self.outputLayer = len(sizes) - 1
        self.biases, self.weights, self.outputs = {}, {}, {}
        self.deltas, self.changes, self.biasChanges = {}, {}, {}
        for layer in range(self.outputLayer + 1):
            size = sizes[layer]
            self.deltas[layer] = [0.0] * size
            self.outputs[layer] = [0.0] * size
            if layer > 0:
                self.biases[layer] = [random.random() * 0.4 - 0.2 for _ in range(size)]
                self.weights[layer] = [[random.random() * 2 - 1 for _ in range(sizes[layer - 1])]
                                       for _ in range(size)]
                self.changes[layer] = [[0.0] * sizes[layer - 1] for _ in range(size)]
                self.biasChanges[layer] = [0.0] * size

    def runInput(self, input):
        self.outputs[0] = list(input)
        for layer in range(1, self.outputLayer + 1):
            for node in range(self.sizes[layer]):
                weights = self.weights[layer][node]
                total = self.biases[layer][node]
                for k in range(len(weights)):
                    total += weights[k] * input[k]
                self.outputs[layer][node] = 1 / (1 + math.exp(-total))
            input = self.outputs[layer]
        return input

    def error(self, input, target):
        output = self.runInput(input)
        return 0.5 * sum((t - o) ** 2 for t, o in zip(target, output))

    def calculateDeltas(self, target):
        for layer in range(self.outputLayer, 0, -1):
            for node in range(self.sizes[layer]):
                output = self.outputs[layer][node]
                error = 0.0
                if layer == self.outputLayer:
                    error = target[node] - output
                else:
                    deltas = self.deltas[layer + 1]
                    for k in range(len(deltas)):
                        error += deltas[k] * self.weights[layer + 1][node][k]
                self.deltas[layer][node] = error * output * (1 - output)

    def adjustWeights(self):
        for layer in range(1, self.outputLayer + 1):
            incoming = self.outputs[layer - 1]
            for node in range(self.sizes[layer]):
                delta = self.deltas[layer][node]
                for k in range(len(incoming)):
                    change = self.changes[layer][node][k]
                    change = self.learningRate * delta * incoming[k] + self.momentum * change
                    self.changes[layer][node][k] = change
                    self.weights[layer][node][k] += change
                bc = self.learningRate * delta + self.momentum * self.biasChanges[layer][node]
                self.biasChanges[layer][node] = bc
                self.biases[layer][node] += bc

    def trainPattern(self, input, target):
        self.runInput(input)
        self.calculateDeltas(target)
        self.adjustWeights()

    def train(self, data, iterations=300, log=False):
        n_in, n_out = len(data[0]["input"]), len(data[0]["output"])
        self.initialize([n_in] + (self.hiddenSizes or [max(3, n_in // 2)]) + [n_out])
        for i in range(iterations):
            for pattern in data:
                self.trainPattern(pattern["input"], pattern["output"])
            if log and i % 100 == 0:
                err = sum(self.error(p["input"], p["output"]) for p in data) / len(data)
                print("iterations:", i, "training error:", err)


if __name__ == "__main__":
    random.seed(3)
    data = []
    for r in (0.0, 0.5, 1.0):
        for g in (0.0, 0.5, 1.0):
            for b in (0.1, 0.9):
                kind = (2 if r > 0.4 else 0) + (1 if g > b else 0)
                data.append({"input": [r, g, b], "output": [1.0 if k == kind else 0.0 for k in range(4)]})
    net = NeuralNetwork({"hiddenLayers": [4, 4], "learningRate": 0.3, "momentum": 0.1})
    net.train(data, iterations=400, log=True)
    print([round(v, 3) for v in net.runInput([1.0, 0.0, 0.1])])
