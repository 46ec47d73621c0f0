import numpy as np
import crosscheck


def initialize_with_zeros(dim):
    return np.zeros((dim, 1)), 0.0


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y)
    return {"dw": dw, "db": db}, cost


class Mine(crosscheck.Adapter):
    samples, sizes = "columns", ("n", 1)
    activations, loss = ("sigmoid",), "bce_per_sample"

    def build(self, case):
        return {"w": case.weights[0], "b": case.biases[0][0]}

    def step(self, net, x, y, lr):
        grads, cost = propagate(net["w"], net["b"], x, y)
        net["w"], net["b"] = net["w"] - lr * grads["dw"], net["b"] - lr * grads["db"]
        return {"loss": cost}

    def read(self, net):
        return {"W": [net["w"]], "b": [[net["b"]]]}


EXPECTED = {"Mine": ("differs", ["parameter-factor"])}
