import crosscheck
from net_12 import Brain


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets, parameters = "vector", "out_in", "none", "vector", "mats"
    activations, loss, sizes = ("tanh", "tanh", "tanh", "tanh", "sigmoid"), "bce_sum", ("n", "h", "h", "h", "h", 1)
    build = lambda self, case: Brain(case.sizes[0], case.sizes[1], case.n_layers - 1)
    step = lambda self, net, x, y, lr: {"loss": net.learn(x, y, lr)}
