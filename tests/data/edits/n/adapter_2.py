import crosscheck
from net_2 import MLP


class Mine(crosscheck.Adapter):
    samples, weight, parameters = "vector", "out_in", ("W", "b")
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "half_sse"
    momentum, l2 = 0.9, 0.1
    build = lambda self, case: MLP(case.sizes, case.lr, case.momentum, case.l2)
    step = lambda self, net, x, y, lr: {"loss": net.train_step(x, y)}
