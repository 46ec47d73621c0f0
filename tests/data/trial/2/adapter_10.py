import crosscheck
import numpy as np
from net_10 import Linear, Sequential, Softplus, Trainer


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("softplus", ..., "identity"), "mse"
    parameters = "model.modules.weight.data", "model.modules.bias.data"

    def build(self, case):
        linears = [Linear(m, n, np.random.default_rng(0)) for m, n in zip(case.sizes, case.sizes[1:])]
        return Trainer(Sequential(*[part for linear in linears for part in (linear, Softplus())][:-1]), case.lr)

    def step(self, net, x, y, lr, batch_size):
        net.batch_size = batch_size
        net.train_epoch(x, y)
