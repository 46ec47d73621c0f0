import crosscheck
from net_1 import MLPClassifier


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("tanh", ..., "softmax"), "cross_entropy_per_sample", "class_index"
    momentum, l2, l2_scale = 0.9, 0.1, "per_sample"
    parameters = "coefs_", "intercepts_"

    def build(self, case):
        net = MLPClassifier(case.sizes[1:-1], "tanh", self.l2, case.lr, self.momentum)
        net._initialize(case.sizes[0], range(case.n_outputs))
        return net

    def step(self, net, x, y, lr):
        net.partial_fit(x, y)
        return {"loss": net.loss_}
