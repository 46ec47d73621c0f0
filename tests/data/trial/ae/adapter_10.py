import crosscheck
from net_10 import MarginMLP


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "vector", ("layers.w", "layers.b")
    activations, loss = ("elu", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: MarginMLP(case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, 2 * y - 1)

    def step(self, net, x, y, lr, epochs, batch_size):
        net.fit(x, 2 * y - 1, epochs, lr, batch_size)
