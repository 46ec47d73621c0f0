import crosscheck
from net_11 import MLPRegressor


class Mine(crosscheck.Adapter):
    activations, loss = ("silu", ..., "identity"), "half_sse_per_sample"
    momentum, l2, parameters = 0.9, 0.001, ("coefs_", "intercepts_")
    build = lambda self, case: MLPRegressor(case.sizes, case.lr, case.momentum, case.l2)
    step = lambda self, net, x, y, lr: net.partial_fit(x, y)
    loss_of = lambda self, net, x, y: net.loss(x, y)
