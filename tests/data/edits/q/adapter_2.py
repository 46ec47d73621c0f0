import torch
import crosscheck
from net_2 import init_params, train


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("p.::2", "p.1::2")
    activations, loss, sizes = ("tanh", "relu", "sigmoid"), "bce_per_sample", ("n", "h", "h", 1)
    momentum, l2 = 0.9, 1e-3
    build = lambda self, case: {"p": init_params(*case.sizes[:2])}

    def step(self, net, x, y, lr, epochs, batch_size):
        train(net["p"], torch.tensor(x), torch.tensor(y), epochs, batch_size, lr, self.momentum, self.l2)
