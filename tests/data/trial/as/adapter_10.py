import crosscheck
from net_10 import BinaryMLP


class Mine(crosscheck.Adapter):
    weight, bias, targets, parameters = "out_in", "column", "vector", ("wih who", "bh bo")
    activations, loss = ("softplus", "sigmoid"), "bce_mean"
    build = lambda self, case: BinaryMLP(*case.sizes[:2], case.lr)
    step = lambda self, net, x, y, lr: net.train(x, y)
    loss_of = lambda self, net, x, y: net.log_loss(x, y)
