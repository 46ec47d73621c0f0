"""Cell type assignment from marker gene expression (Supplementary Code S2).

Expression matrix X is genes x cells, Y is one-hot, types x cells.
Cost: cross-entropy averaged over the m cells + lambd/(2m) * sum of squared weights.
"""
import numpy as np


class CellTypeNet(object):

    def __init__(self, layer_dims, learning_rate=0.1, lambd=0.5, seed=3):
        rng = np.random.RandomState(seed)
        self.L = len(layer_dims) - 1
        self.learning_rate = learning_rate
        self.lambd = lambd
        self.parameters = {}
        for l in range(1, self.L + 1):
            self.parameters['W' + str(l)] = rng.randn(layer_dims[l], layer_dims[l-1]) * np.sqrt(2. / layer_dims[l-1])
            self.parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))

    def forward(self, X):
        cache = {'A0': X}
        A = X
        for l in range(1, self.L + 1):
            Z = np.dot(self.parameters['W' + str(l)], A) + self.parameters['b' + str(l)]
            if l < self.L:
                A = np.maximum(0, Z)
            else:
                expZ = np.exp(Z - np.max(Z, axis=0, keepdims=True))
                A = expZ / np.sum(expZ, axis=0, keepdims=True)
            cache['Z' + str(l)] = Z
            cache['A' + str(l)] = A
        return A, cache

    def cost(self, AL, Y):
        m = Y.shape[1]
        ce = -np.sum(Y * np.log(AL + 1e-12)) / m
        l2 = sum(np.sum(np.square(self.parameters['W' + str(l)])) for l in range(1, self.L + 1))
        return ce + self.lambd / (2. * m) * l2

    def backward(self, AL, Y, cache):
        m = Y.shape[1]
        grads = {}
        dZ = AL - Y
        for l in range(self.L, 0, -1):
            W = self.parameters['W' + str(l)]
            grads['dW' + str(l)] = 1. / m * np.dot(dZ, cache['A' + str(l-1)].T) + self.lambd * W
            grads['db' + str(l)] = 1. / m * np.sum(dZ, axis=1, keepdims=True)
            if l > 1:
                dA = np.dot(W.T, dZ)
                dZ = np.multiply(dA, np.int64(cache['Z' + str(l-1)] > 0))
        return grads

    def update(self, grads):
        for l in range(1, self.L + 1):
            self.parameters['W' + str(l)] -= self.learning_rate * grads['dW' + str(l)]
            self.parameters['b' + str(l)] -= self.learning_rate * grads['db' + str(l)]

    def fit(self, X, Y, iterations=300, verbose=True):
        for i in range(iterations):
            AL, cache = self.forward(X)
            c = self.cost(AL, Y)
            grads = self.backward(AL, Y, cache)
            self.update(grads)
            if verbose and i % 50 == 0:
                print("iteration %i: cost %.4f" % (i, c))
        return self

    def predict(self, X):
        return np.argmax(self.forward(X)[0], axis=0)


def toy_expression(n_cells=90, n_genes=12, n_types=3, seed=0):
    rng = np.random.RandomState(seed)
    centers = rng.gamma(2.0, 1.0, size=(n_genes, n_types))
    types = rng.randint(0, n_types, n_cells)
    X = np.log1p(rng.poisson(3 * centers[:, types]))
    X = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-8)
    return X, np.eye(n_types)[types].T, types


if __name__ == "__main__":
    X, Y, types = toy_expression()
    net = CellTypeNet([12, 16, 8, 3], lambd=0.05)
    net.fit(X, Y)
    print("training accuracy: %.3f" % np.mean(net.predict(X) == types))
