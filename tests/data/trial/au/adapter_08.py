import crosscheck
from net_08 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss, l2, l2_scale = ("sigmoid", ..., "sigmoid"), "bce_per_sample", 0.5, "per_sample"
    build = lambda self, case: Network(case.sizes)
    _pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr: net.update_mini_batch(self._pairs(x, y), lr, 2 * self.l2, 2 * len(x))
    loss_of = lambda self, net, x, y: net.total_cost(self._pairs(x, y), self.l2)
