import crosscheck
from net_10 import descent, loss, pullback


class Mine(crosscheck.Adapter):
    bias, activations, loss, parameters = "none", ("silu", ..., "softmax"), "cross_entropy_per_sample", "Ws"
    build = lambda self, case: {"Ws": case.weights}
    step = lambda self, net, x, y, lr: descent(net["Ws"], pullback(net["Ws"], x, y), lr)
    loss_of = lambda self, net, x, y: loss(net["Ws"], x, y)
