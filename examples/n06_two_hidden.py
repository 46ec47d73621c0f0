"""Two hidden layers without biases, unrolled by hand."""
import numpy as np

import crosscheck


class ThreeLayerNet(object):
    def __init__(self, D_in, H1, H2, D_out):
        self.w1 = np.random.randn(D_in, H1)
        self.w2 = np.random.randn(H1, H2)
        self.w3 = np.random.randn(H2, D_out)

    def fit(self, x, y, learning_rate=1e-6, epochs=500):
        losses = []
        for t in range(epochs):
            h1 = x.dot(self.w1)
            h1_relu = np.maximum(h1, 0)
            h2 = h1_relu.dot(self.w2)
            h2_relu = np.maximum(h2, 0)
            y_pred = h2_relu.dot(self.w3)
            losses.append(np.square(y_pred - y).sum())

            grad_y_pred = 2.0 * (y_pred - y)
            grad_w3 = h2_relu.T.dot(grad_y_pred)
            grad_h2 = grad_y_pred.dot(self.w3.T)
            grad_h2[h2 < 0] = 0
            grad_w2 = h1_relu.T.dot(grad_h2)
            grad_h1 = grad_h2.dot(self.w2.T)
            grad_h1[h1 < 0] = 0
            grad_w1 = x.T.dot(grad_h1)

            self.w1 -= learning_rate * grad_w1
            self.w2 -= learning_rate * grad_w2
            self.w3 -= learning_rate * grad_w3
        return losses


class Fit(crosscheck.Adapter):
    bias, parameters, activations, loss = "none", "w", ("relu", "relu", "identity"), "sse"

    def build(self, case):
        return ThreeLayerNet(*case.sizes)

    def step(self, net, x, y, lr):
        return {"loss": net.fit(x, y, lr, epochs=1)[0]}


EXPECTED = {"Fit": ("agrees", [], {"remarks": ["relu-gradient-at-zero"]})}
