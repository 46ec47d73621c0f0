from unittest import mock

import crosscheck
from net_12 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    targets, l2, parameters = "class_index", 0.1, ("params.W", "params.b")

    def build(self, case):
        return TwoLayerNet(*case.sizes)

    def step(self, net, x, y, lr):
        with mock.patch("numpy.random.choice", lambda n, size: slice(None)):
            stats = net.train(x, y, x, y, lr, reg=self.l2 / 2, num_iters=1)
        return {"loss": stats["loss_history"][0]}
