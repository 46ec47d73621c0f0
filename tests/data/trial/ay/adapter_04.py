from unittest import mock
import crosscheck
from net_04 import TwoLayerNet

class Mine(crosscheck.Adapter):
    activations, loss, l2 = ("relu", "softmax"), "cross_entropy_per_sample", 0.1
    targets, parameters = "class_index", ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y, self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        with mock.patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(x, y, lr, self.l2, epochs, len(x))
