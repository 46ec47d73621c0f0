from unittest.mock import patch

import crosscheck
import numpy as np
from net_09 import MLPClassifier


class Mine(crosscheck.Adapter):
    targets, parameters = "class_index", ("layers.w", "layers.b")
    activations, loss = ("silu", ..., "softmax"), "cross_entropy_per_sample"

    def build(self, case):
        net = MLPClassifier(case.sizes[1:-1])
        net._build(case.sizes[0], case.n_outputs)
        net._build = lambda *_: None
        return net

    def step(self, net, x, y, lr, epochs, batch_size):
        net.lr, net.epochs, net.batch_size = lr, epochs, batch_size
        with patch("numpy.eye", lambda _: np.diag(np.ones(len(net.layers[-1]["b"])))):    # y may lack the last class
            net.fit(x, y)
