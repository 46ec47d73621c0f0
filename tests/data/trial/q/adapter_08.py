import crosscheck
from net_08 import LeakyReLU, Linear, Sequential, train


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("modules.weight", "modules.bias")
    activations, loss = (("leaky_relu", 0.1), ..., "sigmoid"), "bce_mean"
    step = lambda self, net, x, y, lr, epochs, batch_size: train(net, x, y, epochs, lr, batch_size)

    def build(self, case):
        pairs = zip(case.sizes, case.sizes[1:])
        return Sequential(*[part for m, n in pairs for part in (Linear(m, n), LeakyReLU())][:-1])
