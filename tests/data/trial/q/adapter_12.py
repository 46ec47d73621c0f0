import crosscheck
from net_12 import NeuralNet


class Mine(crosscheck.Adapter):
    bias, momentum, parameters = "folded_last_row", 0.5, "layers"
    activations, loss = ("sigmoid", ..., "sigmoid"), "bce_mean"
    build = lambda self, case: NeuralNet(case.sizes, momentum=self.momentum)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, lr, epochs)
    loss_of = lambda self, net, x, y: net.log_loss(x, y)
