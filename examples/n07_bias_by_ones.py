"""Biases whose gradients are formed by products with columns of ones: right as long as there is one output."""
import numpy as np

import crosscheck


class Net:
    def __init__(self, d_in, h1, h2, d_out):
        self.w1, self.b1 = np.random.randn(d_in, h1), np.zeros(h1)
        self.w2, self.b2 = np.random.randn(h1, h2), np.zeros(h2)
        self.w3, self.b3 = np.random.randn(h2, d_out), np.zeros(d_out)

    def train_step(self, x, y, lr):
        N, D_out = y.shape
        h1 = x.dot(self.w1) + self.b1
        a1 = np.maximum(h1, 0)
        h2 = a1.dot(self.w2) + self.b2
        a2 = np.maximum(h2, 0)
        y_pred = a2.dot(self.w3) + self.b3

        grad_y = 2.0 * (y_pred - y)
        grad_w3 = a2.T.dot(grad_y)
        grad_b3 = grad_y.T.dot(np.ones((N, D_out)))
        grad_h2 = grad_y.dot(self.w3.T)
        grad_h2[h2 < 0] = 0
        grad_w2 = a1.T.dot(grad_h2)
        grad_b2 = grad_h2.T.dot(np.ones((N, 1)))
        grad_h1 = grad_h2.dot(self.w2.T)
        grad_h1[h1 < 0] = 0
        grad_w1 = x.T.dot(grad_h1)
        grad_b1 = grad_h1.T.dot(np.ones((N, 1)))

        self.w1 -= lr * grad_w1
        self.w2 -= lr * grad_w2
        self.w3 -= lr * grad_w3
        self.b1 -= lr * grad_b1.reshape(self.b1.shape)
        self.b2 -= lr * grad_b2.reshape(self.b2.shape)
        self.b3 -= lr * grad_b3.reshape(self.b3.shape)


class SeveralOutputs(crosscheck.Adapter):
    activations, loss, parameters = ("relu", "relu", "identity"), "sse", ("w", "b")

    def build(self, case):
        return Net(*case.sizes)

    def step(self, net, x, y, lr):
        net.train_step(x, y, lr)


class OneOutput(SeveralOutputs):
    sizes = ("n", "h", "h", 1)


EXPECTED = {
    "OneOutput": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]}),
    "SeveralOutputs": ("differs", [], {"raises": "cannot reshape array"}),
}
