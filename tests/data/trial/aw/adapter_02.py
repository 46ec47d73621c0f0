import crosscheck
from net_02 import Network


def pairs(x, y):
    return [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    build = lambda self, case: Network(case.sizes)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.SGD(pairs(x, y), epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.cost(pairs(x, y))
