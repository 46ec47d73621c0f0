import crosscheck
from crosscheck.load import fresh_module


class Mine(crosscheck.Adapter):
    samples, weight, bias = "vector", "out_in", "folded_first_column"
    activations, loss, momentum, sizes = ("sigmoid", "sigmoid"), "half_sse", 0.7, (3, 5, 1)
    read = lambda self, net: {"W": [net.WH[1:], net.WO[1:]], "output": net.OUT[1:]}

    def build(self, case):
        net = fresh_module("net_01.py")
        net.WH[1:], net.WO[1:] = [W.tolist() for W in case.weights]
        return net

    def step(self, net, x, y, lr):
        net.ETA, net.INP[1:], net.TGT[1:] = lr, x, y
        net.Propagate()
        loss = net.PatternError()
        net.Learn()
        return {"loss": loss}
