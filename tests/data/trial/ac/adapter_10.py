import crosscheck
from net_10 import oshibka, shag


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "folded_last_column", "W V"
    activations, loss, l2 = ("softplus", "identity"), "half_sse", 0.01

    def step(self, net, x, y, lr):
        net["W"], net["V"] = shag(net["W"], net["V"], x, y, lr, self.l2)

    loss_of = lambda self, net, x, y: oshibka(net["W"], net["V"], x, y, self.l2)
