"""network.py
~~~~~~~~~~
Feedforward network with mini-batch SGD, cross-entropy cost, L2
regularization of the weights.  Based on the code of chapter 3 of "Neural
Networks and Deep Learning"; the hidden neurons are now swish neurons.
Used here to tell which quadrant pair (x*y > 0) a point is in.
"""
import random
import numpy as np


def sigmoid(z):
    return 1.0/(1.0+np.exp(-z))

def swish(z):
    return z*sigmoid(z)

def swish_prime(z):
    s = sigmoid(z)
    return s + z*s*(1-s)


class Network(object):

    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x)/np.sqrt(x)
                        for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = swish(np.dot(w, a)+b)
        return sigmoid(np.dot(self.weights[-1], a)+self.biases[-1])

    def SGD(self, training_data, epochs, mini_batch_size, eta, lmbda=0.0):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            mini_batches = [training_data[k:k+mini_batch_size]
                            for k in range(0, n, mini_batch_size)]
            for mini_batch in mini_batches:
                self.update_mini_batch(mini_batch, eta, lmbda, n)
            print("Epoch {0}: cost {1:.4f}, {2} / {3}".format(
                j, self.total_cost(training_data, lmbda),
                self.evaluate(training_data), n))

    def update_mini_batch(self, mini_batch, eta, lmbda, n):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [nb+dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
            nabla_w = [nw+dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        self.weights = [(1-eta*(lmbda/n))*w-(eta/len(mini_batch))*nw
                        for w, nw in zip(self.weights, nabla_w)]
        self.biases = [b-(eta/len(mini_batch))*nb
                       for b, nb in zip(self.biases, nabla_b)]

    def backprop(self, x, y):
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        activation = x
        activations = [x]
        zs = []
        for l, (b, w) in enumerate(zip(self.biases, self.weights)):
            z = np.dot(w, activation)+b
            zs.append(z)
            activation = sigmoid(z) if l == self.num_layers-2 else swish(z)
            activations.append(activation)
        delta = activations[-1]-y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l+1].transpose(), delta)*swish_prime(zs[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return (nabla_b, nabla_w)

    def total_cost(self, data, lmbda):
        cost = 0.0
        for x, y in data:
            a = self.feedforward(x)
            cost += np.sum(np.nan_to_num(-y*np.log(a)-(1-y)*np.log(1-a)))/len(data)
        cost += 0.5*(lmbda/len(data))*sum(np.linalg.norm(w)**2 for w in self.weights)
        return cost

    def evaluate(self, data):
        return sum(int(np.argmax(self.feedforward(x)) == np.argmax(y)) for x, y in data)


if __name__ == "__main__":
    np.random.seed(3)
    random.seed(3)
    pts = np.random.uniform(-1, 1, (120, 2))
    data = [(p.reshape(2, 1), np.array([[1.0], [0.0]]) if p[0]*p[1] > 0
             else np.array([[0.0], [1.0]])) for p in pts]
    net = Network([2, 10, 5, 2])
    net.SGD(data, 15, 10, 0.5, lmbda=0.1)
