import crosscheck
from net_08 import Siec


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("wagi", "bias")
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_per_sample"
    _pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    build = lambda self, case: Siec(case.sizes)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.SGD(self._pairs(x, y), epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.koszt(self._pairs(x, y))
