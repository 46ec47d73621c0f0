import crosscheck
from net_02 import F, heavy_ball


class Mine(crosscheck.Adapter):
    weight, targets, parameters, flat = "out_in", "vector", "theta", "C"
    activations, loss, momentum, sizes = ("tanh", "tanh", "identity"), "half_sse_per_sample", 0.9, (1, 10, 8, 1)
    loss_of = lambda self, net, x, y: F(net["theta"], x[:, 0], y)

    def step(self, net, x, y, lr, epochs):
        net["theta"] = heavy_ball(net["theta"], x[:, 0], y, lr, self.momentum, epochs)
