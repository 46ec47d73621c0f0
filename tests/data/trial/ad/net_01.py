"""
network_moons.py
~~~~~~~~~~~~~~~~
After chapter 2/3 of "Neural Networks and Deep Learning".  I changed the hidden
neurons to tanh, kept the cross-entropy cost and the L2 regularization, and
replaced MNIST by a little two-moons problem so that it runs in a second.
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
        self.biases = [np.random.randn(y, 1) for y in self.sizes[1:]]
        self.weights = [np.random.randn(y, x)/np.sqrt(x)
                        for x, y in zip(self.sizes[:-1], self.sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = np.tanh(np.dot(w, a)+b)
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
                print("Epoch %s: cost %.4f, accuracy %d / %d" % (
                    j, self.total_cost(training_data, lmbda),
                    self.accuracy(training_data), n))

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
            activation = sigmoid(z) if l == self.num_layers-2 else np.tanh(z)
            activations.append(activation)
        delta = self.cost.delta(zs[-1], activations[-1], y)
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            tp = tanh_prime(zs[-l])
            delta = np.dot(self.weights[-l+1].transpose(), delta) * tp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return (nabla_b, nabla_w)

    def total_cost(self, data, lmbda):
        cost = 0.0
        for x, y in data:
            cost += self.cost.fn(self.feedforward(x), y)/len(data)
        cost += 0.5*(lmbda/len(data))*sum(
            np.linalg.norm(w)**2 for w in self.weights)
        return cost

    def accuracy(self, data):
        return sum(int((self.feedforward(x)[0, 0] > 0.5) == (y[0, 0] > 0.5)) for x, y in data)


def sigmoid(z):
    return 1.0/(1.0+np.exp(-z))

def tanh_prime(z):
    return 1-np.tanh(z)**2

def moons(n):
    data = []
    for i in range(n):
        t = np.pi*np.random.rand()
        k = i % 2
        p = [np.cos(t), np.sin(t)] if k == 0 else [1-np.cos(t), 0.5-np.sin(t)]
        data.append((np.array(p).reshape(2, 1)+0.1*np.random.randn(2, 1), np.array([[float(k)]])))
    return data


if __name__ == "__main__":
    random.seed(3)
    np.random.seed(3)
    net = Network([2, 8, 5, 1])
    net.SGD(moons(120), 40, 10, 0.5, lmbda=0.1)
