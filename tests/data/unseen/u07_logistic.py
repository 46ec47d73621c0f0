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
    samples, sizes, parameters = "columns", ("n", 1), ("w", "b")
    activations, loss = ("sigmoid",), "bce_per_sample"

    def step(self, net, x, y, lr):
        grads, cost = propagate(net["w1"], net["b1"], x, y)
        net["w1"], net["b1"] = net["w1"] - lr * grads["dw"], net["b1"] - lr * grads["db"]
        return {"loss": cost}


EXPECTED = {"Mine": ("differs", ["parameter-factor"])}
