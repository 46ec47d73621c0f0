from unittest.mock import patch
import crosscheck
from net_01 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, parameters = 0.1, ("params.W", "params.b")            # reg * W², without the half: l2 is twice reg
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y, self.l2 / 2)[0]

    def step(self, net, x, y, lr, epochs):
        with patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(x, y, lr, 1.0, self.l2 / 2, epochs, len(x))
