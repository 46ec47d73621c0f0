import numpy as np
import crosscheck
from net_10 import Set


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("silu", ..., "identity"), "mse", ("W", "b")
    build = lambda self, case: Set(case.sizes)
    loss_of = lambda self, net, x, y: net.poteri(x, y)

    def step(self, net, x, y, lr, batch_size):
        net.epoha(x, y, lr, batch_size, np.random.RandomState(1))
