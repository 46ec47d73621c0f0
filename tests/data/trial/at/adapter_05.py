import numpy as np
import crosscheck
from net_05 import Dense, LeakyReLU, mse, predict, train


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "bias")
    activations, loss = (("leaky_relu", 0.05), ..., "identity"), "mse"
    step = lambda self, net, x, y, lr, epochs: train(net, [x], [y], epochs, lr)
    loss_of = lambda self, net, x, y: mse(y, predict(net, x))

    def build(self, case):
        rng = np.random.default_rng(3)
        return [part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Dense(m, n, rng), LeakyReLU())][:-1]
