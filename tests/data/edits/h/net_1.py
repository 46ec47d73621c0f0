"""network.py: stochastic gradient descent for a feedforward network, gradients by
backpropagation.  tanh hidden layers, sigmoid output layer, quadratic cost, L2."""
import random
import numpy as np


class Network(object):

    def __init__(self, sizes):
        """sizes holds the number of neurons of each layer, e.g. [2, 6, 4, 2]."""
        self.num_layers = len(sizes)
        self.sizes = sizes
        self.biases = [0.1*np.random.randn(y, 1) for y in sizes[1:]]
        self.weights = [np.random.randn(y, x)/np.sqrt(x)
                        for x, y in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        """Return the output of the network if a (a column) is the input."""
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = np.tanh(np.dot(w, a) + b)
        return sigmoid(np.dot(self.weights[-1], a) + self.biases[-1])

    def SGD(self, training_data, epochs, mini_batch_size, eta, lmbda=0.0):
        """Train with mini-batches; training_data is a list of tuples (x, y)."""
        n = len(training_data)
        for j in range(epochs):
            random.shuffle(training_data)
            mini_batches = [training_data[k:k+mini_batch_size]
                            for k in range(0, n, mini_batch_size)]
            for mini_batch in mini_batches:
                self.update_mini_batch(mini_batch, eta, lmbda, n)
            if j % 20 == 0:
                print("Epoch %d: cost %.5f, %d / %d" % (
                    j, self.total_cost(training_data, lmbda), self.accuracy(training_data), n))

    def update_mini_batch(self, mini_batch, eta, lmbda, n):
        """One gradient step on a mini-batch; n is the size of the whole training set."""
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        for x, y in mini_batch:
            delta_nabla_b, delta_nabla_w = self.backprop(x, y)
            nabla_b = [nb + dnb for nb, dnb in zip(nabla_b, delta_nabla_b)]
            nabla_w = [nw + dnw for nw, dnw in zip(nabla_w, delta_nabla_w)]
        self.weights = [(1 - eta*(lmbda/n))*w - (eta/len(mini_batch))*nw
                        for w, nw in zip(self.weights, nabla_w)]
        self.biases = [b - (eta/len(mini_batch))*nb
                       for b, nb in zip(self.biases, nabla_b)]

    def backprop(self, x, y):
        """Return (nabla_b, nabla_w), the gradient of the cost C_x of one sample."""
        nabla_b = [np.zeros(b.shape) for b in self.biases]
        nabla_w = [np.zeros(w.shape) for w in self.weights]
        # feedforward
        activation = x
        activations = [x]
        zs = []
        for i, (b, w) in enumerate(zip(self.biases, self.weights)):
            z = np.dot(w, activation) + b
            zs.append(z)
            if i < self.num_layers - 2:
                activation = np.tanh(z)
            else:
                activation = sigmoid(z)
            activations.append(activation)
        # backward pass
        delta = self.cost_derivative(activations[-1], y) * sigmoid_prime(zs[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            sp = tanh_prime(zs[-l])
            delta = np.dot(self.weights[-l+1].transpose(), delta) * sp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return nabla_b, nabla_w

    def cost_derivative(self, output_activations, y):
        return output_activations - y

    def total_cost(self, data, lmbda):
        cost = 0.0
        for x, y in data:
            cost += 0.5*np.linalg.norm(self.feedforward(x) - y)**2
        cost /= len(data)
        cost += 0.5*(lmbda/len(data))*sum(np.linalg.norm(w)**2 for w in self.weights)
        return cost

    def accuracy(self, data):
        return sum(int(np.argmax(self.feedforward(x)) == np.argmax(y)) for x, y in data)


def sigmoid(z):
    return 1.0/(1.0 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z)*(1 - sigmoid(z))


def tanh_prime(z):
    return 1 - np.tanh(z)**2


if __name__ == "__main__":
    np.random.seed(1)
    random.seed(1)
    points = np.random.uniform(-1, 1, (100, 2, 1))
    data = [(p, np.array([[1.0], [0.0]]) if p[0, 0]*p[1, 0] > 0 else np.array([[0.0], [1.0]]))
            for p in points]
    net = Network([2, 6, 4, 2])
    net.SGD(data, 101, 10, 1.0, lmbda=0.01)
