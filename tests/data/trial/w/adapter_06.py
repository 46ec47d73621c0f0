import crosscheck
from crosscheck.collect import flatten, unflatten
from net_06 import Ann, ann_error, ann_train


class Mine(crosscheck.Adapter):
    samples, weight, bias, bias_sign = "vector", "out_in", "folded_first_column", -1
    activations, loss, sizes = ("sigmoid", "sigmoid", "sigmoid"), "half_sse", ("n", "h", "h", "k")
    step = lambda self, net, x, y, lr: ann_train(net, x, y, lr)
    loss_of = lambda self, net, x, y: ann_error(net, x, y)
    read = lambda self, net: {"W": unflatten(net.weight, net.shapes)[0]}

    def build(self, case):
        net = Ann(case.sizes[0], 2, case.sizes[1], case.n_outputs)
        net.weight = list(flatten(case.weights))
        net.shapes = case.weights
        return net
