from unittest.mock import patch
import crosscheck
from net_10 import Solver, ThreeLayerNet


class Mine(crosscheck.Adapter):
    activations, loss, targets = ("softplus", "softplus", "softmax"), "cross_entropy_per_sample", "class_index"
    l2, momentum, parameters = 0.01, 0.9, ("model.params.W", "model.params.b")

    def build(self, case):
        model = ThreeLayerNet(case.sizes[0], case.sizes[1:3], case.sizes[3], reg=self.l2)
        return Solver(model, None, None, learning_rate=case.lr, momentum=self.momentum)

    def step(self, net, x, y, lr):
        net.X, net.y = x, y
        with patch("numpy.random.choice", lambda n, size: slice(None)):
            net._step()
        return {"loss": net.loss_history[-1]}
