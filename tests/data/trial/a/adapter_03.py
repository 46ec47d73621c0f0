import crosscheck
from net_03 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("tanh", ..., "sigmoid"), "half_sse_per_sample"
    build = lambda self, case: Network(case.sizes)
    pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr: net.update_mini_batch(self.pairs(x, y), lr)
    loss_of = lambda self, net, x, y: net.cost(self.pairs(x, y))
