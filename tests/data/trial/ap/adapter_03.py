import crosscheck
from net_03 import ValveFaultNet


class Mine(crosscheck.Adapter):
    samples, weight, activations, loss = "vector", "out_in", ("sigmoid", "sigmoid"), "half_sse"
    parameters = "hidden.w outputs.w", "hidden.bias outputs.bias"
    build = lambda self, case: ValveFaultNet(*case.sizes)
    step = lambda self, net, x, y, lr: net.learn(x, y, lr)
    loss_of = lambda self, net, x, y: net.error(x, y)
