import crosscheck
import numpy as np
from net_04 import ascend, criterion


def with_ones(x):
    return np.column_stack([np.ones(len(x)), x])


class Mine(crosscheck.Adapter):
    bias, targets, l2, parameters = "folded_first_row", "vector", 0.01, "beta"
    activations, loss = ("sigmoid",), "bce_per_sample"
    build = lambda self, case: {"beta": np.zeros(case.sizes[0] + 1)}
    loss_of = lambda self, net, x, y: criterion(net["beta"], with_ones(x), y, self.l2)

    def step(self, net, x, y, lr, epochs):
        net["beta"], _ = ascend(with_ones(x), y, self.l2, lr, epochs, tol=0, beta=net["beta"], trace=0)
