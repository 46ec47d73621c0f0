import crosscheck
from net_10 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: Network(case.sizes)
    loss_of = lambda self, net, x, y: net.total_cost(self._pairs(x, y))

    def _pairs(self, x, y):
        return [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]

    def step(self, net, x, y, lr, epochs, batch_size):
        net.SGD(self._pairs(x, y), epochs, batch_size, lr)
