import crosscheck
import numpy as np
from net_11 import cost, make_network, update_mini_batch


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("w", "b")
    activations, loss = ("gelu_tanh", ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: make_network(case.sizes, np.random.default_rng(0))

    def step(self, net, x, y, lr):
        C = cost(net, x, y)
        update_mini_batch(net, x, y, lr)
        return {"loss": C}
