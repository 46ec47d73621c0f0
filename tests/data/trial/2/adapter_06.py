import crosscheck
from net_06 import init, train


class Mine(crosscheck.Adapter):
    weight, activations, loss, parameters = "out_in", ("gelu_tanh", ..., "identity"), "mse", ("W", "b")
    build = lambda self, case: init(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": next(train(net, [(0, x, y)], lr))[1]}
