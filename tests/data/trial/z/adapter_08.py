from unittest.mock import patch

import crosscheck
from crosscheck.collect import flatten, unflatten
from net_08 import Scorecard


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("sigmoid",), "bce_per_sample", "vector"
    l2, momentum = 0.05, 0.8
    loss_of = lambda self, net, x, y: net.objective(net.w_, x, 2 * y - 1)

    def build(self, case):
        net = Scorecard(case.l2, case.lr, case.momentum)
        net.case, net.w_ = case, flatten(case.weights, case.biases)
        return net

    def step(self, net, x, y, lr, epochs):
        net.n_iter = epochs
        with patch("numpy.zeros", lambda n: net.w_):
            net.fit(x, 2 * y - 1)

    def read(self, net):
        W, b = unflatten(net.w_, net.case.weights, net.case.biases)
        return {"W": W, "b": b}
