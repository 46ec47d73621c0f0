import crosscheck
from net_09 import SoftmaxRegression

class Mine(crosscheck.Adapter):
    bias, activations, loss = "folded_first_row", ("softmax",), "cross_entropy_per_sample"
    parameters = "theta_"

    def build(self, case):
        net = SoftmaxRegression(eta=case.lr)
        net.theta_ = case.weights[0]
        return net

    step = lambda self, net, x, y, lr: {"loss": net.partial_fit(net._add_ones(x), y)}
