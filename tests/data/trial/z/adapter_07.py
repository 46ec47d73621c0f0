import crosscheck
from net_07 import adapt, make_net


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("Wh Wo", "bh bo")
    activations, loss = ("tanh", "identity"), "half_sse"
    build = lambda self, case: make_net(*case.sizes)
    step = lambda self, net, x, y, lr: {"loss": adapt(net, x, y, lr)}
