import crosscheck
from net_12 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.1, 0.9, ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net.step(x, y, lr, self.momentum, self.l2)}
