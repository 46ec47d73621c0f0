import crosscheck
from net_10 import Brain


class Mine(crosscheck.Adapter):
    weight, activations, loss = "out_in", ("sigmoid", ..., "sigmoid"), "half_sse_per_sample"
    parameters = "layers.weights", "layers.biases"
    build = lambda self, case: Brain(case.sizes, 9)
    step = lambda self, net, x, y, lr: net.learn(list(zip(x, y)), lr)
    loss_of = lambda self, net, x, y: net.getError(list(zip(x, y)))
