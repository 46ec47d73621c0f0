import crosscheck
from net_10 import BoardEvaluator


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"
    build = lambda self, case: BoardEvaluator(case.sizes)
    step = lambda self, net, x, y, lr: net.learn(x, y, lr)
    loss_of = lambda self, net, x, y: net.cost(x, y)
