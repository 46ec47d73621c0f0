import numpy as np
import crosscheck


class BackpropNet:
    """Online learning, thresholds instead of biases; patterns are 1 x n."""

    def __init__(self, n_in, n_hid, n_out, eta=0.5):
        self.v = np.random.uniform(-1, 1, (n_in, n_hid))
        self.gamma = np.random.uniform(-1, 1, (1, n_hid))
        self.w = np.random.uniform(-1, 1, (n_hid, n_out))
        self.theta = np.random.uniform(-1, 1, (1, n_out))
        self.eta = eta

    @staticmethod
    def f(x):
        return 1 / (1 + np.exp(-x))

    def learn(self, x, y):
        b = self.f(x @ self.v - self.gamma)
        y_hat = self.f(b @ self.w - self.theta)
        g = y_hat * (1 - y_hat) * (y - y_hat)
        e = b * (1 - b) * (g @ self.w.T)
        self.w += self.eta * b.T @ g
        self.theta += -self.eta * g
        self.v += self.eta * x.T @ e
        self.gamma += -self.eta * e
        return 0.5 * np.sum((y_hat - y) ** 2)


class Mine(crosscheck.Adapter):
    samples, bias, bias_sign, parameters = "row", "row", -1, ("v w", "gamma theta")
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return BackpropNet(*case.sizes, eta=case.lr)

    def step(self, net, x, y, lr):
        net.learn(x, y)


EXPECTED = {"Mine": ("agrees", [])}
