import crosscheck
from net_03 import make_network, train_one


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "w"
    activations, loss = ("tanh", "identity"), "half_sse"
    build = lambda self, case: make_network(*case.sizes)
    step = lambda self, net, x, y, lr: {"loss": train_one(net, x, y, lr)}
