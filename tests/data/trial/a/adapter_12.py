from unittest import mock
import numpy as np
import crosscheck
from net_12 import LinearClassifier


class Mine(crosscheck.Adapter):
    bias, targets, parameters, l2, l2_on = "folded_last_row", "class_index", "W", 2e-3, "all"
    activations, loss = ("softmax",), "cross_entropy_per_sample"
    ones = lambda self, x: np.hstack([x, np.ones((len(x), 1))])
    loss_of = lambda self, net, x, y: net.loss(self.ones(x), y, self.l2 / 2)[0]

    def build(self, case):
        net = LinearClassifier()
        net.W = case.weights[0]
        return net

    def step(self, net, x, y, lr, epochs):
        with mock.patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(self.ones(x), y, lr, self.l2 / 2, epochs, len(x))
