# Ported from Java (NeuralNet.java, Layer.java, Neuron.java)
import math
import random


class Neuron:
    def __init__(self, nInputs, isOutput, rand):
        self.nInputs = nInputs
        self.isOutput = isOutput
        # weights[nInputs] is the bias
        self.weights = [rand.uniform(-0.5, 0.5) for i in range(nInputs + 1)]
        self.inputs = None
        self.sum = 0.0
        self.output = 0.0
        self.delta = 0.0

    def activate(self, inputs):
        self.inputs = inputs
        self.sum = self.weights[self.nInputs]
        for i in range(self.nInputs):
            self.sum += self.weights[i] * inputs[i]
        if self.isOutput:
            self.output = 1.0 / (1.0 + math.exp(-self.sum))
        else:
            self.output = self.sum if self.sum > 0 else 0.1 * self.sum
        return self.output

    def derivative(self):
        if self.isOutput:
            return self.output * (1.0 - self.output)
        return 1.0 if self.sum > 0 else 0.01

    def updateWeights(self, learningRate):
        for i in range(self.nInputs):
            self.weights[i] -= learningRate * self.delta * self.inputs[i]


class Layer:
    def __init__(self, nInputs, nNeurons, isOutput, rand):
        self.neurons = [Neuron(nInputs, isOutput, rand) for i in range(nNeurons)]

    def feedForward(self, inputs):
        return [n.activate(inputs) for n in self.neurons]


class NeuralNet:
    def __init__(self, topology, seed):
        rand = random.Random(seed)
        self.layers = []
        for i in range(1, len(topology)):
            self.layers.append(Layer(topology[i - 1], topology[i], i == len(topology) - 1, rand))

    def feedForward(self, inputs):
        for layer in self.layers:
            inputs = layer.feedForward(inputs)
        return inputs

    def computeError(self, targets):
        error = 0.0
        for i, n in enumerate(self.layers[-1].neurons):
            error += 0.5 * (n.output - targets[i]) ** 2
        return error

    def train(self, inputs, targets, learningRate):
        self.feedForward(inputs)
        error = self.computeError(targets)
        outputLayer = self.layers[-1]
        for i in range(len(outputLayer.neurons)):
            n = outputLayer.neurons[i]
            n.delta = (n.output - targets[i]) * n.derivative()
        for l in range(len(self.layers) - 2, -1, -1):
            nextLayer = self.layers[l + 1]
            for i in range(len(self.layers[l].neurons)):
                n = self.layers[l].neurons[i]
                total = 0.0
                for m in nextLayer.neurons:
                    total += m.weights[i] * m.delta
                n.delta = total * n.derivative()
        for layer in self.layers:
            for n in layer.neurons:
                n.updateWeights(learningRate)
        return error


def main():
    rand = random.Random(99)
    samples = []
    for i in range(60):
        p = [rand.uniform(-1, 1) for _ in range(3)]
        samples.append((p, [1.0 if p[0] > p[1] else 0.0, 1.0 if p[2] > 0.3 else 0.0]))
    net = NeuralNet([3, 6, 4, 2], 7)
    for epoch in range(60):
        total = 0.0
        for p, t in samples:
            total += net.train(p, t, 0.3)
        if epoch % 10 == 0:
            print("Epoch " + str(epoch) + " error " + str(total))


if __name__ == "__main__":
    main()
