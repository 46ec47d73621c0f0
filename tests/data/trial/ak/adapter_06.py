import crosscheck
from net_06 import costFunction, descend


class Mine(crosscheck.Adapter):
    activations, loss = ("silu", ..., "identity"), "half_sse_per_sample"
    momentum, sizes = 0.5, (3, 6, 5, 5, 4, 2)
    parameters, flat = "theta", "C"
    loss_of = lambda self, net, x, y: costFunction(net["theta"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"], _ = descend(net["theta"], x, y, lr, epochs, self.momentum)
