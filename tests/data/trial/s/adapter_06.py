import crosscheck
from crosscheck.collect import flatten, unflatten
from net_06 import Ann


class Mine(crosscheck.Adapter):
    weight, bias, momentum = "out_in", "folded_last_column", 0.8
    activations, loss = (("leaky_relu", 0.05), ..., "identity"), "sse_per_sample"
    step = lambda self, net, x, y, lr: {"loss": net.epoch(x, y)}
    read = lambda self, net: {"W": unflatten(net.w, net.case.weights)[0]}

    def build(self, case):
        net = Ann(len(case.sizes), case.sizes, case.lr, case.momentum)
        net.w[:] = flatten(case.weights)
        net.case = case
        return net
