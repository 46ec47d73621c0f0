import crosscheck
import numpy as np
from net_09 import Affine, Network, Softplus


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("softplus", ..., "identity"), "sse_per_sample"
    momentum, parameters = 0.5, ("layers.W", "layers.b")
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y)}

    def build(self, case):
        rng = np.random.default_rng(0)
        layers = [part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Affine(m, n, rng), Softplus())]
        return Network(layers[:-1], case.lr, case.momentum)
