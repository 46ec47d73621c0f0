# Take-home: "implement a neural network that learns XOR, no libraries please"
import math
import random


class NeuralNetwork(object):

    def __init__(self, numInputs, numHidden, seed=42):
        rnd = random.Random(seed)
        self.numInputs = numInputs
        self.numHidden = numHidden
        # last entry of every row is the bias weight
        self.hiddenWeights = [[rnd.uniform(-1, 1) for _ in range(numInputs + 1)]
                              for _ in range(numHidden)]
        self.outputWeights = [rnd.uniform(-1, 1) for _ in range(numHidden + 1)]

    def feedForward(self, inputs):
        hidden = []
        for row in self.hiddenWeights:
            total = row[-1]
            for i in range(self.numInputs):
                total += row[i] * inputs[i]
            hidden.append(math.tanh(total))
        total = self.outputWeights[-1]
        for j in range(self.numHidden):
            total += self.outputWeights[j] * hidden[j]
        output = 1.0 / (1.0 + math.exp(-total))
        return hidden, output

    def loss(self, inputs, target):
        _, p = self.feedForward(inputs)
        return -(target * math.log(p) + (1 - target) * math.log(1 - p))

    def train(self, inputs, target, learningRate):
        hidden, output = self.feedForward(inputs)

        outputDelta = target - output

        hiddenDeltas = []
        for j in range(self.numHidden):
            hiddenDeltas.append(outputDelta * self.outputWeights[j]
                                * (1.0 - hidden[j] * hidden[j]))

        for j in range(self.numHidden):
            self.outputWeights[j] += learningRate * outputDelta * hidden[j]
        self.outputWeights[self.numHidden] += learningRate * outputDelta

        for j in range(self.numHidden):
            for i in range(self.numInputs):
                self.hiddenWeights[j][i] += learningRate * hiddenDeltas[j] * inputs[i]
            self.hiddenWeights[j][self.numInputs] += learningRate * hiddenDeltas[j]


def main():
    data = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
    nn = NeuralNetwork(2, 4)
    rnd = random.Random(0)
    for epoch in range(3000):
        rnd.shuffle(data)
        for x, t in data:
            nn.train(x, t, 0.2)
        if epoch % 500 == 0:
            print("epoch", epoch, "avg loss", sum(nn.loss(x, t) for x, t in data) / len(data))
    for x, t in sorted(data):
        print(x, t, round(nn.feedForward(x)[1], 3))


if __name__ == '__main__':
    main()
