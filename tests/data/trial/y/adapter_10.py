import crosscheck
from net_10 import SoftmaxRegression


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("softmax",), "cross_entropy_per_sample"
    targets, l2, momentum, parameters = "class_index", 0.002, 0.8, ("coef_", "intercept_")
    step = lambda self, net, x, y, lr: net.partial_fit(x, y)
    loss_of = lambda self, net, x, y: net._loss(x, y)

    def build(self, case):
        net = SoftmaxRegression(case.l2 / 2, case.lr, case.momentum)
        net._reset(case.n_outputs, case.sizes[0])
        return net
