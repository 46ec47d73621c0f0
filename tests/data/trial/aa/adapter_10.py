import crosscheck
from net_10 import ELUNet


class Mine(crosscheck.Adapter):
    bias, targets, momentum, parameters = "row", "class_index", 0.9, ("Ws", "bs")
    activations, loss = (("elu", 0.7), ..., "softmax"), "cross_entropy_per_sample"
    build = lambda self, case: ELUNet(case.sizes, case.lr, case.momentum)
    step = lambda self, net, x, y, lr, epochs, batch_size: net.train(x, y, epochs, batch_size)
    loss_of = lambda self, net, x, y: net.loss(x, y)
