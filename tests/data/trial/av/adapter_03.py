from unittest.mock import patch
import crosscheck
from net_03 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    targets, l2, parameters = "class_index", 0.2, ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)
    loss_of = lambda self, net, x, y: net.loss(x, y, self.l2 / 2)[0]

    def step(self, net, x, y, lr, epochs):
        with patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(x, y, lr, learning_rate_decay=1, reg=self.l2 / 2, num_iters=epochs, batch_size=len(x))
