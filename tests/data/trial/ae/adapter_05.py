import crosscheck
import numpy as np
from crosscheck.load import fresh_module


class Mine(crosscheck.Adapter):
    samples, weight, bias = "vector", "out_in", "folded_last_column"
    activations, loss, sizes = ("sigmoid", "sigmoid"), "half_sse", ("n", "h", "k")

    def build(self, case):
        net = fresh_module("net_05.py")
        net.NIN, net.NHID, net.NOUT = case.sizes
        net.w_hid, net.w_out = [W.ravel().tolist() for W in case.weights]
        net.hid, net.out = [0.0] * net.NHID, [0.0] * net.NOUT
        return net

    def step(self, net, x, y, lr):
        net.ETA = lr
        return {"loss": net.learn(x, y)}

    def read(self, net):
        return {"W": [np.reshape(net.w_hid, (net.NHID, -1)), np.reshape(net.w_out, (net.NOUT, -1))]}
