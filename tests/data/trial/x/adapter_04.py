import crosscheck
from net_04 import MomentumNet


class Mine(crosscheck.Adapter):
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss, momentum = ("tanh", ..., "identity"), "half_sse_per_sample", 0.9
    parameters = "layers.p.W", "layers.p.b"
    build = lambda self, case: MomentumNet(case.sizes)
    loss_of = lambda self, net, x, y: net.cost(x, y)
    step = lambda self, net, x, y, lr: net.train_step(x, y, lr, self.momentum)
