import crosscheck
from net_05 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: Network(case.sizes)
    pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr, epochs, batch_size: net.SGD(self.pairs(x, y), epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.total_cost(self.pairs(x, y))
