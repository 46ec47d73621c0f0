# Assignment 2 - Classifying iris-like flowers with a 2 layer network
# Name: P. Raghunathan    Section: B
import numpy as np
import math

class NeuralNet:

    def __init__(self, inputNodes, hiddenNodes, outputNodes, learningRate, regStrength):
        self.learningRate = learningRate
        self.regStrength = regStrength
        self.wInputHidden = np.random.normal(0.0, 1/math.sqrt(inputNodes), (inputNodes, hiddenNodes))
        self.biasHidden = np.zeros(hiddenNodes)
        self.wHiddenOutput = np.random.normal(0.0, 1/math.sqrt(hiddenNodes), (hiddenNodes, outputNodes))
        self.biasOutput = np.zeros(outputNodes)

    def softMax(self, scores):
        # subtract max for numerical stability
        scores = scores - np.max(scores)
        e = np.exp(scores)
        return e / np.sum(e, axis=0)

    def feedForward(self, inputs):
        self.inputs = inputs
        self.hiddenOut = np.tanh(np.dot(inputs, self.wInputHidden) + self.biasHidden)
        self.finalOut = self.softMax(np.dot(self.hiddenOut, self.wHiddenOutput) + self.biasOutput)
        return self.finalOut

    def getLoss(self, inputs, targets):
        out = self.feedForward(inputs)
        dataLoss = -np.sum(targets * np.log(out)) / inputs.shape[0]
        regLoss = 0.5 * self.regStrength * (np.sum(self.wInputHidden**2) + np.sum(self.wHiddenOutput**2))
        return dataLoss + regLoss

    def trainOnBatch(self, inputs, targets):
        out = self.feedForward(inputs)
        numExamples = inputs.shape[0]

        outputErrors = (out - targets) / numExamples
        hiddenErrors = np.dot(outputErrors, self.wHiddenOutput.T) * (1 - self.hiddenOut**2)

        gradHiddenOutput = np.dot(self.hiddenOut.T, outputErrors) + self.regStrength * self.wHiddenOutput
        gradInputHidden = np.dot(inputs.T, hiddenErrors) + self.regStrength * self.wInputHidden

        self.wHiddenOutput -= self.learningRate * gradHiddenOutput
        self.biasOutput -= self.learningRate * np.sum(outputErrors, axis=0)
        self.wInputHidden -= self.learningRate * gradInputHidden
        self.biasHidden -= self.learningRate * np.sum(hiddenErrors, axis=0)


def makeFlowers(perClass):
    means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    data, oneHot = [], []
    for c in range(3):
        for i in range(perClass):
            data.append(means[c] + 0.3*np.random.randn(4))
            t = [0, 0, 0]
            t[c] = 1
            oneHot.append(t)
    data = np.array(data)
    return (data - data.mean(axis=0)) / data.std(axis=0), np.array(oneHot)


if __name__ == "__main__":
    np.random.seed(21)
    data, oneHot = makeFlowers(40)
    net = NeuralNet(4, 10, 3, learningRate=0.3, regStrength=0.001)
    for epoch in range(100):
        order = np.random.permutation(len(data))
        for start in range(0, len(data), 30):
            batch = order[start:start+30]
            net.trainOnBatch(data[batch], oneHot[batch])
        if epoch % 20 == 0:
            print("Epoch", epoch, "loss", net.getLoss(data, oneHot))
    correct = np.argmax(net.feedForward(data), axis=1) == np.argmax(oneHot, axis=1)
    print("Accuracy: {:.2f}%".format(100*np.mean(correct)))
