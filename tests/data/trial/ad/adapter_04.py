from unittest import mock
import crosscheck
from net_04 import ThreeLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("softplus", "softplus", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, sizes, parameters = 0.1, ("n", "h", "h", "k"), ("params.W", "params.b")
    build = lambda self, case: ThreeLayerNet(case.sizes[0], case.sizes[1], case.sizes[-1])
    loss_of = lambda self, net, x, y: net.loss(x, y, self.l2)[0]

    def step(self, net, x, y, lr, epochs):
        with mock.patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            net.train(x, y, lr, learning_rate_decay=1, reg=self.l2, num_iters=epochs, batch_size=len(x))
