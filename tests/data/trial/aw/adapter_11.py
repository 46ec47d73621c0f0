import crosscheck
import numpy as np
from net_11 import make, train_once


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("kernel", "offset")
    activations, loss = ("softplus", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: make(case.sizes, np.random.default_rng(0))
    step = lambda self, net, x, y, lr: {"loss": train_once(net, x, 2 * y - 1, lr)}
