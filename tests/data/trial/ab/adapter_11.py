import numpy as np
import crosscheck
from net_11 import GELU, SGD, Linear, Sequential, SiLU, cross_entropy


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "class_index", ("layers.w.value", "layers.b.value")
    activations, loss, momentum, l2 = ("gelu_tanh", "silu", "softmax"), "cross_entropy_per_sample", 0.9, 1e-3

    def build(self, case):
        (n, h1, h2, k), rng = case.sizes, np.random.default_rng(4)
        net = Sequential(Linear(n, h1, rng), GELU(), Linear(h1, h2, rng), SiLU(), Linear(h2, k, rng))
        net.opt = SGD(net.params(), case.lr, self.momentum, self.l2)
        return net

    def step(self, net, x, y, lr):
        net.opt.zero_grad()
        loss, g = cross_entropy(net.forward(x), y)
        net.backward(g)
        net.opt.step()
