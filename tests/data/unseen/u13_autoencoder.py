import numpy as np
import crosscheck


class Autoencoder:
    def __init__(self, n_visible, n_hidden):
        self.encoder = {"W": np.random.randn(n_hidden, n_visible), "b": np.zeros((n_hidden, 1))}
        self.decoder = {"W": np.random.randn(n_visible, n_hidden), "b": np.zeros((n_visible, 1))}

    def train(self, V, lr):
        H = 1 / (1 + np.exp(-(self.encoder["W"] @ V + self.encoder["b"])))
        R = 1 / (1 + np.exp(-(self.decoder["W"] @ H + self.decoder["b"])))
        dR = (R - V) * R * (1 - R)
        dH = self.decoder["W"].T @ dR * H * (1 - H)
        for part, delta, below in ((self.decoder, dR, H), (self.encoder, dH, V)):
            part["W"] -= lr * delta @ below.T
            part["b"] -= lr * delta.sum(axis=1, keepdims=True)


class Mine(crosscheck.Adapter):
    samples, weight, bias, sizes = "columns", "out_in", "column", ("n", "h", "n")
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    parameters = "encoder.W decoder.W", "encoder.b decoder.b"

    def build(self, case):
        return Autoencoder(*case.sizes[:2])

    def step(self, net, x, y, lr):
        net.train(x, lr)


# The network is right. Its target is its input: a false alarm at the first try, seen by the harness since.
EXPECTED = {"Mine": ("agrees", [])}
