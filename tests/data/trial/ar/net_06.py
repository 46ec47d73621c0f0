"""network.py: feedforward net with stochastic gradient descent and momentum.
Samples are (x, y) pairs of column vectors."""
import random
import numpy as np


class Network:

    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x) / np.sqrt(x) for x, y in zip(sizes[:-1], sizes[1:])]
        self.vel_b = [np.zeros(b.shape) for b in self.biases]
        self.vel_w = [np.zeros(w.shape) for w in self.weights]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = softplus(np.dot(w, a) + b)
        return sigmoid(np.dot(self.weights[-1], a) + self.biases[-1])

    def SGD(self, training_data, epochs, mini_batch_size, eta, mu=0.5):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            for k in range(0, n, mini_batch_size):
                self.update_mini_batch(training_data[k:k + mini_batch_size], eta, mu)
            print("Epoch {0}: cost {1:.5f}".format(j, self.total_cost(training_data)))

    def update_mini_batch(self, mini_batch, eta, mu):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        m = len(mini_batch)
        self.vel_w = [mu * v - (eta / m) * nw for v, nw in zip(self.vel_w, nabla_w)]
        self.vel_b = [mu * v - (eta / m) * nb for v, nb in zip(self.vel_b, nabla_b)]
        self.weights = [w + v for w, v in zip(self.weights, self.vel_w)]
        self.biases = [b + v for b, v in zip(self.biases, self.vel_b)]

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activation = x
        activations = [x]
        zs = []
        for i, (b, w) in enumerate(zip(self.biases, self.weights)):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z) if i == self.num_layers - 2 else softplus(z)
            activations.append(activation)
        out = activations[-1]
        delta = (out - y) * out * (1 - out)
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].T)
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l + 1].T, delta) * sigmoid(zs[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l - 1].T)
        return nabla_b, nabla_w

    def total_cost(self, data):
        return sum(0.5 * np.linalg.norm(self.feedforward(x) - y) ** 2 for x, y in data) / len(data)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def softplus(z):
    return np.log1p(np.exp(z))


if __name__ == "__main__":
    np.random.seed(0)
    random.seed(0)
    data = []
    for _ in range(100):
        x = np.random.randn(3, 1)
        data.append((x, np.array([[float(x[0, 0] > x[1, 0])], [float(x.sum() > 0)]])))
    net = Network([3, 6, 4, 2])
    net.SGD(data, 10, 10, 1.0)
