import crosscheck
from net_08 import Regressor


class Mine(crosscheck.Adapter):
    bias, parameters, l2 = "row", ("ws", "bs"), 0.1
    activations, loss = ("elu", ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: Regressor(case.sizes, reg=self.l2)
    step = lambda self, net, x, y, lr, epochs: net.fit(x, y, lr, epochs)
    loss_of = lambda self, net, x, y: net.cost(x, y)
