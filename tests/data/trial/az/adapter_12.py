import crosscheck
from net_12 import MLP, fit


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("softplus", ..., "identity"), "sse_per_sample", ("mods.W.data", "mods.b.data")
    build = lambda self, case: MLP(*case.sizes)
    step = lambda self, net, x, y, lr, epochs, batch_size: fit(net, x, y, epochs, batch_size, lr)
