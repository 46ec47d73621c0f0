import random
import numpy as np


class Network(object):

    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x) / np.sqrt(x)
                        for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a) + b)
        return a

    def total_cost(self, data):
        """Quadratic cost, C = 1/(2n) sum ||a - y||^2"""
        return sum(0.5 * np.linalg.norm(self.feedforward(x) - y) ** 2
                   for x, y in data) / len(data)

    def SGD(self, training_data, epochs, mini_batch_size, eta):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            mini_batches = [training_data[k:k + mini_batch_size]
                            for k in range(0, n, mini_batch_size)]
            nabla_b = [np.zeros(b.shape) for b in self.biases]
            nabla_w = [np.zeros(w.shape) for w in self.weights]
            for mini_batch in mini_batches:
                for x, y in mini_batch:
                    self.backprop(x, y, nabla_b, nabla_w)
                m = len(mini_batch)
                self.weights = [w - (eta / m) * nw
                                for w, nw in zip(self.weights, nabla_w)]
                self.biases = [b - (eta / m) * nb
                               for b, nb in zip(self.biases, nabla_b)]
            if j % 10 == 0:
                print("Epoch {0}: cost {1:.5f}".format(j, self.total_cost(training_data)))

    def backprop(self, x, y, nabla_b, nabla_w):
        """Add the gradient of the cost of one example to nabla_b, nabla_w."""
        activation = x
        activations = [x]
        zs = []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
        nabla_b[-1] += delta
        nabla_w[-1] += np.dot(delta, activations[-2].T)
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l + 1].T, delta) * sigmoid_prime(zs[-l])
            nabla_b[-l] += delta
            nabla_w[-l] += np.dot(delta, activations[-l - 1].T)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


def parity_data():
    data = []
    for i in range(8):
        bits = np.array([[(i >> s) & 1] for s in range(3)], dtype=float)
        p = int(bits.sum()) % 2
        data.append((bits, np.array([[1.0 - p], [float(p)]])))
    return data


if __name__ == "__main__":
    random.seed(3)
    np.random.seed(3)
    net = Network([3, 6, 2])
    net.SGD(parity_data() * 5, epochs=31, mini_batch_size=8, eta=0.7)
