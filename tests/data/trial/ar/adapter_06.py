import crosscheck
from net_06 import Network

class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss, momentum = ("softplus", ..., "sigmoid"), "half_sse_per_sample", 0.5
    build = lambda self, case: Network(case.sizes)
    pairs = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    loss_of = lambda self, net, x, y: net.total_cost(self.pairs(x, y))

    def step(self, net, x, y, lr, epochs, batch_size):
        net.SGD(self.pairs(x, y), epochs, batch_size, lr, self.momentum)
