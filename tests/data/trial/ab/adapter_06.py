import numpy as np
import crosscheck
from net_06 import chi2, descend


class Mine(crosscheck.Adapter):
    weight, targets, sizes, momentum = "out_in", "vector", (2, 10, 1), 0.9
    activations, loss = ("softplus", "identity"), "sse"       # with sigma² = 1/2
    parameters, flat = "theta", "C"
    loss_of = lambda self, net, x, y: chi2(net["theta"], x, y, np.sqrt(0.5))

    def step(self, net, x, y, lr, epochs):
        net["theta"] = descend(net["theta"], x, y, np.sqrt(0.5), lr, self.momentum, epochs, every=0)
