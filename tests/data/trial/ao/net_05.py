import numpy as np


class Layer:
    def __init__(self):
        self.input = None
        self.output = None


class Dense(Layer):
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size) / np.sqrt(input_size)
        self.bias = 0.1 * np.random.randn(output_size, 1)

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


C = np.sqrt(2 / np.pi)


class Gelu(Activation):
    def __init__(self):
        def gelu(x):
            return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x ** 3)))

        def gelu_prime(x):
            t = np.tanh(C * (x + 0.044715 * x ** 3))
            return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * C * (1 + 3 * 0.044715 * x ** 2)

        super().__init__(gelu, gelu_prime)


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / np.size(y_true)


def predict(network, input):
    output = input
    for layer in network:
        output = layer.forward(output)
    return output


def train(network, x_train, y_train, epochs=200, learning_rate=0.02, verbose=True):
    for e in range(epochs):
        error = 0
        for x, y in zip(x_train, y_train):
            output = predict(network, x)
            error += mse(y, output)
            grad = mse_prime(y, output)
            for layer in reversed(network):
                grad = layer.backward(grad, learning_rate)
        error /= len(x_train)
        if verbose and (e + 1) % 50 == 0:
            print(f"{e + 1}/{epochs}, error={error}")


if __name__ == "__main__":
    np.random.seed(11)
    X = np.random.uniform(-1, 1, (40, 3, 1))
    Y = np.concatenate([np.sin(2 * X[:, :1]), X[:, 1:2] * X[:, 2:]], axis=1)
    network = [Dense(3, 8), Gelu(), Dense(8, 8), Gelu(), Dense(8, 6), Gelu(), Dense(6, 2)]
    train(network, X, Y)
