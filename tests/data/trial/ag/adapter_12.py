import crosscheck
from net_12 import SimpleMLP


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w", "layers.b")
    activations, loss = ("tanh", ..., "sigmoid"), "bce_mean"
    build = lambda self, case: SimpleMLP(case.sizes[0], case.sizes[1:-1])
    step = lambda self, net, x, y, lr, batch_size: net.trainEpoch(x, y, lr, batch_size)
    loss_of = lambda self, net, x, y: net.loss(x, y)
