import crosscheck
from net_09 import init, step


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "gelu_tanh", "sigmoid"), "bce_per_sample"
    sizes, parameters = ("n", "h", "h", "k"), ("w", "b")
    build = lambda self, case: init(case.sizes[0], case.sizes[1], case.n_outputs)
    step = lambda self, net, x, y, lr: {"loss": step(net, x, y, lr)}
