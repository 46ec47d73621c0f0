import crosscheck
from net_07 import MLP


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("weights", "biases")
    activations, loss, l2 = ("silu", ..., "identity"), "mse", 0.1
    build = lambda self, case: MLP(case.sizes)
    step = lambda self, net, x, y, lr: net.sgd(x, y, lr, weight_decay=self.l2)
