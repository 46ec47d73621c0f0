import numpy as np

import crosscheck
from net_07 import MLP, fit, mse_loss


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("layers.weight", "layers.bias")
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"
    build = lambda self, case: MLP(case.sizes, np.random.default_rng(0))
    step = lambda self, net, x, y, lr, epochs: fit(net, x, y, lr=lr, steps=epochs)
    loss_of = lambda self, net, x, y: mse_loss(net(x)[0], y)[0]
