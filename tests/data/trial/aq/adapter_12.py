import crosscheck
from net_12 import gakusyu, gosa, syokika


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "none", "ws"
    activations, loss = ("gelu_tanh", ..., "identity"), "mse"
    build = lambda self, case: {"ws": syokika(case.sizes, 4)}
    loss_of = lambda self, net, x, y: gosa(net["ws"], x, y)

    def step(self, net, x, y, lr, epochs):
        net["ws"] = gakusyu(net["ws"], x, y, lr, epochs)
