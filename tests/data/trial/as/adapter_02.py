import crosscheck
from net_02 import Network


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.weights", "layers.bias")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    build = lambda self, case: Network(case.sizes)
    step = lambda self, net, x, y, lr: net.learn(x, y, lr)
    loss_of = lambda self, net, x, y: net.error(x, y)
