import crosscheck
import numpy as np
from net_06 import MSE, LeakyReLU, Linear, Sequential, train


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", (("leaky_relu", 0.1), ..., "identity"), "mse"
    parameters = "mods.w.data", "mods.b.data"
    loss_of = lambda self, net, x, y: MSE()(net(x), y)
    step = lambda self, net, x, y, lr, epochs, batch_size: train(net, x, y, lr, epochs, batch_size)

    def build(self, case):
        rng = np.random.default_rng(0)
        pairs = zip(case.sizes, case.sizes[1:])
        return Sequential(*[part for m, n in pairs for part in (Linear(m, n, rng), LeakyReLU())][:-1])
