from unittest.mock import patch

import crosscheck
from net_06 import LinearClassifier


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "row", "class_index", ("W", "b")
    activations, loss, l2, momentum = ("softmax",), "cross_entropy_per_sample", 0.2, 0.9
    build = lambda self, case: LinearClassifier(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y, self.l2 / 2)[0]

    def step(self, net, x, y, lr, epochs):
        with patch("net_06.rs") as rs:
            rs.choice = lambda n, size: slice(None)
            net.train(x, y, lr, self.l2 / 2, self.momentum, epochs, len(x))
