import numpy as np
import crosscheck
from net_09 import ELU, IDENTITY, MLP, SOFTPLUS, Dense


class Mine(crosscheck.Adapter):
    activations, loss = ("elu", "softplus", "identity"), "half_sse_per_sample"
    parameters = "layers.W", "layers.b"
    step = lambda self, net, x, y, lr: net.fit_batch(x, y, lr)
    loss_of = lambda self, net, x, y: net.objective(x, y)

    def build(self, case):
        rng = np.random.default_rng(0)
        acts = ELU, SOFTPLUS, IDENTITY
        return MLP(*[Dense(m, n, act, rng) for m, n, act in zip(case.sizes, case.sizes[1:], acts)])
