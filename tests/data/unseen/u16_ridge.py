import numpy as np
import crosscheck


class RidgeNet:
    def __init__(self, layer_dims, lam):
        self.dims, self.lam = layer_dims, lam
        self.theta = [np.random.randn(o, i) * 0.1 for i, o in zip(layer_dims, layer_dims[1:])]
        self.offset = [np.zeros(o) for o in layer_dims[1:]]

    def softplus(self, z):
        return np.log1p(np.exp(z))

    def partial_fit(self, X, Y, eta):
        zs, hs = [], [X]
        for T, o in zip(self.theta, self.offset):
            zs.append(hs[-1] @ T.T + o)
            hs.append(self.softplus(zs[-1]))
        hs[-1] = zs[-1]
        delta = (hs[-1] - Y) / len(X)
        for k in range(len(self.theta) - 1, -1, -1):
            grad = delta.T @ hs[k] - self.lam * self.theta[k]
            self.offset[k] = self.offset[k] - eta * delta.sum(axis=0)
            if k:
                delta = delta @ self.theta[k] / (1 + np.exp(-zs[k - 1]))
            self.theta[k] = self.theta[k] - eta * grad


class Mine(crosscheck.Adapter):
    weight, parameters, l2 = "out_in", ("theta", "offset"), 0.1
    activations, loss = ("softplus", ..., "identity"), "half_sse_per_sample"

    def build(self, case):
        return RidgeNet(case.sizes, self.l2)

    def step(self, net, x, y, lr):
        net.partial_fit(x, y, lr)


EXPECTED = {"Mine": ("differs", ["decay-sign"])}
