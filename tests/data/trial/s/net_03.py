import math
import random


class Neuron:
    """A single sigmoid unit. The bias is the last entry of the weight list."""

    def __init__(self, numberOfInputs, generator):
        self.__weights = [generator.uniform(-0.7, 0.7) for _ in range(numberOfInputs + 1)]
        self.__output = 0.0
        self.__delta = 0.0

    def getWeights(self):
        return self.__weights

    def setWeights(self, weights):
        self.__weights = weights

    def getOutput(self):
        return self.__output

    def getDelta(self):
        return self.__delta

    def setDelta(self, delta):
        self.__delta = delta

    def activate(self, inputs):
        net = self.__weights[-1]
        for i in range(len(inputs)):
            net += self.__weights[i] * inputs[i]
        self.__output = 1.0 / (1.0 + math.exp(-net))
        return self.__output

    def getDerivative(self):
        return self.__output * (1.0 - self.__output)


class NeuralNetwork:

    def __init__(self, topology, learningRate, seed=42):
        generator = random.Random(seed)
        self.learningRate = learningRate
        self.layers = []
        for l in range(1, len(topology)):
            self.layers.append([Neuron(topology[l - 1], generator) for _ in range(topology[l])])

    def feedForward(self, inputs):
        self.inputsPerLayer = []
        current = inputs
        for layer in self.layers:
            self.inputsPerLayer.append(current)
            current = [neuron.activate(current) for neuron in layer]
        return current

    def calculateError(self, inputs, targets):
        outputs = self.feedForward(inputs)
        error = 0.0
        for k in range(len(targets)):
            error += 0.5 * (targets[k] - outputs[k]) ** 2
        return error

    def backPropagate(self, targets):
        outputLayer = self.layers[-1]
        for k in range(len(outputLayer)):
            neuron = outputLayer[k]
            neuron.setDelta((targets[k] - neuron.getOutput()) * neuron.getDerivative())
        for l in range(len(self.layers) - 2, -1, -1):
            nextLayer = self.layers[l + 1]
            for j in range(len(self.layers[l])):
                total = 0.0
                for nextNeuron in nextLayer:
                    total += nextNeuron.getWeights()[j] * nextNeuron.getDelta()
                neuron = self.layers[l][j]
                neuron.setDelta(total * neuron.getDerivative())

    def updateWeights(self):
        for l in range(len(self.layers)):
            inputs = self.inputsPerLayer[l]
            for neuron in self.layers[l]:
                weights = neuron.getWeights()
                for i in range(len(inputs)):
                    weights[i] += self.learningRate * neuron.getDelta() * inputs[i]
                weights[-1] += self.learningRate * neuron.getDelta()

    def train(self, inputs, targets):
        self.feedForward(inputs)
        self.backPropagate(targets)
        self.updateWeights()


def main():
    trainingSet = [([0.0, 0.0], [0.0, 1.0]), ([0.0, 1.0], [1.0, 0.0]),
                   ([1.0, 0.0], [1.0, 0.0]), ([1.0, 1.0], [0.0, 1.0])]
    network = NeuralNetwork([2, 4, 3, 2], 0.8)
    for epoch in range(1500):
        for inputs, targets in trainingSet:
            network.train(inputs, targets)
        if epoch % 500 == 0:
            print("Epoch", epoch, "error", sum(network.calculateError(i, t) for i, t in trainingSet))
    for inputs, targets in trainingSet:
        print(inputs, "->", [round(o, 3) for o in network.feedForward(inputs)])


if __name__ == "__main__":
    main()
