import crosscheck
from net_11 import MLP


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("softplus", "sigmoid"), "bce_mean"
    momentum, sizes, parameters = 0.9, ("n", "h", 1), ("W", "b")
    build = lambda self, case: MLP(*case.sizes[:2], lr=case.lr, mu=case.momentum)
    step = lambda self, net, x, y, lr: net.trainStep(x, y)
    loss_of = lambda self, net, x, y: net.loss(x, y)
