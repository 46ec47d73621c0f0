import numpy as np
import crosscheck


def g(z):
    return 1.0 / (1.0 + np.exp(-z))


def with_ones(A):
    return np.vstack([np.ones((1, A.shape[1])), A])


def gradient_descent_step(Theta1, Theta2, X, Y, alpha):
    m = X.shape[1]
    a1 = with_ones(X)
    a2 = with_ones(g(Theta1 @ a1))
    a3 = g(Theta2 @ a2)
    delta3 = a3 - Y
    delta2 = (Theta2.T @ delta3) * a2 * (1 - a2)
    return Theta1 - alpha / m * delta2[1:] @ a1.T, Theta2 - alpha / m * delta3 @ a2.T


class Mine(crosscheck.Adapter):
    samples, weight, bias = "columns", "out_in", "folded_first_column"
    activations, loss, parameters = ("sigmoid", "sigmoid"), "bce_per_sample", "Theta"

    def build(self, case):
        return {"Theta": case.weights}

    def step(self, net, x, y, lr):
        net["Theta"] = gradient_descent_step(*net["Theta"], x, y, lr)


EXPECTED = {"Mine": ("agrees", [])}
