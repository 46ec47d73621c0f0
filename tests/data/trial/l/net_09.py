import numpy as np

# House price toy regression, converted from my Java project

class PriceNetwork:

    def __init__(self, nInputs, nHidden, nOutputs, learningRate):
        self.learningRate = learningRate
        random = np.random.RandomState(2021)
        self.weightsOne = random.uniform(-0.5, 0.5, (nInputs, nHidden))
        self.biasOne = random.uniform(-0.5, 0.5, (1, nHidden))
        self.weightsTwo = random.uniform(-0.5, 0.5, (nHidden, nHidden))
        self.biasTwo = random.uniform(-0.5, 0.5, (1, nHidden))
        self.weightsOut = random.uniform(-0.5, 0.5, (nHidden, nOutputs))
        self.biasOut = random.uniform(-0.5, 0.5, (1, nOutputs))

    @staticmethod
    def softPlus(x):
        return np.log(1 + np.exp(x))

    @staticmethod
    def softPlusDerivative(x):
        return 1 / (1 + np.exp(-x))

    def feedForward(self, inputs):
        self.inputs = inputs
        self.sumOne = np.matmul(inputs, self.weightsOne) + self.biasOne
        self.hiddenOne = self.softPlus(self.sumOne)
        self.sumTwo = np.matmul(self.hiddenOne, self.weightsTwo) + self.biasTwo
        self.hiddenTwo = self.softPlus(self.sumTwo)
        self.outputs = np.matmul(self.hiddenTwo, self.weightsOut) + self.biasOut
        return self.outputs

    def getError(self, targets):
        # 1/(2N) * sum of squares
        return np.sum((self.outputs - targets) ** 2) / (2 * targets.shape[0])

    def backPropagate(self, targets):
        n = targets.shape[0]
        deltaOut = (self.outputs - targets) / n
        deltaTwo = np.matmul(deltaOut, self.weightsOut.T) * self.softPlusDerivative(self.sumTwo)
        deltaOne = np.matmul(deltaTwo, self.weightsTwo.T) * self.softPlusDerivative(self.sumOne)

        self.weightsOut -= self.learningRate * np.matmul(self.hiddenTwo.T, deltaOut)
        self.biasOut -= self.learningRate * np.sum(deltaOut, axis=0, keepdims=True)
        self.weightsTwo -= self.learningRate * np.matmul(self.hiddenOne.T, deltaTwo)
        self.biasTwo -= self.learningRate * np.sum(deltaOne, axis=0, keepdims=True)
        self.weightsOne -= self.learningRate * np.matmul(self.inputs.T, deltaOne)
        self.biasOne -= self.learningRate * np.sum(deltaOne, axis=0, keepdims=True)


def main():
    np.random.seed(4)
    houses = np.random.rand(80, 3)                 # size, rooms, age (scaled)
    prices = (2.0 * houses[:, [0]] + houses[:, [1]] ** 2 - 0.5 * houses[:, [2]]
              + 0.02 * np.random.randn(80, 1))
    network = PriceNetwork(3, 8, 1, 0.1)
    for iteration in range(2001):
        network.feedForward(houses)
        if iteration % 250 == 0:
            print("Iteration:", iteration, "Error:", network.getError(prices))
        network.backPropagate(prices)
    print("Predicted:", network.feedForward(houses[:3]).ravel(), "Actual:", prices[:3].ravel())


if __name__ == "__main__":
    main()
