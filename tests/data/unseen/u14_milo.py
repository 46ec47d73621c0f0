import numpy as np
import crosscheck


class NeuralNetwork:
    def __init__(self, x, y, w, b):
        self.input, self.y = x, y
        self.weights1, self.weights2 = w
        self.bias1, self.bias2 = b

    def feedforward(self):
        self.layer1 = 1 / (1 + np.exp(-(self.input @ self.weights1 + self.bias1)))
        self.output = 1 / (1 + np.exp(-(self.layer1 @ self.weights2 + self.bias2)))

    def backprop(self, lr):
        d_out = 2 * (self.y - self.output) * self.output
        d_hid = d_out @ self.weights2.T * self.layer1 * (1 - self.layer1)
        self.weights2 = self.weights2 + lr * self.layer1.T @ d_out
        self.bias2 = self.bias2 + lr * d_out.sum(0)
        self.weights1 = self.weights1 + lr * self.input.T @ d_hid
        self.bias1 = self.bias1 + lr * d_hid.sum(0)


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("sigmoid", "sigmoid"), "sse", ("weights", "bias")

    def build(self, case):
        return NeuralNetwork(None, None, case.weights, case.biases)

    def step(self, net, x, y, lr):
        net.input, net.y = x, y
        net.feedforward(), net.backprop(lr)


EXPECTED = {"Mine": ("differs", ["derivative-formula"])}
