import numpy as np

np.random.seed(7)


class Layer:
    def forward(self, input):
        raise NotImplementedError

    def backward(self, output_gradient, learning_rate):
        raise NotImplementedError


class Dense(Layer):
    def __init__(self, n_in, n_out):
        self.weights = np.random.randn(n_in, n_out) * np.sqrt(2 / n_in)
        self.bias = np.zeros((1, n_out))

    def forward(self, input):
        self.input = input
        return input @ self.weights + self.bias

    def backward(self, output_gradient, learning_rate):
        self.weights -= learning_rate * self.input.T @ output_gradient
        self.bias -= learning_rate * output_gradient.sum(axis=0, keepdims=True)
        return output_gradient @ self.weights.T


class LeakyReLU(Layer):
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, input):
        self.input = input
        return np.where(input > 0, input, self.slope * input)

    def backward(self, output_gradient, learning_rate):
        return output_gradient * np.where(self.input > 0, 1.0, self.slope)


def mse(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)


def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / y_true.size


def predict(network, x):
    out = x
    for layer in network:
        out = layer.forward(out)
    return out


def train(network, loss, loss_prime, x, y, epochs=200, learning_rate=0.05, verbose=True):
    for e in range(epochs):
        out = predict(network, x)
        error = loss(y, out)

        grad = loss_prime(y, out)
        for layer in reversed(network):
            grad = layer.backward(grad, learning_rate)

        if verbose and (e + 1) % 50 == 0:
            print(f"{e + 1}/{epochs}, error={error:.6f}")


network = [
    Dense(2, 12),
    LeakyReLU(),
    Dense(12, 8),
    LeakyReLU(),
    Dense(8, 2),
]

if __name__ == "__main__":
    X = np.random.uniform(-1, 1, (150, 2))
    Y = np.column_stack([X[:, 0] * X[:, 1], np.abs(X[:, 0])])
    train(network, mse, mse_prime, X, Y)
