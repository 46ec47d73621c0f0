import numpy as np
import crosscheck
from net_05 import Dense, Sequential, Softplus, Tanh

class Mine(crosscheck.Adapter):
    bias, parameters = "row", ("layers.weights", "layers.bias")
    activations, loss = ("tanh", "softplus", "identity"), "mse"

    def build(self, case):
        rng = np.random.default_rng(0)
        first, second, third = [Dense(m, n, rng) for m, n in zip(case.sizes, case.sizes[1:])]
        return Sequential(first, Tanh(), second, Softplus(), third)

    def step(self, net, x, y, lr, epochs):
        net.fit(x, y, epochs, lr)
