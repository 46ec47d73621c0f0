import numpy as np
import crosscheck
from net_05 import Dense, ELU, Sequential


class Mine(crosscheck.Adapter):
    activations, loss = ("elu", ..., "softmax"), "cross_entropy_per_sample"
    targets, parameters = "class_index", ("layers.weight", "layers.bias")

    def build(self, case):
        rng = np.random.default_rng(0)
        return Sequential(*[part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Dense(m, n, rng), ELU())][:-1])

    def step(self, net, x, y, lr):
        loss = net.loss(x, y)
        net.backward()
        net.step(lr)
        return {"loss": loss}
