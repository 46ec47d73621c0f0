import crosscheck
from net_12 import PropensityNet


class Mine(crosscheck.Adapter):
    bias, parameters = "folded_last_row", "A B C"
    activations, loss, l2 = ("tanh", "silu", "sigmoid"), "half_sse_per_sample", 0.002
    loss_of = lambda self, net, x, y: net.cost(x, y)
    step = lambda self, net, x, y, lr: net.update(x, y)

    def build(self, case):
        n, h1, h2, k = case.sizes
        return PropensityNet(h1, h2, case.l2, case.lr).initialise(n, k)
