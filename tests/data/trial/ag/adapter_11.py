import crosscheck
from net_11 import J_and_grad, descend


class Mine(crosscheck.Adapter):
    samples, weight, bias, sizes = "columns", "out_in", "folded_first_column", (3, 6, 5, 2)
    activations, loss, l2, momentum = ("softplus", "silu", "identity"), "half_sse_per_sample", 1e-3, 0.8
    parameters, flat = "theta", "C"
    loss_of = lambda self, net, x, y: J_and_grad(net["theta"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"] = descend(net["theta"], x, y, lr, self.momentum, epochs)
