import crosscheck
import numpy as np
from net_06 import GELU, Linear, Sequential, objective, train_step


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("mods.weight.value", "mods.bias.value")
    activations, loss, l2 = ("gelu_tanh", ..., "identity"), "mse", 0.1
    build = lambda self, case: Sequential(*[part for m, n in zip(case.sizes, case.sizes[1:])
                                            for part in (Linear(m, n, np.random.default_rng(0)), GELU())][:-1])
    step = lambda self, net, x, y, lr: train_step(net, x, y, lr, self.l2)
    loss_of = lambda self, net, x, y: objective(net, x, y, self.l2)
