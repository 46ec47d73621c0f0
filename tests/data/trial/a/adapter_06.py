from unittest import mock
import crosscheck
from crosscheck.collect import flatten, unflatten
from net_06 import nnCostFunction, train


class Mine(crosscheck.Adapter):
    weight, bias, targets = "out_in", "folded_first_column", "class_index"
    activations, loss = ("gelu_tanh", "sigmoid"), "bce_per_sample"
    l2, l2_scale, momentum = 1.0, "per_sample", 0.8
    build = lambda self, case: {"theta": flatten(case.weights, order="F"), "case": case}
    loss_of = lambda self, net, x, y: nnCostFunction(net["theta"], *net["case"].sizes, x, y, self.l2)[0]
    read = lambda self, net: {"W": unflatten(net["theta"], net["case"].weights, order="F")[0]}

    def step(self, net, x, y, lr, epochs):
        with mock.patch("numpy.random.RandomState") as rs:
            rs.return_value.uniform.return_value = net["theta"]
            net["theta"] = train(x, y, *net["case"].sizes[1:], self.l2, lr, self.momentum, epochs)
