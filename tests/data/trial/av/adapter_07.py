from unittest.mock import Mock
import numpy as np
import crosscheck
from net_07 import fwd, init, loss_fn, train


class Mine(crosscheck.Adapter):
    activations, loss = ("gelu_tanh", "gelu_tanh", "identity"), "half_sse_per_sample"
    parameters = "p.::2", "p.1::2"
    build = lambda self, case: {"p": init(*case.sizes, np.random.default_rng(0))}
    loss_of = lambda self, net, x, y: loss_fn(fwd(net["p"], x)[0], y)

    def step(self, net, x, y, lr, epochs):
        everything = Mock(integers=lambda *_: slice(None))
        net["p"] = train(net["p"], x, y, lr, epochs, len(x), everything)
