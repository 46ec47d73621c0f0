# Neural network from scratch: everything is a Layer
import numpy as np


class Layer:
    def __init__(self):
        self.input = None
        self.output = None

    def forward(self, input):
        raise NotImplementedError

    def backward(self, output_gradient, learning_rate):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size) / np.sqrt(input_size)
        self.bias = np.random.randn(output_size, 1) * 0.1

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        input_gradient = np.dot(self.weights.T, output_gradient)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        return input_gradient


class Activation(Layer):
    def __init__(self, activation, activation_prime):
        self.activation = activation
        self.activation_prime = activation_prime

    def forward(self, input):
        self.input = input
        return self.activation(self.input)

    def backward(self, output_gradient, learning_rate):
        return np.multiply(output_gradient, self.activation_prime(self.input))


class Tanh(Activation):
    def __init__(self):
        super().__init__(np.tanh, lambda x: 1 - np.tanh(x) ** 2)


class Softplus(Activation):
    def __init__(self):
        super().__init__(lambda x: np.log1p(np.exp(x)), lambda x: 1 / (1 + np.exp(-x)))


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, input):
    output = input
    for layer in network:
        output = layer.forward(output)
    return output


def train(network, loss, loss_prime, x_train, y_train, epochs=1000, learning_rate=0.01, verbose=True):
    for e in range(epochs):
        error = 0
        for x, y in zip(x_train, y_train):
            output = predict(network, x)
            error += loss(y, output)
            grad = loss_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        error /= len(x_train)
        if verbose and e % 20 == 0:
            print(f"{e + 1}/{epochs}, error={error:.6f}")


if __name__ == "__main__":
    np.random.seed(7)
    X = np.random.uniform(-1, 1, (50, 2, 1))
    Y = np.stack([X[:, 0] * X[:, 1], X[:, 0] ** 2 - X[:, 1], np.sin(2 * X[:, 1])], axis=1)
    network = [Dense(2, 8), Tanh(), Dense(8, 6), Softplus(), Dense(6, 3)]
    train(network, mse, mse_prime, X, Y, epochs=100, learning_rate=0.05)
