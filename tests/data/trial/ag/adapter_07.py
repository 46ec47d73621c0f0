import crosscheck
from net_07 import Reseau

pairs = lambda x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("poids", "biais")
    activations, loss, momentum, l2 = ("sigmoid", ..., "sigmoid"), "bce_per_sample", 0.5, 0.1
    build = lambda self, case: Reseau(case.sizes)
    loss_of = lambda self, net, x, y: net.cout(pairs(x, y), self.l2 * len(x), len(x))

    def step(self, net, x, y, lr, epochs, batch_size):
        net.SGD(pairs(x, y), epochs, batch_size, lr, self.momentum, self.l2 * len(x))
