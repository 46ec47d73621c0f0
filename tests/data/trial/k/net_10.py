# Line follower brain. Converted from the Java (leJOS) version of the robot, see Brain.java / Layer.java
import math
import random


class Layer(object):
    def __init__(self, numInputs, numNeurons, rnd):
        self.numInputs = numInputs
        self.numNeurons = numNeurons
        self.weights = [[rnd.uniform(-1.0, 1.0) for i in range(numInputs)] for n in range(numNeurons)]
        self.biases = [rnd.uniform(-0.2, 0.2) for n in range(numNeurons)]
        self.gradWeights = None
        self.gradBiases = None
        self.inputs = None
        self.activations = [0.0] * numNeurons
        self.deltas = [0.0] * numNeurons
        self.clearGradients()

    def clearGradients(self):
        self.gradWeights = [[0.0] * self.numInputs for n in range(self.numNeurons)]
        self.gradBiases = [0.0] * self.numNeurons

    def activate(self, inputs):
        self.inputs = inputs
        for n in range(self.numNeurons):
            total = self.biases[n]
            for i in range(self.numInputs):
                total += self.weights[n][i] * inputs[i]
            self.activations[n] = MathUtil.sigmoid(total)
        return list(self.activations)

    def accumulate(self):
        for n in range(self.numNeurons):
            for i in range(self.numInputs):
                self.gradWeights[n][i] += self.deltas[n] * self.inputs[i]
            self.gradBiases[n] += self.deltas[n]

    def applyGradients(self, rate):
        for n in range(self.numNeurons):
            for i in range(self.numInputs):
                self.weights[n][i] -= rate * self.gradWeights[n][i]
            self.biases[n] -= rate * self.gradBiases[n]
        self.clearGradients()


class MathUtil(object):
    @staticmethod
    def sigmoid(x):
        return 1.0 / (1.0 + math.exp(-x))

    @staticmethod
    def sigmoidPrime(x):
        s = MathUtil.sigmoid(x)
        return s * (1.0 - s)


class Brain(object):
    def __init__(self, sizes, seed):
        rnd = random.Random(seed)
        self.layers = [Layer(sizes[k], sizes[k + 1], rnd) for k in range(len(sizes) - 1)]

    def think(self, sensors):
        signal = list(sensors)
        for layer in self.layers:
            signal = layer.activate(signal)
        return signal

    def getError(self, samples):
        """sum over the samples and motors of 1/2 (motor - wanted)^2, divided by the number of samples"""
        total = 0.0
        for sensors, wanted in samples:
            motors = self.think(sensors)
            for m in range(len(motors)):
                total += 0.5 * math.pow(motors[m] - wanted[m], 2)
        return total / len(samples)

    def learn(self, samples, rate):
        for sensors, wanted in samples:
            motors = self.think(sensors)
            last = self.layers[-1]
            for n in range(last.numNeurons):
                last.deltas[n] = (motors[n] - wanted[n]) * motors[n] * (1.0 - motors[n])
            for k in range(len(self.layers) - 2, -1, -1):
                cur, nxt = self.layers[k], self.layers[k + 1]
                for n in range(cur.numNeurons):
                    back = 0.0
                    for j in range(nxt.numNeurons):
                        back += nxt.weights[j][n] * nxt.deltas[j]
                    cur.deltas[n] = back * MathUtil.sigmoidPrime(cur.activations[n])
            for layer in self.layers:
                layer.accumulate()
        for layer in self.layers:
            layer.applyGradients(rate / len(samples))


def main():
    rnd = random.Random(4)
    samples = []
    for s in range(40):
        left, mid, right = rnd.random(), rnd.random(), rnd.random()
        turn = left - right
        samples.append(([left, mid, right], [0.5 - 0.4 * turn, 0.5 + 0.4 * turn]))
    brain = Brain([3, 6, 4, 2], 9)
    for epoch in range(300):
        for b in range(0, len(samples), 8):
            brain.learn(samples[b:b + 8], 2.0)
        if epoch % 60 == 0:
            print("epoch " + str(epoch) + " error " + str(brain.getError(samples)))
    print("hard left ->", brain.think([1.0, 0.2, 0.0]))


if __name__ == "__main__":
    main()
