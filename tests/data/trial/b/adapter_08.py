import crosscheck
from net_08 import Classifier, Gelu, Sigmoid


class Mine(crosscheck.Adapter):
    bias, momentum, parameters = "row", 0.8, ("theta.0", "theta.1")
    activations, loss = ("gelu_tanh", "gelu_tanh", "sigmoid"), "bce_mean"
    build = lambda self, case: Classifier(case.sizes, [Gelu, Gelu, Sigmoid], case.lr, case.momentum)
    step = lambda self, net, x, y, lr: {"loss": net.step(x, y)}
