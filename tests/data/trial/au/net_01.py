# Simple feed forward neural net, learns XOR
import numpy as np


class NeuralNetwork:
    def __init__(self, x, y, hidden=4, eta=0.8):
        # extra column of ones plays the part of the bias
        self.input = np.c_[x, np.ones(len(x))]
        self.y = y
        self.eta = eta
        self.weights1 = np.random.uniform(-1, 1, (self.input.shape[1], hidden))
        self.weights2 = np.random.uniform(-1, 1, (hidden + 1, y.shape[1]))
        self.output = np.zeros(y.shape)

    @staticmethod
    def sigmoid(t):
        return 1.0 / (1.0 + np.exp(-t))

    @staticmethod
    def sigmoid_derivative(p):
        # p is already sigmoid(t)
        return p * (1 - p)

    def feedforward(self):
        h = self.sigmoid(np.dot(self.input, self.weights1))
        self.layer1 = np.c_[h, np.ones(len(h))]
        self.output = self.sigmoid(np.dot(self.layer1, self.weights2))
        return self.output

    def loss(self):
        # 1/2 sum of squared errors
        return 0.5 * np.sum((self.y - self.output) ** 2)

    def backprop(self):
        error = self.y - self.output
        delta2 = error * self.sigmoid_derivative(self.output)
        delta1 = np.dot(delta2, self.weights2[:-1].T) * self.sigmoid_derivative(self.layer1[:, :-1])

        self.weights2 += self.eta * np.dot(self.layer1.T, delta2)
        self.weights1 += self.eta * np.dot(self.input.T, delta1)

    def train(self):
        self.feedforward()
        self.backprop()


if __name__ == "__main__":
    np.random.seed(3)
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
    y = np.array([[0], [1], [1], [0]], dtype=float)
    NN = NeuralNetwork(X, y)
    for i in range(4000):
        NN.train()
        if i % 500 == 0:
            print("iteration # " + str(i))
            print("Loss: " + str(NN.loss()))
    print("Predicted Output: \n" + str(NN.feedforward()))
