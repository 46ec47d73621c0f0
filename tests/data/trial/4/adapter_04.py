import crosscheck
from net_04 import fcn, gradab


class Mine(crosscheck.Adapter):
    sizes, parameters, flat = (2, 5, 3, 1), "theta", "C"
    activations, loss = ("softplus", "softplus", "identity"), "half_sse"
    loss_of = lambda self, net, x, y: fcn(net["theta"], x, y)[0]

    def step(self, net, x, y, lr, epochs):
        net["theta"] = gradab(net["theta"], x, y, lr, epochs, 0)
