"""
network2_elu.py
~~~~~~~~~~~~~~~
Version of the book's network2.py for Python 3. I replaced the sigmoid in the hidden
layers by ELU; the output neurons are still sigmoid with the cross-entropy cost
(summed over the outputs, averaged over the n training inputs) plus
lmbda/(2n) * sum of all squared weights.
"""
import random
import numpy as np


class CrossEntropyCost(object):

    @staticmethod
    def fn(a, y):
        return np.sum(np.nan_to_num(-y*np.log(a)-(1-y)*np.log(1-a)))

    @staticmethod
    def delta(z, a, y):
        return (a-y)


class Network(object):

    def __init__(self, sizes, cost=CrossEntropyCost):
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.cost = cost
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x)/np.sqrt(x)
                        for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = elu(np.dot(w, a)+b)
        return sigmoid(np.dot(self.weights[-1], a)+self.biases[-1])

    def SGD(self, training_data, epochs, mini_batch_size, eta, lmbda=0.0):
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            mini_batches = [training_data[k:k+mini_batch_size]
                            for k in range(0, n, mini_batch_size)]
            for mini_batch in mini_batches:
                self.update_mini_batch(mini_batch, eta, lmbda, n)
            if j % 10 == 0:
                print("Epoch %s: cost %.5f" % (j, self.total_cost(training_data, lmbda)))

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
        for i, (b, w) in enumerate(zip(self.biases, self.weights)):
            z = np.dot(w, activation)+b
            zs.append(z)
            activation = sigmoid(z) if i == self.num_layers-2 else elu(z)
            activations.append(activation)
        delta = (self.cost).delta(zs[-1], activations[-1], y)
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            delta = np.dot(self.weights[-l+1].transpose(), delta) * elu_prime(zs[-l])
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return (nabla_b, nabla_w)

    def total_cost(self, data, lmbda):
        cost = sum(self.cost.fn(self.feedforward(x), y) for x, y in data)/len(data)
        return cost + 0.5*(lmbda/len(data))*sum(np.sum(w**2) for w in self.weights)


def sigmoid(z):
    return 1.0/(1.0+np.exp(-z))

def elu(z):
    return np.where(z > 0, z, np.exp(np.minimum(z, 0))-1)

def elu_prime(z):
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


if __name__ == "__main__":
    np.random.seed(12); random.seed(12)
    data = []
    for _ in range(80):
        p = np.random.randn(2, 1)
        data.append((p, np.array([[float(p[0, 0]*p[1, 0] > 0)], [float(p[0, 0] > 0.3)]])))
    net = Network([2, 8, 6, 2])
    net.SGD(data, 41, 10, 0.3, lmbda=0.1)
