"""
network_softplus.py
~~~~~~~~~~~~~~~~~~~

Python 3 copy of the well known network2.py.  Hidden neurons are softplus
instead of sigmoid, the output neurons stay sigmoid with the cross-entropy
cost.  L2 regularization as in chapter 3.
"""
import random
import numpy as np


class Network(object):

    def __init__(self, sizes):
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x)/np.sqrt(x)
                        for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = softplus(np.dot(w, a)+b)
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
                print("Epoch %s: cost on training data %.5f" % (
                    j, self.total_cost(training_data, lmbda, n)))

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
            activation = sigmoid(z) if i == self.num_layers-2 else softplus(z)
            activations.append(activation)
        # backward pass
        delta = activations[-1] - y
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            sp = sigmoid(zs[-l])   # derivative of softplus
            delta = np.dot(self.weights[-l+1].transpose(), delta) * sp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return (nabla_b, nabla_w)

    def total_cost(self, data, lmbda, n):
        cost = 0.0
        for x, y in data:
            a = self.feedforward(x)
            cost += np.sum(np.nan_to_num(-y*np.log(a)-(1-y)*np.log(1-a)))/len(data)
        cost += 0.5*(lmbda/n)*sum(np.sum(w**2) for w in self.weights)
        return cost


def sigmoid(z):
    return 1.0/(1.0+np.exp(-z))

def softplus(z):
    return np.log(1.0+np.exp(z))


if __name__ == "__main__":
    random.seed(3)
    np.random.seed(3)
    data = []
    for _ in range(60):
        p = np.random.randn(4, 1)
        t = np.array([[float(p[0, 0]*p[1, 0] > 0)], [float(p[2, 0] > p[3, 0])]])
        data.append((p, t))
    net = Network([4, 8, 6, 2])
    net.SGD(data, 60, 10, 0.3, lmbda=0.5)
