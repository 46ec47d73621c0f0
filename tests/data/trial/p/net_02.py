"""
network.py -- following chapter 1 of the online book, ported to Python 3.
I keep the gradient sums as attributes, so I can plot them afterwards.
"""
import random
import numpy as np


class Network(object):

    def __init__(self, sizes, seed=0):
        self.rng = np.random.RandomState(seed)
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [self.rng.randn(y, 1) for y in sizes[1:]]
        self.weights = [self.rng.randn(y, x) / np.sqrt(x) for x, y in zip(sizes[:-1], sizes[1:])]
        self.nabla_b = [np.zeros(b.shape) for b in self.biases]
        self.nabla_w = [np.zeros(w.shape) for w in self.weights]

    def feedforward(self, a):
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a) + b)
        return a

    def SGD(self, training_data, epochs, mini_batch_size, eta):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            mini_batches = [training_data[k:k + mini_batch_size] for k in range(0, n, mini_batch_size)]
            for mini_batch in mini_batches:
                self.update_mini_batch(mini_batch, eta)
            if j % 10 == 0:
                print("Epoch {0}: cost {1:.5f}".format(j, self.cost(training_data)))

    def update_mini_batch(self, mini_batch, eta):
        for x, y in mini_batch:
            self.backprop(x, y)
        self.weights = [w - (eta / len(mini_batch)) * nw
                        for w, nw in zip(self.weights, self.nabla_w)]
        self.biases = [b - (eta / len(mini_batch)) * nb
                       for b, nb in zip(self.biases, self.nabla_b)]

    def backprop(self, x, y):
        # feedforward
        activation = x
        activations = [x]
        zs = []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        # backward pass
        delta = self.cost_derivative(activations[-1], y) * sigmoid_prime(zs[-1])
        self.nabla_b[-1] += delta
        self.nabla_w[-1] += np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            sp = sigmoid_prime(zs[-l])
            delta = np.dot(self.weights[-l + 1].transpose(), delta) * sp
            self.nabla_b[-l] += delta
            self.nabla_w[-l] += np.dot(delta, activations[-l - 1].transpose())

    def cost_derivative(self, output_activations, y):
        return (output_activations - y)

    def cost(self, data):
        """C = 1/(2n) sum_x |y - a|^2"""
        return sum(0.5 * np.linalg.norm(self.feedforward(x) - y) ** 2 for x, y in data) / len(data)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


if __name__ == "__main__":
    r = np.random.RandomState(3)
    data = []
    for _ in range(60):
        p = r.uniform(-1, 1, (2, 1))
        t = np.array([[1.0], [0.0]]) if p[0, 0] * p[1, 0] > 0 else np.array([[0.0], [1.0]])
        data.append((p, t))
    net = Network([2, 8, 6, 2])
    net.SGD(data, 50, 10, 0.5)
