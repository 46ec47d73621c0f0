import crosscheck
from net_02 import TicketRouter, TrainConfig


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", ..., "softmax"), "cross_entropy_per_sample", "class_index"
    momentum, parameters = 0.9, ("weights", "biases")

    def build(self, case):
        n, *hidden, k = case.sizes
        return TicketRouter(TrainConfig(n, k, tuple(hidden), case.lr, self.momentum))

    step = lambda self, net, x, y, lr: net.step(x, y)
    loss_of = lambda self, net, x, y: net.loss(x, y)
