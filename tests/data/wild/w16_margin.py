import numpy as np
import crosscheck


def gradient(beta, alpha, X, y):
    """Of the mean of log(1 + exp(-y f)), y in {-1, 1}; beta is (n,), alpha a number."""
    f = X @ beta + alpha
    g = -y / (1 + np.exp(y * f)) / len(y)
    return X.T @ g, g.sum(), np.mean(np.log1p(np.exp(-y * f)))


class Mine(crosscheck.Adapter):
    targets, sizes, parameters = "class_index", ("n", 1), ("beta", "alpha")
    activations, loss = ("sigmoid",), "bce_mean"

    def build(self, case):
        return {"beta": np.zeros(case.sizes[0]), "alpha": 0.0}

    def step(self, net, x, y, lr):
        d_beta, d_alpha, loss = gradient(net["beta"], net["alpha"], x, 2 * y - 1)
        net["beta"] -= lr * d_beta
        net["alpha"] -= lr * d_alpha
        return {"loss": loss}


EXPECTED = {"Mine": ("agrees", [])}
