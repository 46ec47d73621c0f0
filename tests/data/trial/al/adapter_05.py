import crosscheck
from net_05 import GELU, Linear, MSELoss, Sequential, train


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("layers.weight", "layers.bias")
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"

    def build(self, case):
        return Sequential(*[part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Linear(m, n), GELU())][:-1])

    step = lambda self, net, x, y, lr, epochs: train(net, x, y, epochs, lr)
    loss_of = lambda self, net, x, y: MSELoss()(net(x), y)
