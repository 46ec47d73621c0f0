import crosscheck
from net_04 import Brain


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.w", "layers.bias")
    activations, loss = ("tanh", ..., "identity"), "half_sse"
    build = lambda self, case: Brain(case.sizes)
    step = lambda self, net, x, y, lr: net.learn(x, y, lr)
    loss_of = lambda self, net, x, y: net.error(x, y)
