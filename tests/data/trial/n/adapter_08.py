import crosscheck
import numpy as np
from net_08 import cost, fit, init


class Mine(crosscheck.Adapter):
    activations, loss = ("silu", "softplus", "silu", "softplus", "identity"), "half_sse_per_sample"
    momentum, parameters = 0.9, ("0", "1")
    build = lambda self, case: init(case.sizes, np.random.default_rng(0))
    loss_of = lambda self, net, x, y: cost(net, x, y)
    step = lambda self, net, x, y, lr, epochs: fit(net, x, y, lr, self.momentum, epochs)
