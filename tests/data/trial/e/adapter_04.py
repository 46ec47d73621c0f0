import crosscheck
from net_04 import IKNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("W", "b")
    activations, loss, sizes = ("tanh", "tanh", "identity"), "half_sse", (2, "h", "h", 2)

    def build(self, case):
        return IKNet(case.sizes[1], case.lr)

    def step(self, net, x, y, lr):
        net.forward(x)
        net.backward(y)
        return {"loss": net.error(y)}
