import crosscheck
from net_02 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss, l2, l2_scale = ("sigmoid", ..., "sigmoid"), "bce_per_sample", 0.1, "per_sample"
    build = lambda self, case: Network(case.sizes)
    pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr: net.update_mini_batch(self.pairs(x, y), lr, 2 * self.l2, 2 * len(x))
    loss_of = lambda self, net, x, y: net.total_cost(self.pairs(x, y), self.l2)
