from abc import ABC, abstractmethod
import numpy as np


class Layer(ABC):
    def __init__(self):
        self.input = None
        self.output = None

    @abstractmethod
    def forward(self, input):
        ...

    @abstractmethod
    def backward(self, output_gradient, learning_rate):
        ...


class Dense(Layer):
    def __init__(self, input_size, output_size, rng):
        super().__init__()
        self.weights = rng.normal(0, np.sqrt(2 / input_size), (output_size, input_size))
        self.bias = rng.normal(0, 0.1, (output_size, 1))

    def forward(self, input):
        self.input = input
        return self.weights @ self.input + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = output_gradient @ self.input.T
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        return self.weights.T @ output_gradient


class LeakyReLU(Layer):
    def __init__(self, slope=0.05):
        super().__init__()
        self.slope = slope

    def forward(self, input):
        self.input = input
        return np.where(input > 0, input, self.slope * input)

    def backward(self, output_gradient, learning_rate):
        return output_gradient * np.where(self.input > 0, 1.0, self.slope)


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, x):
    out = x
    for layer in network:
        out = layer.forward(out)
    return out


def train(network, x_train, y_train, epochs=100, learning_rate=0.01, verbose=True):
    for e in range(epochs):
        error = 0
        for x, y in zip(x_train, y_train):
            output = predict(network, x)
            error += mse(y, output)
            grad = mse_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        error /= len(x_train)
        if verbose and e % 20 == 0:
            print(f"{e + 1}/{epochs}, error={error:.5f}")


def build(seed=3):
    rng = np.random.default_rng(seed)
    return [
        Dense(3, 7, rng), LeakyReLU(),
        Dense(7, 5, rng), LeakyReLU(),
        Dense(5, 2, rng),
    ]


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.uniform(-1, 1, (80, 3, 1))
    Y = np.stack([X[:, 0] * X[:, 1], X[:, 2] - X[:, 0]], axis=1)
    net = build()
    train(net, X, Y)
