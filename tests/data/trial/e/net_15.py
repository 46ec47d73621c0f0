# Assignment 4 - deep neural network, object version
import numpy as np


class DeepNeuralNetwork:
    """Binary classifier with L layers (relu ... relu sigmoid). X has shape (nx, m)."""

    def __init__(self, nx, layers):
        if type(nx) is not int or nx < 1:
            raise ValueError("nx must be a positive integer")
        self.__L = len(layers)
        self.__cache = {}
        self.__weights = {}
        prev = nx
        for l, n in enumerate(layers, 1):
            self.__weights["W" + str(l)] = np.random.randn(n, prev) * np.sqrt(2 / prev)
            self.__weights["b" + str(l)] = np.zeros((n, 1))
            prev = n

    @property
    def L(self):
        return self.__L

    @property
    def cache(self):
        return self.__cache

    @property
    def weights(self):
        return self.__weights

    def forward_prop(self, X):
        self.__cache["A0"] = X
        for l in range(1, self.__L + 1):
            W = self.__weights["W" + str(l)]
            b = self.__weights["b" + str(l)]
            Z = np.matmul(W, self.__cache["A" + str(l - 1)]) + b
            if l == self.__L:
                A = 1 / (1 + np.exp(-Z))
            else:
                A = np.maximum(0, Z)
            self.__cache["A" + str(l)] = A
        return A, self.__cache

    def cost(self, Y, A):
        """cross-entropy averaged over the m examples"""
        m = Y.shape[1]
        return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m

    def evaluate(self, X, Y):
        A, _ = self.forward_prop(X)
        return np.where(A >= 0.5, 1, 0), self.cost(Y, A)

    def gradient_descent(self, Y, cache, alpha=0.05):
        dZ = cache["A" + str(self.__L)] - Y
        for l in range(self.__L, 0, -1):
            A_prev = cache["A" + str(l - 1)]
            W = self.__weights["W" + str(l)]
            m = A_prev.shape[0]
            dW = np.matmul(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=1, keepdims=True) / m
            if l > 1:
                dZ = np.matmul(W.T, dZ) * (A_prev > 0)
            self.__weights["W" + str(l)] = W - alpha * dW
            self.__weights["b" + str(l)] = self.__weights["b" + str(l)] - alpha * db

    def train(self, X, Y, iterations=5000, alpha=0.05, verbose=True, step=100):
        if iterations < 1:
            raise ValueError("iterations must be a positive integer")
        costs = []
        for i in range(iterations):
            A, cache = self.forward_prop(X)
            if i % step == 0:
                costs.append(self.cost(Y, A))
                if verbose:
                    print("Cost after {} iterations: {}".format(i, costs[-1]))
            self.gradient_descent(Y, cache, alpha)
        return self.evaluate(X, Y)


if __name__ == "__main__":
    np.random.seed(4)
    X = np.random.randn(3, 40)
    Y = ((X[0] ** 2 + X[1] - 0.5 * X[2]) > 0.5).astype(int).reshape(1, -1)
    net = DeepNeuralNetwork(3, [10, 6, 1])
    pred, cost = net.train(X, Y, iterations=500, alpha=0.02)
    print("Train accuracy: {}%".format(np.mean(pred == Y) * 100))
