"""
network.py for the digits mini project (here with toy data so that it runs anywhere).
Following the online book; cost changed to cross-entropy:
    C = -1/n sum_x sum_j [ y_j ln a_j + (1-y_j) ln (1-a_j) ]
"""
import random
import numpy as np


class Network(object):

    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x) / np.sqrt(x) for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a) + b)
        return a

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
                    delta_nabla_b, delta_nabla_w = self.backprop(x, y)
                    nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
                    nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
                self.weights = [w - (eta / len(mini_batch)) * nw
                                for w, nw in zip(self.weights, nabla_w)]
                self.biases = [b - (eta / len(mini_batch)) * nb
                               for b, nb in zip(self.biases, nabla_b)]
            print("Epoch {0}: cost {1:.4f}".format(j, self.total_cost(training_data)))

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activation = x
        activations = [x]
        zs = []
        for b, w in zip(self.biases, self.weights):
            z = np.dot(w, activation) + b
            zs.append(z)
            activation = sigmoid(z)
            activations.append(activation)
        delta = (activations[-1] - y) * sigmoid_prime(zs[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            z = zs[-l]
            sp = sigmoid_prime(z)
            delta = np.dot(self.weights[-l + 1].transpose(), delta) * sp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l - 1].transpose())
        return (nabla_b, nabla_w)

    def total_cost(self, data):
        cost = 0.0
        for x, y in data:
            a = self.feedforward(x)
            cost += np.sum(-y * np.log(a) - (1 - y) * np.log(1 - a)) / len(data)
        return cost

    def evaluate(self, data):
        return sum(int(np.argmax(self.feedforward(x)) == np.argmax(y)) for x, y in data)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))


if __name__ == "__main__":
    random.seed(5)
    np.random.seed(5)
    training_data = []
    for _ in range(60):
        c = random.randrange(3)
        y = np.zeros((3, 1))
        y[c] = 1.0
        training_data.append((np.random.randn(4, 1) * 0.6 + np.eye(4)[:, [c]] * 2, y))
    net = Network([4, 6, 5, 3])
    net.SGD(training_data, 10, 10, 0.5)
    print(net.evaluate(training_data), "/", len(training_data))
