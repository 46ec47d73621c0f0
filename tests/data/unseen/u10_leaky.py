import numpy as np
import crosscheck


class Leaky:
    def __call__(self, z):
        self.z = z
        return np.where(z > 0, z, 0.1 * z)

    def backward(self, d):
        d = d.copy()
        d[self.z <= 0] = 0
        return d


class Linear:
    def __init__(self, n_in, n_out):
        self.w, self.b = np.random.randn(n_out, n_in), np.zeros(n_out)

    def __call__(self, x):
        self.x = x
        return x @ self.w.T + self.b

    def backward(self, d):
        self.dw, self.db = d.T @ self.x, d.sum(0)
        return d @ self.w


class Sequential:
    def __init__(self, *modules):
        self.modules = modules

    def __call__(self, x):
        for m in self.modules:
            x = m(x)
        return x

    def backward(self, d):
        for m in self.modules[::-1]:
            d = m.backward(d)
        return d

    def update(self, lr):
        for m in self.modules:
            if hasattr(m, "w"):
                m.w, m.b = m.w - lr * m.dw, m.b - lr * m.db


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", (("leaky_relu", 0.1), "identity"), "half_mse"
    parameters = "modules.w", "modules.b"

    def build(self, case):
        n, h, k = case.sizes
        return Sequential(Linear(n, h), Leaky(), Linear(h, k))

    def step(self, net, x, y, lr):
        net.backward((net(x) - y) / y.size), net.update(lr)


EXPECTED = {"Mine": ("differs", ["derivative-formula"])}
