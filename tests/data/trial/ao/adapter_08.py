import crosscheck
import numpy as np
from net_08 import SGD, Linear, MSELoss, Sequential, SiLU, fit

rng = np.random.default_rng(0)


class Mine(crosscheck.Adapter):
    weight, parameters, momentum = "out_in", ("mods.weight.data", "mods.bias.data"), 0.5
    activations, loss = ("silu", ..., "identity"), "mse"
    loss_of = lambda self, net, x, y: MSELoss()(net(x), y)

    def build(self, case):
        pairs = zip(case.sizes, case.sizes[1:])
        net = Sequential(*[part for m, n in pairs for part in (Linear(m, n, rng), SiLU())][:-1])
        net.opt = SGD(net.parameters(), case.lr, case.momentum)
        return net

    def step(self, net, x, y, lr, epochs, batch_size):
        fit(net, MSELoss(), net.opt, x, y, epochs, batch_size, rng)
