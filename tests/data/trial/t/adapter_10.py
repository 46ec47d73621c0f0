from unittest.mock import patch

import crosscheck
from net_10 import FullyConnectedNet, Solver


class Mine(crosscheck.Adapter):
    activations, loss, targets = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.1, 0.9, ("model.params.W", "model.params.b")

    def build(self, case):
        model = FullyConnectedNet(case.sizes[1:-1], case.sizes[0], case.n_outputs, reg=case.l2)
        return Solver(model, None, None, learning_rate=case.lr, momentum=case.momentum)

    def step(self, net, x, y, lr):
        net.X, net.y = x, y
        with patch("numpy.random.choice", lambda n, size: slice(None)):
            net._step()
        return {"loss": net.loss_history[-1]}
