"""mini-batch SGD over single (x, y) column-vector pairs, no biases"""
import random
import numpy as np


class Network(object):

    def __init__(self, sizes, seed=0):
        rng = np.random.RandomState(seed)
        self.num_layers = len(sizes)
        self.weights = [rng.randn(y, x) / np.sqrt(x) for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for w in self.weights[:-1]:
            a = np.tanh(np.dot(w, a))
        return np.dot(self.weights[-1], a)

    def cost(self, data, lmbda, n):
        c = sum(0.5 * np.linalg.norm(self.feedforward(x) - y) ** 2 for x, y in data) / len(data)
        return c + 0.5 * (lmbda / n) * sum(np.linalg.norm(w) ** 2 for w in self.weights)

    def SGD(self, training_data, epochs, mini_batch_size, eta, lmbda=0.0):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            for k in range(0, n, mini_batch_size):
                self.update_mini_batch(training_data[k:k + mini_batch_size], eta, lmbda, n)
            if j % 10 == 0:
                print("Epoch {0}: cost {1:.5f}".format(j, self.cost(training_data, lmbda, n)))

    def update_mini_batch(self, mini_batch, eta, lmbda, n):
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_w = self.backprop(x, y)
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        self.weights = [(1 - eta * (lmbda / n)) * w - (eta / len(mini_batch)) * nw
                        for w, nw in zip(self.weights, nabla_w)]

    def backprop(self, x, y):
        nabla_w = [None] * len(self.weights)
        activations = [x]
        for w in self.weights[:-1]:
            activations.append(np.tanh(np.dot(w, activations[-1])))
        out = np.dot(self.weights[-1], activations[-1])
        delta = out - y
        nabla_w[-1] = np.dot(delta, activations[-1].T)
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l + 1].T, delta) * (1 - activations[-l + 1] ** 2)
            nabla_w[-l] = np.dot(delta, activations[-l].T)
        return nabla_w


def load(n=100, seed=4):
    rng = np.random.RandomState(seed)
    xs = rng.uniform(-1, 1, (n, 3))
    return [(x.reshape(3, 1), np.array([[x[0] - x[1] ** 3], [np.sin(3 * x[2])]])) for x in xs]


if __name__ == "__main__":
    random.seed(0)
    net = Network([3, 9, 7, 2])
    net.SGD(load(), 41, 10, 0.1, lmbda=0.05)
