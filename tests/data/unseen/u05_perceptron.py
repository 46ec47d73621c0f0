import numpy as np
import crosscheck


class LinearLayer:
    """y = Ax + c"""

    def __init__(self, A, c):
        self.A, self.c = A, c

    def cost(self, X, Y):
        r = X @ self.A.T + self.c - Y
        return np.mean(r ** 2), r

    def fit(self, X, Y, rate, iterations):
        history = []
        for _ in range(iterations):
            J, r = self.cost(X, Y)
            history.append(J)
            self.A = self.A - rate * 2 / r.size * r.T @ X
            self.c = self.c - rate * 2 * r.mean(axis=0) / r.shape[1]
        return history


class Mine(crosscheck.Adapter):
    weight, parameters, activations, loss = "out_in", ("A", "c"), ("identity",), "mse"

    def build(self, case):
        return LinearLayer(case.weights[0], case.biases[0])

    def step(self, net, x, y, lr):
        return {"loss": net.fit(x, y, lr, 1)[0]}


EXPECTED = {"Mine": ("agrees", [])}
