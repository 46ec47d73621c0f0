import numpy as np
import crosscheck


class XorNet:
    def __init__(self, n_in, n_hid, n_out):
        self.weights_input_hidden = np.random.uniform(size=(n_in, n_hid))
        self.weights_hidden_output = np.random.uniform(size=(n_hid, n_out))
        self.bias_hidden = np.zeros((1, n_hid))
        self.bias_output = np.zeros((1, n_out))

    def sigmoid(self, x):
        return 1 / (1 + np.exp(-x))

    def sigmoid_derivative(self, x):
        return x * (1 - x)

    def feedforward(self, X):
        self.hidden_activation = np.dot(X, self.weights_input_hidden) + self.bias_hidden
        self.hidden_output = self.sigmoid(self.hidden_activation)
        self.output_activation = np.dot(self.hidden_output, self.weights_hidden_output) + self.bias_output
        self.predicted_output = self.sigmoid(self.output_activation)

    def backward(self, X, y, learning_rate):
        output_error = y - self.predicted_output
        output_delta = output_error * self.sigmoid_derivative(self.output_activation)
        hidden_error = np.dot(output_delta, self.weights_hidden_output.T)
        hidden_delta = hidden_error * self.sigmoid_derivative(self.hidden_activation)
        self.weights_hidden_output += np.dot(self.hidden_output.T, output_delta) * learning_rate
        self.bias_output += np.sum(output_delta, axis=0, keepdims=True) * learning_rate
        self.weights_input_hidden += np.dot(X.T, hidden_delta) * learning_rate
        self.bias_hidden += np.sum(hidden_delta, axis=0, keepdims=True) * learning_rate


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "weights_input_hidden weights_hidden_output", "bias_hidden bias_output"

    def build(self, case):
        return XorNet(*case.sizes)

    def step(self, net, x, y, lr):
        net.feedforward(x), net.backward(x, y, lr)


EXPECTED = {"Mine": ("differs", ["derivative-at-preactivation"])}
