# ported from a small JavaScript library (brain-like API), plain Python, no numpy
import math
import random


def softplus(x):
    return x + math.log1p(math.exp(-x)) if x > 0 else math.log1p(math.exp(x))


def logistic(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


class NeuralNetwork:
    def __init__(self, options):
        self.sizes = [options["inputSize"], *options["hiddenLayers"], options["outputSize"]]
        self.learningRate = options.get("learningRate", 0.1)
        self.outputLayer = len(self.sizes) - 1
        self.weights = [None]
        self.biases = [None]
        for layer in range(1, len(self.sizes)):
            self.biases.append([random.random() * 0.4 - 0.2 for _ in range(self.sizes[layer])])
            self.weights.append([[random.random() * 1.6 - 0.8 for _ in range(self.sizes[layer - 1])]
                                 for _ in range(self.sizes[layer])])

    def run(self, inputs):
        self.outputs = [inputs]
        self.sums = [None]
        for layer in range(1, len(self.sizes)):
            out, sums = [], []
            for node in range(self.sizes[layer]):
                s = self.biases[layer][node]
                for k, w in enumerate(self.weights[layer][node]):
                    s += w * self.outputs[layer - 1][k]
                sums.append(s)
                out.append(logistic(s) if layer == self.outputLayer else softplus(s))
            self.sums.append(sums)
            self.outputs.append(out)
        return self.outputs[-1]

    def loss(self, target):
        total = 0
        for s, t in zip(self.sums[-1], target):
            total += softplus(s) - t * s   # binary cross entropy on logits
        return total

    def calculateDeltas(self, target):
        self.deltas = [None] * len(self.sizes)
        for layer in range(self.outputLayer, 0, -1):
            self.deltas[layer] = []
            for node in range(self.sizes[layer]):
                if layer == self.outputLayer:
                    delta = target[node] - self.outputs[layer][node]
                else:
                    error = 0
                    for k in range(self.sizes[layer + 1]):
                        error += self.deltas[layer + 1][k] * self.weights[layer + 1][k][node]
                    # 1 - e^-out  ==  logistic(sum)
                    delta = error * (1 - math.exp(-self.outputs[layer][node]))
                self.deltas[layer].append(delta)

    def adjustWeights(self):
        for layer in range(1, self.outputLayer + 1):
            incoming = self.outputs[layer - 1]
            for node in range(self.sizes[layer]):
                delta = self.deltas[layer][node]
                for k in range(len(incoming)):
                    self.weights[layer][node][k] += self.learningRate * delta * incoming[k]
                self.biases[layer][node] += self.learningRate * delta

    def trainPattern(self, inputs, target):
        self.run(inputs)
        err = self.loss(target)
        self.calculateDeltas(target)
        self.adjustWeights()
        return err

    def train(self, data, iterations=1000, logPeriod=250):
        for i in range(iterations):
            err = sum(self.trainPattern(d["input"], d["output"]) for d in data) / len(data)
            if i % logPeriod == 0:
                print(f"iterations: {i}, training error: {err}")


if __name__ == "__main__":
    random.seed(11)
    net = NeuralNetwork({"inputSize": 2, "hiddenLayers": [4, 3], "outputSize": 2})
    net.train([{"input": [0, 0], "output": [0, 1]}, {"input": [0, 1], "output": [1, 0]},
               {"input": [1, 0], "output": [1, 0]}, {"input": [1, 1], "output": [0, 1]}])
    print(net.run([1, 0]))
