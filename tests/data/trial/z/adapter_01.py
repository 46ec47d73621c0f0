import crosscheck
import numpy as np
from net_01 import Config, Params, init, mse, step


class Mine(crosscheck.Adapter):
    activations, loss, momentum = ("tanh", "identity"), "mse", 0.9
    parameters = "p.W", "p.b"
    loss_of = lambda self, net, x, y: mse(net["p"], x, y)
    step = lambda self, net, x, y, lr: step(net["p"], net["vel"], x, y, net["cfg"])

    def build(self, case):
        n, h, k = case.sizes
        cfg = Config(window=n, hidden=h, horizon=k, lr=case.lr, momentum=case.momentum)
        p = init(cfg, np.random.default_rng(0))
        vel = Params(*(np.zeros_like(a) for a in (p.W1, p.b1, p.W2, p.b2)))
        return {"p": p, "vel": vel, "cfg": cfg}
