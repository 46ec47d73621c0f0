import crosscheck
from net_06 import WIDTHS, fit, init_params, objective


class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("softplus", ..., "identity"), "half_sse_per_sample", 0.1
    sizes, parameters = tuple(WIDTHS), ("W", "c")
    build = lambda self, case: init_params()
    step = lambda self, net, x, y, lr, epochs: net.update(fit(x, y, net, lr, self.l2, epochs, verbose=False))
    loss_of = lambda self, net, x, y: objective(net, x, y, self.l2)
