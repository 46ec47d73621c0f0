import crosscheck
import numpy as np
from net_04 import L2_PENALTY, MOMENTUM, gradients, init_params, loss_fn, sgd_step


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("relu", "relu", "identity"), "mse"
    l2, momentum, parameters = 2 * L2_PENALTY, MOMENTUM, ("params.w", "params.b")
    loss_of = lambda self, net, x, y: loss_fn(net["params"], x, y)

    def build(self, case):
        params = init_params(np.random.default_rng(0), case.sizes)
        return {"params": params, "velocity": {k: np.zeros_like(v) for k, v in params.items()}}

    def step(self, net, x, y, lr):
        sgd_step(net["params"], net["velocity"], gradients(net["params"], x, y), lr)
