import crosscheck
from net_08 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse_per_sample"
    build = lambda self, case: Network(case.sizes)
    _pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    loss_of = lambda self, net, x, y: net.cost(self._pairs(x, y))
    step = lambda self, net, x, y, lr, epochs, batch_size: net.SGD(self._pairs(x, y), epochs, batch_size, lr)
