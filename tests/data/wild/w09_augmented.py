import numpy as np
import crosscheck


def tack_ones(A):
    return np.column_stack([A, np.ones(len(A))])


class NeuralNetwork:
    def __init__(self, layers):
        self.W = [np.random.randn(layers[i] + 1, layers[i + 1]) for i in range(len(layers) - 1)]

    def fit_partial(self, x, y, alpha):
        A = [tack_ones(x)]
        for layer, W in enumerate(self.W):
            out = 1.0 / (1 + np.exp(-A[layer].dot(W)))
            A.append(tack_ones(out) if layer < len(self.W) - 1 else out)
        error = A[-1] - y
        D = [error * A[-1] * (1 - A[-1])]
        for layer in range(len(A) - 2, 0, -1):
            delta = D[-1].dot(self.W[layer].T)
            delta = delta * A[layer] * (1 - A[layer])
            D.append(delta[:, 1:])
        D = D[::-1]
        for layer in range(len(self.W)):
            self.W[layer] += -alpha * A[layer].T.dot(D[layer])


class Mine(crosscheck.Adapter):
    bias, parameters, activations, loss = "folded_last_row", "W", ("sigmoid", ..., "sigmoid"), "half_sse"

    def build(self, case):
        return NeuralNetwork(case.sizes)

    def step(self, net, x, y, lr):
        net.fit_partial(x, y, lr)


EXPECTED = {"Mine": ("differs", ["bias-row-sent-down"])}       # the column that is cut off is not that of the ones
