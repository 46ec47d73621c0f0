"""One sample at a time, everything a vector; W is (n_out, n_in)."""
import numpy as np

import crosscheck


def relu(z):
    return np.maximum(0, z)


class TwoLayerNet:
    def __init__(self, n_in, n_hidden, n_out):
        self.W1 = np.random.randn(n_hidden, n_in)
        self.W2 = np.random.randn(n_out, n_hidden)
        self.b1 = np.zeros(n_hidden)
        self.b2 = np.zeros(n_out)

    def forward(self, x):
        self.x = x
        self.z1 = self.W1 @ x + self.b1
        self.h = relu(self.z1)
        self.y_hat = self.W2 @ self.h + self.b2
        return self.y_hat

    def backward(self, y):
        dy = 2 * (self.y_hat - y)
        self.dW2 = np.outer(dy, self.h)
        self.db2 = dy
        dh = self.W2.T @ dy
        dz1 = dh * (self.z1 > 0)
        self.dW1 = np.outer(dz1, self.x)
        self.db1 = dz1

    def step(self, lr):
        for name in ("W1", "b1", "W2", "b2"):
            setattr(self, name, getattr(self, name) - lr * getattr(self, "d" + name))


class Vectors(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("W", "b")
    activations, loss = ("relu", "identity"), "sse"

    def build(self, case):
        return TwoLayerNet(*case.sizes)

    def step(self, net, x, y, lr):
        net.forward(x), net.backward(y), net.step(lr)

    def read(self, net):
        return {q: crosscheck.collect(net, q) for q in ("dW", "db")}


EXPECTED = {"Vectors": ("agrees", [])}

if __name__ == "__main__":
    np.random.seed(0)
    net = TwoLayerNet(3, 4, 1)
    print("output:", net.forward(np.array([1.0, 2.0, -1.0])))    # 2.38592521
    print("z1:", net.z1)                                         # 1.58562878 6.95328706 0.75059285 -0.75558786
