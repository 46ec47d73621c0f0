from unittest.mock import patch

import crosscheck
from net_04 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("tanh", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.1, 0.9, ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y, reg=self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        with patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(x, y, lr, self.momentum, self.l2, epochs, len(x), verbose=False)
