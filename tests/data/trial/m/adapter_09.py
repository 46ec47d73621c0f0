import crosscheck
from net_09 import bce, forward_pass, setup, train


class Mine(crosscheck.Adapter):
    bias, sizes, parameters = "row", ("n", ..., 1), ("W", "b")
    activations, loss = ("elu", ..., "sigmoid"), "bce_mean"
    build = lambda self, case: dict(zip("Wb", setup(case.sizes)))
    loss_of = lambda self, net, x, y: bce(forward_pass(x, net["W"], net["b"])[1][-1], y)

    def step(self, net, x, y, lr, epochs, batch_size):
        train(x, y, net["W"], net["b"], lr, epochs, batch_size, report=0)
