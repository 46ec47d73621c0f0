# Medium article "neural network from scratch" typed in, all in one file
import numpy as np


class Layer:
    def __init__(self):
        self.input = None
        self.output = None

    def forward_propagation(self, input):
        raise NotImplementedError

    def backward_propagation(self, output_error, learning_rate):
        raise NotImplementedError


class FCLayer(Layer):
    def __init__(self, input_size, output_size, weight_decay=0.0):
        self.weights = np.random.rand(input_size, output_size) - 0.5
        self.bias = np.random.rand(1, output_size) - 0.5
        self.weight_decay = weight_decay

    def forward_propagation(self, input_data):
        self.input = input_data
        self.output = np.dot(self.input, self.weights) + self.bias
        return self.output

    def backward_propagation(self, output_error, learning_rate):
        input_error = np.dot(output_error, self.weights.T)
        weights_error = np.dot(self.input.T, output_error) + 2 * self.weight_decay * self.weights
        self.weights -= learning_rate * weights_error
        self.bias -= learning_rate * output_error
        return input_error

    def penalty(self):
        return self.weight_decay * np.sum(self.weights ** 2)


class ActivationLayer(Layer):
    def __init__(self, activation, activation_prime):
        self.activation = activation
        self.activation_prime = activation_prime

    def forward_propagation(self, input_data):
        self.input = input_data
        self.output = self.activation(self.input)
        return self.output

    def backward_propagation(self, output_error, learning_rate):
        return self.activation_prime(self.input) * output_error

    def penalty(self):
        return 0.0


def tanh(x):
    return np.tanh(x)

def tanh_prime(x):
    return 1 - np.tanh(x) ** 2

def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))

def mse_prime(y_true, y_pred):
    return 2 * (y_pred - y_true) / y_true.size


class Network:
    def __init__(self):
        self.layers = []

    def add(self, layer):
        self.layers.append(layer)

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward_propagation(x)
        return x

    def fit(self, x_train, y_train, epochs, learning_rate):
        samples = len(x_train)
        for i in range(epochs):
            err = 0
            for j in range(samples):
                output = self.predict(x_train[j])
                err += mse(y_train[j], output) + sum(l.penalty() for l in self.layers)
                error = mse_prime(y_train[j], output)
                for layer in reversed(self.layers):
                    error = layer.backward_propagation(error, learning_rate)
            err /= samples
            if (i + 1) % 100 == 0:
                print('epoch %d/%d   error=%f' % (i + 1, epochs, err))


if __name__ == '__main__':
    np.random.seed(2)
    x_train = np.array([[[0, 0]], [[0, 1]], [[1, 0]], [[1, 1]]])
    y_train = np.array([[[0, 0]], [[1, 0]], [[1, 0]], [[0, 1]]])   # xor and and
    net = Network()
    net.add(FCLayer(2, 5, 1e-4))
    net.add(ActivationLayer(tanh, tanh_prime))
    net.add(FCLayer(5, 4, 1e-4))
    net.add(ActivationLayer(tanh, tanh_prime))
    net.add(FCLayer(4, 2, 1e-4))
    net.fit(x_train, y_train, epochs=500, learning_rate=0.1)
    print(net.predict(x_train[3]))
