import crosscheck
from net_04 import MLP


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("layers.w", "layers.bias")
    activations, loss, momentum = (("leaky_relu", 0.1), ..., "identity"), "half_sse", 0.8
    build = lambda self, case: MLP(case.sizes, case.lr, case.momentum)
    step = lambda self, net, x, y, lr: {"loss": net.learn(x, y)}
