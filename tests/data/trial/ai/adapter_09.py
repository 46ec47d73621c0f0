import crosscheck
from net_09 import sgd, value_and_grad


class Mine(crosscheck.Adapter):
    weight, bias, parameters, flat = "out_in", "none", "theta", "C"
    activations, loss, sizes = ("softplus", "softplus", "identity"), "half_sse_per_sample", (4, 7, 6, 2)
    loss_of = lambda self, net, x, y: value_and_grad(net["theta"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"], _ = sgd(net["theta"], x, y, lr, epochs, len(x))
