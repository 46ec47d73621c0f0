import crosscheck
import numpy as np
from net_11 import Net


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("tanh", ..., "sigmoid"), "half_sse_per_sample"
    build = lambda self, case: Net(case.sizes)
    pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr: net.update_mini_batch(self.pairs(x, y), lr)
    loss_of = lambda self, net, x, y: np.mean([net.cost(xi, yi) for xi, yi in self.pairs(x, y)])
