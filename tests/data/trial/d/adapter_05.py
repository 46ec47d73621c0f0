import numpy as np
import crosscheck
from net_05 import NN


class Mine(crosscheck.Adapter):
    bias, activations, loss = "row", ("tanh", "softmax"), "cross_entropy_per_sample"
    parameters = "wh wout", "bh bout"

    def build(self, case):
        n, h, k = case.sizes
        return NN(np.zeros((1, n)), np.zeros((1, k)), h)

    def step(self, net, x, y, lr):
        net.input, net.y, net.lr = x, y, lr
        net.train(1)
