import numpy as np
import crosscheck


class Network(object):
    """np.matrix in everything; learning rate and penalty fixed at the top."""
    ALPHA, LAMBDA = 0.05, 0.02

    def __init__(self, shape):
        self.theta = [np.matrix(np.random.randn(n, m)) for m, n in zip(shape, shape[1:])]
        self.bias = [np.matrix(np.zeros(n)).T for n in shape[1:]]

    def run(self, x, t):
        x, t = np.matrix(x), np.matrix(t)
        a = [x]
        for w, b in zip(self.theta, self.bias):
            a.append(1 / (1 + np.exp(-(w * a[-1] + b))))
        d = np.multiply(a[-1] - t, np.multiply(a[-1], 1 - a[-1]))
        for i in range(len(self.theta) - 1, -1, -1):
            dw, db = d * a[i].T, d.sum(axis=1)
            d = np.multiply(self.theta[i].T * d, np.multiply(a[i], 1 - a[i]))
            self.theta[i] = self.theta[i] - self.ALPHA * dw - self.LAMBDA * self.theta[i]
            self.bias[i] = self.bias[i] - self.ALPHA * db


class Mine(crosscheck.Adapter):
    samples, weight, bias, lr = "columns", "out_in", "column", 0.05
    activations, loss, l2, parameters = ("sigmoid", ..., "sigmoid"), "half_sse", 0.02, ("theta", "bias")

    def build(self, case):
        return Network(case.sizes)

    def step(self, net, x, y, lr):
        net.run(x, y)


EXPECTED = {"Mine": ("differs", ["decay-without-lr"])}
