# Port of my Java NeuralNetwork (Neuron / Layer / NeuralNetwork classes)
import math
import random


class Neuron:
    def __init__(self, numInputs, rnd):
        self.weights = [rnd.uniform(-1.0, 1.0) for _ in range(numInputs)]
        self.bias = rnd.uniform(-1.0, 1.0)
        self.output = 0.0
        self.delta = 0.0
        self.inputs = None

    def activate(self, inputs):
        self.inputs = list(inputs)
        total = self.bias
        for i in range(len(self.weights)):
            total += self.weights[i] * inputs[i]
        self.output = 1.0 / (1.0 + math.exp(-total))
        return self.output

    def derivative(self):
        return self.output * (1.0 - self.output)

    def updateWeights(self, learningRate):
        for i in range(len(self.weights)):
            self.weights[i] += learningRate * self.delta * self.inputs[i]
        self.bias += learningRate * self.delta


class Layer:
    def __init__(self, numNeurons, numInputs, rnd):
        self.neurons = [Neuron(numInputs, rnd) for _ in range(numNeurons)]

    def feed(self, inputs):
        return [n.activate(inputs) for n in self.neurons]


class NeuralNetwork:
    def __init__(self, sizes, learningRate=0.5, seed=42):
        rnd = random.Random(seed)
        self.learningRate = learningRate
        self.layers = []
        for i in range(1, len(sizes)):
            self.layers.append(Layer(sizes[i], sizes[i - 1], rnd))

    def predict(self, inputs):
        values = inputs
        for layer in self.layers:
            values = layer.feed(values)
        return values

    def error(self, inputs, targets):
        out = self.predict(inputs)
        return sum(0.5 * (t - o) ** 2 for t, o in zip(targets, out))

    def train(self, inputs, targets):
        self.predict(inputs)
        last = len(self.layers) - 1
        for l in range(last, -1, -1):
            layer = self.layers[l]
            for j, neuron in enumerate(layer.neurons):
                if l == last:
                    err = targets[j] - neuron.output
                else:
                    err = 0.0
                    for nxt in self.layers[l + 1].neurons:
                        err += nxt.weights[j] * nxt.delta
                neuron.delta = err * neuron.derivative()
            for neuron in layer.neurons:
                neuron.updateWeights(self.learningRate)


def main():
    data = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    nn = NeuralNetwork([2, 4, 3, 1])
    for epoch in range(2000):
        for x, t in data:
            nn.train(x, t)
        if epoch % 500 == 0:
            print("epoch", epoch, "error", sum(nn.error(x, t) for x, t in data))
    for x, t in data:
        print(x, t, nn.predict(x))


if __name__ == "__main__":
    main()
