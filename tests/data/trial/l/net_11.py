# Neural network from scratch, following the video series. Part 4: GELU instead of Tanh.
import numpy as np


class Layer:
    def forward(self, input): ...
    def backward(self, output_gradient, learning_rate): ...


class Dense(Layer):
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size) * 0.6
        self.bias = np.random.randn(output_size, 1) * 0.6

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


class Gelu(Activation):
    def __init__(self):
        c = np.sqrt(2 / np.pi)

        def inner(x):
            return c * (x + 0.044715 * x ** 3)

        def gelu(x):
            return 0.5 * x * (1 + np.tanh(inner(x)))

        def gelu_prime(x):
            t = np.tanh(inner(x))
            return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * c * (1 + 3 * 0.044715 * x ** 2)

        super().__init__(gelu, gelu_prime)


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, x):
    for layer in network:
        x = layer.forward(x)
    return x


def train(network, X, Y, epochs, learning_rate):
    for e in range(epochs):
        error = 0
        for x, y in zip(X, Y):
            output = predict(network, x)
            error += mse(y, output)
            grad = mse_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        if (e + 1) % 50 == 0:
            print(f"{e + 1}/{epochs}, error={error / len(X)}")


np.random.seed(10)
X = np.reshape([[0, 0], [0, 1], [1, 0], [1, 1]], (4, 2, 1))
Y = np.reshape([[0, 0], [1, 0], [1, 0], [0, 1]], (4, 2, 1))      # xor, and

network = [Dense(2, 6), Gelu(), Dense(6, 4), Gelu(), Dense(4, 2)]
train(network, X, Y, epochs=300, learning_rate=0.1)

for x in X:
    print(x.ravel(), '->', predict(network, x).ravel().round(3))
