from unittest.mock import patch

import crosscheck
from net_02 import ThreeLayerNet


class Mine(crosscheck.Adapter):
    activations, loss = ("softplus", "softplus", "softmax"), "cross_entropy_per_sample"
    targets, l2, parameters = "class_index", 0.2, ("params.W", "params.b")
    build = lambda self, case: ThreeLayerNet(*case.sizes)

    def step(self, net, x, y, lr):
        with patch("numpy.random.choice", lambda n, size, **_: slice(None)):
            stats = net.train(x, y, lr, reg=self.l2 / 2, num_iters=1, batch_size=len(x))
        return {"loss": stats["loss_history"][0]}
