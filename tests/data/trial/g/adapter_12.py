import crosscheck
from net_12 import FlatNet


class Mine(crosscheck.Adapter):
    weight, bias, l2, parameters = "out_in", "none", 0.1, "W"
    activations, loss = ("sigmoid", ..., "identity"), "sse_per_sample"

    def build(self, case):
        net = FlatNet(*case.sizes)
        net.W = net.mats(net.theta)
        return net

    def step(self, net, x, y, lr):
        net.fit(x, y, rate=lr, epochs=1, decay=self.l2, verbose=0)
