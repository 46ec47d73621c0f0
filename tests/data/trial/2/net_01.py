"""
Tiny neural net, ported from my JavaScript demo (the one on the landing page).
No dependencies!
"""
import math
import random


class Neuron:
    def __init__(self, nInputs, rng):
        self.weights = [rng.uniform(-1, 1) for _ in range(nInputs)]
        self.bias = rng.uniform(-1, 1)
        self.inputs = []
        self.output = 0.0
        self.error = 0.0

    def activate(self, inputs):
        self.inputs = inputs
        total = self.bias
        for w, x in zip(self.weights, inputs):
            total += w * x
        self.output = 1 / (1 + math.exp(-total))
        return self.output


class Network:
    def __init__(self, options):
        rng = random.Random(options.get("seed", 42))
        self.learningRate = options.get("learningRate", 0.5)
        sizes = options["sizes"]
        self.layers = []
        for i in range(1, len(sizes)):
            self.layers.append([Neuron(sizes[i - 1], rng) for _ in range(sizes[i])])

    def run(self, inputs):
        for layer in self.layers:
            inputs = [n.activate(inputs) for n in layer]
        return inputs

    def cost(self, target):
        """0.5 * sum of squared errors for the sample that went through last"""
        return 0.5 * sum((t - n.output) ** 2 for t, n in zip(target, self.layers[-1]))

    def learn(self, inputs, target):
        self.run(inputs)
        cost = self.cost(target)

        # output errors
        for n, t in zip(self.layers[-1], target):
            n.error = (t - n.output) * n.output * (1 - n.output)

        # hidden errors, from the back to the front
        for li in range(len(self.layers) - 2, -1, -1):
            nextLayer = self.layers[li + 1]
            for j, n in enumerate(self.layers[li]):
                s = 0.0
                for m in nextLayer:
                    s += m.error * m.weights[j]
                n.error = s * n.output * (1 - n.output)

        # adjust
        for layer in self.layers:
            for n in layer:
                for k in range(len(n.weights)):
                    n.weights[k] += self.learningRate * n.error * n.inputs[k]
                n.bias += self.learningRate * n.error
        return cost

    def train(self, data, iterations=4000, logEvery=1000):
        for it in range(iterations):
            total = 0.0
            for item in data:
                total += self.learn(item["input"], item["output"])
            if it % logEvery == 0:
                print("iteration %d  error %.5f" % (it, total / len(data)))


if __name__ == "__main__":
    # xor and and-gate at the same time
    data = [
        {"input": [0, 0], "output": [0, 0]},
        {"input": [0, 1], "output": [1, 0]},
        {"input": [1, 0], "output": [1, 0]},
        {"input": [1, 1], "output": [0, 1]},
    ]
    net = Network({"sizes": [2, 4, 2], "learningRate": 0.8, "seed": 7})
    net.train(data)
    for item in data:
        print(item["input"], [round(v, 3) for v in net.run(item["input"])])
