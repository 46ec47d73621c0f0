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
        self.weights = np.random.randn(output_size, input_size) * 0.7
        self.bias = np.random.randn(output_size, 1) * 0.1

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        input_gradient = np.dot(self.weights.T, output_gradient)
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


class Softplus(Activation):
    def __init__(self):
        super().__init__(lambda x: np.log(1 + np.exp(x)), lambda x: 1 / (1 + np.exp(-x)))


class Tanh(Activation):
    def __init__(self):
        super().__init__(np.tanh, lambda x: 1 - np.tanh(x) ** 2)


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, x):
    output = x
    for layer in network:
        output = layer.forward(output)
    return output


def train(network, X, Y, epochs=200, learning_rate=0.1, verbose=True):
    for e in range(epochs):
        error = 0
        for x, y in zip(X, Y):
            output = predict(network, x)
            error += mse(y, output)
            grad = mse_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        error /= len(X)
        if verbose and (e + 1) % 50 == 0:
            print(f"{e + 1}/{epochs}, error={error}")


if __name__ == "__main__":
    np.random.seed(42)
    # half adder: sum and carry
    X = np.reshape([[0, 0], [0, 1], [1, 0], [1, 1]], (4, 2, 1))
    Y = np.reshape([[0, 0], [1, 0], [1, 0], [0, 1]], (4, 2, 1))
    network = [
        Dense(2, 5),
        Softplus(),
        Dense(5, 4),
        Tanh(),
        Dense(4, 2),
    ]
    train(network, X, Y)
    for x in X:
        print(x.ravel(), predict(network, x).ravel())
