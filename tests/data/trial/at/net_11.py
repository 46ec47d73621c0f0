import numpy as np

class NeuralNet():
    def __init__(self, nIn, nHid, nOut, learnRate=0.5):
        self.nIn = nIn
        self.nHid = nHid
        self.nOut = nOut
        self.learnRate = learnRate
        self.wih = np.random.normal(0.0, nIn ** -0.5, (nIn, nHid))
        self.who = np.random.normal(0.0, nHid ** -0.5, (nHid, nOut))
        self.bh = np.zeros(nHid)
        self.bo = np.zeros(nOut)

    def sigmoid(self, s):
        return 1 / (1 + np.exp(-s))

    def tanhPrime(self, s):
        return 1 - np.tanh(s) ** 2

    def feedForward(self, inputs):
        self.hidIn = np.dot(inputs, self.wih) + self.bh
        self.hidOut = np.tanh(self.hidIn)
        self.finIn = np.dot(self.hidOut, self.who) + self.bo
        self.finOut = self.sigmoid(self.finIn)
        return self.finOut

    def getLoss(self, inputs, targets):
        # mean squared error
        return np.mean((targets - self.feedForward(inputs)) ** 2)

    def backProp(self, inputs, targets):
        n = targets.size
        outErr = 2 * (self.finOut - targets) / n
        hidErr = np.dot(outErr, self.who.T) * self.tanhPrime(self.hidOut)
        gradWho = np.dot(self.hidOut.T, outErr)
        gradBo = outErr.sum(axis=0)
        gradWih = np.dot(inputs.T, hidErr)
        gradBh = hidErr.sum(axis=0)
        self.who -= self.learnRate * gradWho
        self.bo -= self.learnRate * gradBo
        self.wih -= self.learnRate * gradWih
        self.bh -= self.learnRate * gradBh

    def train(self, inputs, targets, epochs):
        for e in range(epochs):
            self.feedForward(inputs)
            self.backProp(inputs, targets)
            if e % 100 == 0:
                print("Epoch", e, "MSE:", self.getLoss(inputs, targets))


if __name__ == "__main__":
    np.random.seed(123)
    # hours slept, hours studied, coffees
    data = np.random.rand(60, 3)
    labels = np.stack([data[:, 0] + data[:, 1] > 1.0, data[:, 2] > data[:, 0]], axis=1) * 1.0
    nn = NeuralNet(3, 6, 2)
    nn.train(data, labels, 500)
    print(np.round(nn.feedForward(data[:5]), 2))
    print(labels[:5])
