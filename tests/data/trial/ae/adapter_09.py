import crosscheck
import numpy as np
from net_09 import chain, forward, mse, train_


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, momentum = ("silu", ..., "sigmoid"), "half_sse_per_sample", 0.8
    build = lambda self, case: chain(np.random.default_rng(0), *case.sizes)
    loss_of = lambda self, net, x, y: mse(forward(net, x)[0], y)

    def step(self, net, x, y, lr, epochs, batch_size):
        train_(net, x, y, lr, self.momentum, epochs, batch_size)
