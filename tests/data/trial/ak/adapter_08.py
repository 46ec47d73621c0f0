import crosscheck
from net_08 import Model


class Mine(crosscheck.Adapter):
    activations, loss = ("softplus", "softplus", "softmax"), "sse_per_sample"
    targets, momentum, sizes, parameters = "one_hot", 0.9, (4, 8, 8, 3), ("W", "b")
    build = lambda self, case: Model()
    step = lambda self, net, x, y, lr: (net.forward(x), net.update(net.backward(y), lr))
    loss_of = lambda self, net, x, y: net.brier(x, y)
