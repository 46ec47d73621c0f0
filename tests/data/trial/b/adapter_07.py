import crosscheck
from net_07 import backprop, compute, sse


class Mine(crosscheck.Adapter):
    bias, parameters = "folded_first_row", "w"
    activations, loss = ("sigmoid", ..., "identity"), "half_sse"
    build = lambda self, case: {"w": case.weights}
    loss_of = lambda self, net, x, y: sse(compute(net["w"], x)[1], y)

    def step(self, net, x, y, lr):
        net["w"] = backprop(net["w"], x, y, lr)
