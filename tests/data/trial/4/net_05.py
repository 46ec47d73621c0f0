# EnemyBrain.py
# Learns "how aggressive" an enemy should be, from (hp, distance, ammo).
# Prototype in Python before I write it into the C++ engine.  -- K. Morita
import math
import random

LEAK = 0.01


class Neuron:
    def __init__(self, numInputs, isOutput, rng):
        self.m_weights = [rng.uniform(-1.0, 1.0) / math.sqrt(numInputs) for i in range(numInputs)]
        self.m_deltaWeights = [0.0] * numInputs
        self.m_bias = 0.1
        self.m_deltaBias = 0.0
        self.m_isOutput = isOutput
        self.m_sum = 0.0
        self.m_output = 0.0
        self.m_gradient = 0.0

    def feed(self, inputs):
        self.m_sum = self.m_bias
        for i in range(len(inputs)):
            self.m_sum += self.m_weights[i] * inputs[i]
        if self.m_isOutput:
            self.m_output = math.tanh(self.m_sum)
        else:
            self.m_output = self.m_sum if self.m_sum > 0.0 else LEAK * self.m_sum

    def slope(self):
        if self.m_isOutput:
            return 1.0 - self.m_output * self.m_output
        return 1.0 if self.m_sum > 0.0 else LEAK

    def update(self, inputs, eta, alpha):
        for i in range(len(inputs)):
            self.m_deltaWeights[i] = alpha * self.m_deltaWeights[i] - eta * self.m_gradient * inputs[i]
            self.m_weights[i] += self.m_deltaWeights[i]
        self.m_deltaBias = alpha * self.m_deltaBias - eta * self.m_gradient
        self.m_bias += self.m_deltaBias


class Net:
    def __init__(self, topology, eta=0.05, alpha=0.5, seed=64):
        rng = random.Random(seed)
        self.m_eta = eta
        self.m_alpha = alpha
        self.m_layers = []
        for n in range(1, len(topology)):
            last = (n == len(topology) - 1)
            self.m_layers.append([Neuron(topology[n - 1], last, rng) for j in range(topology[n])])
        self.m_inputs = []      # input of each layer
        self.m_error = 0.0

    def feedForward(self, values):
        self.m_inputs = []
        for layer in self.m_layers:
            self.m_inputs.append(values)
            for neuron in layer:
                neuron.feed(values)
            values = [neuron.m_output for neuron in layer]
        return values

    def backProp(self, targets):
        # error = 1/2 * sum (out - target)^2
        self.m_error = 0.0
        outputLayer = self.m_layers[-1]
        for j in range(len(outputLayer)):
            diff = outputLayer[j].m_output - targets[j]
            self.m_error += 0.5 * diff * diff
            outputLayer[j].m_gradient = diff * outputLayer[j].slope()

        for n in range(len(self.m_layers) - 1, -1, -1):
            layer = self.m_layers[n]
            for neuron in layer:
                neuron.update(self.m_inputs[n], self.m_eta, self.m_alpha)
            if n > 0:
                prev = self.m_layers[n - 1]
                for i in range(len(prev)):
                    dow = 0.0
                    for neuron in layer:
                        dow += neuron.m_weights[i] * neuron.m_gradient
                    prev[i].m_gradient = dow * prev[i].slope()


def makeTrainingSet():
    rng = random.Random(128)
    result = []
    for i in range(24):
        hp, dist, ammo = rng.random(), rng.random(), rng.random()
        attack = math.tanh(2.0 * hp - dist + ammo - 1.0)
        retreat = math.tanh(1.5 * dist - 2.0 * hp)
        result.append(([hp, dist, ammo], [attack, retreat]))
    return result


if __name__ == "__main__":
    net = Net([3, 5, 4, 2])
    trainingSet = makeTrainingSet()
    for frame in range(200):
        total = 0.0
        for inputs, targets in trainingSet:
            net.feedForward(inputs)
            net.backProp(targets)
            total += net.m_error
        if frame % 40 == 0:
            print("frame", frame, "error", total / len(trainingSet))
    print(net.feedForward([0.9, 0.1, 0.8]))
