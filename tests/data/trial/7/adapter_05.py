import crosscheck
from net_05 import ArmNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("tanh", ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: ArmNet(case.sizes)
    step = lambda self, net, x, y, lr: (net.forward(x), net.backward(y), net.update(lr))
    loss_of = lambda self, net, x, y: net.cost(x, y)
