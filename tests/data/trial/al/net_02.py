"""Deep net for planar data, examples are stored as columns."""
import numpy as np


class DeepNet:

    def __init__(self, layer_dims, learning_rate=0.1, seed=3):
        rs = np.random.RandomState(seed)
        self.L = len(layer_dims) - 1
        self.lr = learning_rate
        self.parameters = {}
        for l in range(1, self.L + 1):
            self.parameters["W" + str(l)] = rs.randn(layer_dims[l], layer_dims[l-1]) / np.sqrt(layer_dims[l-1])
            self.parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))

    def forward(self, X):
        A = X
        self.cache = {"A0": X}
        for l in range(1, self.L + 1):
            Z = np.dot(self.parameters["W" + str(l)], A) + self.parameters["b" + str(l)]
            if l < self.L:
                A = np.tanh(Z)
            else:
                A = 1.0 / (1.0 + np.exp(-Z))
            self.cache["A" + str(l)] = A
        return A

    def compute_cost(self, AL, Y):
        m = Y.shape[1]
        cost = -(1.0 / m) * np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
        return np.squeeze(cost)

    def backward_and_update(self, Y):
        m = Y.shape[1]
        dZ = self.cache["A" + str(self.L)] - Y
        for l in range(self.L, 0, -1):
            A_prev = self.cache["A" + str(l-1)]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            self.parameters["W" + str(l)] = self.parameters["W" + str(l)] - self.lr * dW
            self.parameters["b" + str(l)] = self.parameters["b" + str(l)] - self.lr * db
            if l > 1:
                dA_prev = np.dot(self.parameters["W" + str(l)].T, dZ)
                dZ = dA_prev * (1 - np.power(A_prev, 2))

    def fit(self, X, Y, num_iterations=1000, print_cost=True):
        costs = []
        for i in range(num_iterations):
            AL = self.forward(X)
            cost = self.compute_cost(AL, Y)
            self.backward_and_update(Y)
            if i % 100 == 0:
                costs.append(cost)
                if print_cost:
                    print("Cost after iteration %i: %f" % (i, cost))
        return costs

    def predict(self, X):
        return (self.forward(X) > 0.5).astype(int)


def load_planar(m=200, seed=0):
    rs = np.random.RandomState(seed)
    X = rs.randn(2, m)
    Y = ((X[0] ** 2 + X[1] ** 2) < 1.2).astype(float).reshape(1, m)
    return X, Y


if __name__ == "__main__":
    X, Y = load_planar()
    net = DeepNet([2, 6, 4, 1], learning_rate=0.5)
    net.fit(X, Y)
    print("Accuracy:", float(np.mean(net.predict(X) == Y)))
