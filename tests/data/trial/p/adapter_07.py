import crosscheck
import numpy as np
from net_07 import CrossEntropy, LeakyReLU, Linear, Sequential


class Mine(crosscheck.Adapter):
    activations, loss = (("leaky_relu", 0.1), ..., "softmax"), "cross_entropy_per_sample"
    targets, parameters = "class_index", ("layers.W", "layers.b")

    def build(self, case):
        rng = np.random.default_rng(0)
        pairs = zip(case.sizes, case.sizes[1:])
        return Sequential(*[part for m, n in pairs for part in (Linear(m, n, rng), LeakyReLU())][:-1])

    def step(self, net, x, y, lr):
        loss_fn = CrossEntropy()
        loss = loss_fn.forward(net(x), y)
        net.backward(loss_fn.backward())
        net.step(lr)
        return {"loss": loss}
