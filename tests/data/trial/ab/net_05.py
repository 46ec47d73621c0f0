# mailsort: small network that files incoming mail in one of three folders
# follows the layout of the online book I learned this from
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
        for b, w in zip(self.biases, self.weights):
            a = sigmoid(np.dot(w, a)+b)
        return a

    def SGD(self, training_data, epochs, mini_batch_size, eta, test_data=None):
        for j in range(epochs):
            random.shuffle(training_data)
            nabla_b = [np.zeros(b.shape) for b in self.biases]
            nabla_w = [np.zeros(w.shape) for w in self.weights]
            for k in range(0, len(training_data), mini_batch_size):
                mini_batch = training_data[k:k+mini_batch_size]
                for x, y in mini_batch:
                    db, dw = self.backprop(x, y)
                    for i in range(self.num_layers-1):
                        nabla_b[i] += db[i]
                        nabla_w[i] += dw[i]
                m = len(mini_batch)
                self.weights = [w-(eta/m)*nw
                                for w, nw in zip(self.weights, nabla_w)]
                self.biases = [b-(eta/m)*nb
                               for b, nb in zip(self.biases, nabla_b)]
            if test_data:
                print("Epoch {0}: {1} / {2}, cost {3:.4f}".format(
                    j, self.evaluate(test_data), len(test_data),
                    self.total_cost(training_data)))

    def backprop(self, x, y):
        nabla_b = [None]*len(self.biases)
        nabla_w = [None]*len(self.weights)
        activation = x
        activations = [x]
        for b, w in zip(self.biases, self.weights):
            activation = sigmoid(np.dot(w, activation)+b)
            activations.append(activation)
        delta = (activations[-1]-y) * activations[-1]*(1-activations[-1])
        nabla_b[-1] = delta
        nabla_w[-1] = np.dot(delta, activations[-2].transpose())
        for l in range(2, self.num_layers):
            sp = activations[-l]*(1-activations[-l])
            delta = np.dot(self.weights[-l+1].transpose(), delta) * sp
            nabla_b[-l] = delta
            nabla_w[-l] = np.dot(delta, activations[-l-1].transpose())
        return nabla_b, nabla_w

    def total_cost(self, data):
        """C = 1/(2n) sum |a - y|^2"""
        return sum(0.5*np.linalg.norm(self.feedforward(x)-y)**2 for x, y in data)/len(data)

    def evaluate(self, data):
        return sum(int(np.argmax(self.feedforward(x)) == np.argmax(y)) for x, y in data)

def sigmoid(z):
    return 1.0/(1.0+np.exp(-z))

def fake_mail(n):
    words = np.array([[.8,.1,.1,.5,.2,.6],[.1,.7,.2,.5,.6,.1],[.2,.2,.9,.1,.5,.5]])
    res = []
    for _ in range(n):
        c = np.random.randint(3)
        x = (np.random.rand(6) < words[c]).astype(float).reshape(6, 1)
        y = np.zeros((3, 1)); y[c] = 1.0
        res.append((x, y))
    return res

if __name__ == "__main__":
    np.random.seed(12); random.seed(12)
    net = Network([6, 8, 3])
    net.SGD(fake_mail(240), 8, 12, 0.5, test_data=fake_mail(100))
