import numpy as np
import crosscheck
from net_05 import Dense, Sequential, Swish


class Mine(crosscheck.Adapter):
    activations, loss = ("silu", ..., "identity"), "half_sse_per_sample"
    parameters = "layers.weights", "layers.bias"

    def build(self, case):
        rng = np.random.default_rng(0)
        layers = []
        for m, n in zip(case.sizes, case.sizes[1:]):
            layers += [Dense(m, n, rng), Swish()]
        return Sequential(*layers[:-1])

    def step(self, net, x, y, lr):
        return {"loss": net.train_step(x, y, lr)}
