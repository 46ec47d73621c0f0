import numpy as np
from abc import ABC, abstractmethod


class Layer(ABC):
    @abstractmethod
    def forward(self, input): ...

    @abstractmethod
    def backward(self, output_gradient, learning_rate): ...


class Dense(Layer):
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size) / np.sqrt(input_size)
        self.bias = np.random.randn(output_size, 1) * 0.1

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        return np.dot(self.weights.T, output_gradient)


class Tanh(Layer):
    def forward(self, input):
        self.input = input
        return np.tanh(input)

    def backward(self, output_gradient, learning_rate):
        return output_gradient * (1 - np.tanh(self.input) ** 2)


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, x):
    out = x
    for layer in network:
        out = layer.forward(out)
    return out


def train(network, x_train, y_train, epochs=100, learning_rate=0.05, verbose=True):
    for e in range(epochs):
        error = 0
        for x, y in zip(x_train, y_train):
            output = predict(network, x)
            error += mse(y, output)
            grad = mse_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        error /= len(x_train)
        if verbose and e % 50 == 0:
            print(f"{e + 1}/{epochs}, error={error:.5f}")


def build():
    return [Dense(2, 6), Tanh(), Dense(6, 5), Tanh(), Dense(5, 4), Tanh(), Dense(4, 2)]


if __name__ == "__main__":
    np.random.seed(12)
    X = np.reshape([[0, 0], [0, 1], [1, 0], [1, 1]], (4, 2, 1)).astype(float)
    Y = np.reshape([[0, 0], [1, 0], [1, 0], [0, 1]], (4, 2, 1)).astype(float)  # xor, and
    net = build()
    train(net, X, Y, epochs=400)
    for x in X:
        print(x.ravel(), predict(net, x).ravel())
