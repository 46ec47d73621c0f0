import numpy as np
import crosscheck


class FCLayer:
    def __init__(self, input_size, output_size):
        self.weights = np.random.rand(input_size, output_size) - 0.5
        self.bias = np.random.rand(1, output_size) - 0.5

    def forward_propagation(self, input_data):
        self.input = input_data
        return np.dot(self.input, self.weights) + self.bias

    def backward_propagation(self, output_error, learning_rate):
        input_error = np.dot(output_error, self.weights.T)
        self.weights -= learning_rate * np.dot(self.input.T, output_error)
        self.bias -= learning_rate * output_error
        return input_error


class ActivationLayer:
    def __init__(self, activation, activation_prime):
        self.activation, self.activation_prime = activation, activation_prime

    def forward_propagation(self, input_data):
        self.input = input_data
        return self.activation(self.input)

    def backward_propagation(self, output_error, learning_rate):
        return self.activation_prime(self.input) * output_error


def mse_prime(y_true, y_pred):
    return y_pred - y_true


class Network:
    def __init__(self):
        self.layers = []

    def fit(self, x_train, y_train, epochs, learning_rate):
        for i in range(epochs):
            for j in range(len(x_train)):
                output = x_train[j]
                for layer in self.layers:
                    output = layer.forward_propagation(output)
                error = mse_prime(y_train[j], output)
                for layer in reversed(self.layers):
                    error = layer.backward_propagation(error, learning_rate)


class Mine(crosscheck.Adapter):
    samples, bias, parameters = "row", "row", ("layers.weights", "layers.bias")
    activations, loss = ("tanh", ..., "tanh"), "mse"

    def build(self, case):
        net = Network()
        for sizes in zip(case.sizes, case.sizes[1:]):
            net.layers += [FCLayer(*sizes), ActivationLayer(np.tanh, lambda x: 1 - np.tanh(x) ** 2)]
        return net

    def step(self, net, x, y, lr):
        net.fit([x], [y], 1, lr)


EXPECTED = {"Mine": ("agrees up to a factor", ["factor K/2"])}
