import crosscheck
from net_08 import VolNet


class Mine(crosscheck.Adapter):
    activations, loss, momentum = ("softplus", "softplus", "identity"), "mse", 0.9
    targets, sizes, parameters = "vector", (3, "h", "h", 1), ("W1 W2 w3", "b1 b2 b3")
    build = lambda self, case: VolNet(case.sizes[1], case.lr, case.momentum)
    step = lambda self, net, x, y, lr: {"loss": net.step(x, y)}
