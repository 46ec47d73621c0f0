import crosscheck
from net_03 import SpamFilter


class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("sigmoid",), "bce_per_sample", 0.05
    targets, parameters = "vector", ("w", "b")
    build = lambda self, case: SpamFilter(["a" * (i + 1) for i in range(case.sizes[0])], reg=self.l2)
    step = lambda self, net, x, y, lr: net.step(x, y, lr)
    loss_of = lambda self, net, x, y: net.cost(x, y)
