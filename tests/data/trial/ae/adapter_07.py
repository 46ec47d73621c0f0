import crosscheck
from net_07 import descend, value_and_grad


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "half_sse_per_sample"
    momentum, parameters, flat = 0.5, "theta", "C"
    build = lambda self, case: {"dims": case.sizes}
    loss_of = lambda self, net, x, y: value_and_grad(net["theta"], net["dims"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"] = descend(net["theta"], net["dims"], x, y, lr, self.momentum, epochs, report=0)
