import numpy as np
import crosscheck
from net_04 import Dense, LeakyReLU, Sequential


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", (("leaky_relu", 0.1), ..., "sigmoid"), "bce_mean"
    parameters = "mods.W", "mods.b"

    def build(self, case):
        rng = np.random.default_rng(0)
        pairs = zip(case.sizes, case.sizes[1:])
        return Sequential(*[part for m, n in pairs for part in (Dense(m, n, rng), LeakyReLU())][:-1])

    def step(self, net, x, y, lr):
        return {"loss": net.train_batch(x, y, lr)}
