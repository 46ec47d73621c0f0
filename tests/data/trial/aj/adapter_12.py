import crosscheck
from net_12 import FlatMLP


class Mine(crosscheck.Adapter):
    samples, weight, parameters, flat = "vector", "out_in", "theta", "C"
    activations, loss = ("tanh", ..., "identity"), "sse"
    momentum, l2, l2_on = 0.8, 1e-3, "all"
    build = lambda self, case: FlatMLP(case.sizes, case.lr, case.momentum, case.l2)
    step = lambda self, net, x, y, lr: net.learn(x, y)
    loss_of = lambda self, net, x, y: net.objective(x, y)
