import crosscheck
from net_12 import CONFIG, DeepNet


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("elu", ..., "softmax"), "cross_entropy_per_sample"
    momentum, parameters = 0.5, ("theta.W", "theta.b")
    loss_of = lambda self, net, x, y: net.loss(x, y)

    def build(self, case):
        optimizer = {"lr": case.lr, "momentum": case.momentum}
        return DeepNet(CONFIG | {"layers": case.sizes, "optimizer": optimizer})

    def step(self, net, x, y, lr, epochs, batch_size):
        net.cfg |= {"epochs": epochs, "batch_size": batch_size}
        net.fit(x, y)
