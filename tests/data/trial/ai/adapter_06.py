import crosscheck
from net_06 import cost, descend


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("elu", ..., "identity"), "mse", ("n", ..., 1)
    parameters = "W", "b"
    build = lambda self, case: {"W": case.weights, "b": case.biases}
    step = lambda self, net, x, y, lr: descend(net["W"], net["b"], x, y, lr)
    loss_of = lambda self, net, x, y: cost(net["W"], net["b"], x, y)
