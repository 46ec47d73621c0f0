from unittest.mock import patch

import crosscheck
from net_03 import TwoLayerNet


class Mine(crosscheck.Adapter):
    activations, loss = ("relu", "softmax"), "cross_entropy_per_sample"
    targets, l2, parameters = "class_index", 0.1, ("params.W", "params.b")
    build = lambda self, case: TwoLayerNet(*case.sizes)

    def step(self, net, x, y, lr):
        with patch("numpy.random.choice", lambda n, size, replace: slice(None)):
            history = net.train(x, y, lr, reg=self.l2, num_iters=1, batch_size=len(x))
        return {"loss": history[0]}
