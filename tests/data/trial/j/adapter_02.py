from unittest.mock import patch
import crosscheck
from net_02 import FullyConnectedNet, train

class Mine(crosscheck.Adapter):
    activations, loss, targets = ("relu", ..., "softmax"), "cross_entropy_per_sample", "class_index"
    l2, parameters = 1e-3, ("params.W", "params.b")
    build = lambda self, case: FullyConnectedNet(case.sizes[1:-1], case.sizes[0], case.n_outputs, reg=self.l2)
    loss_of = lambda self, net, x, y: net.loss(x, y)[0]

    def step(self, net, x, y, lr, epochs):
        with patch("numpy.random.RandomState") as random_state:
            random_state.return_value.choice.return_value = slice(None)
            train(net, x, y, epochs, len(x), lr, verbose=False)
