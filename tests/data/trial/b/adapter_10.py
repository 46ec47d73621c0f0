import numpy as np
import crosscheck
from net_10 import Elu, Engine, Fc


class Mine(crosscheck.Adapter):
    activations, loss = (("elu", 0.5), ..., "identity"), "half_sse_per_sample"
    parameters = "layers.W.data", "layers.b.data"
    step = lambda self, net, x, y, lr: net.learn(x, y)
    loss_of = lambda self, net, x, y: net.loss(x, y)

    def build(self, case):
        rng = np.random.default_rng(0)
        layers = [part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Fc(rng, m, n), Elu(0.5))]
        return Engine(layers[:-1], case.lr)
