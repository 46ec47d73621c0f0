import crosscheck
from net_12 import DIMS, J, descend


class Mine(crosscheck.Adapter):
    samples, weight, bias, sizes = "columns", "out_in", "none", DIMS
    activations, loss, momentum = ("tanh", ..., "identity"), "sse_per_sample", 0.8
    parameters, flat = "w", "C"
    loss_of = lambda self, net, x, y: J(net["w"], x)

    def step(self, net, x, y, lr, epochs):
        net["w"] = descend(net["w"], x, lr, epochs, self.momentum)
