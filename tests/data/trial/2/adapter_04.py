import crosscheck
from net_04 import Brain


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("wa wb wc", "ba bb bc")
    activations, loss, momentum, sizes = ("tanh", "tanh", "tanh"), "mse", 0.8, (5, "h", "g", 2)
    build = lambda self, case: Brain(*case.sizes[1:3])
    step = lambda self, net, x, y, lr: net.imitate(x, y, lr)
    loss_of = lambda self, net, x, y: net.badness(x, y)
