import numpy as np

# Mini framework: every layer knows forward() and backward()

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
        self.weights = np.random.randn(output_size, input_size) * 0.5
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
        self.output = self.activation(input)
        return self.output

    def backward(self, output_gradient, learning_rate):
        return np.multiply(output_gradient, self.activation_prime(self.output))


class Softplus(Activation):
    def __init__(self):
        def softplus(x):
            return np.log(1 + np.exp(x))

        def softplus_prime(x):
            return 1 / (1 + np.exp(-x))

        super().__init__(softplus, softplus_prime)


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
        if verbose and (e + 1) % 20 == 0:
            print(f"{e + 1}/{epochs}, error={error}")


if __name__ == "__main__":
    np.random.seed(7)
    t = np.random.uniform(-2, 2, (60, 2, 1))
    Y = np.stack([np.sin(t[:, 0]) + t[:, 1] ** 2, t[:, 0] * t[:, 1]], axis=1)
    network = [
        Dense(2, 10),
        Softplus(),
        Dense(10, 6),
        Softplus(),
        Dense(6, 2),
    ]
    train(network, t, Y, epochs=100, learning_rate=0.02)
    print(predict(network, t[0]).ravel(), Y[0].ravel())
