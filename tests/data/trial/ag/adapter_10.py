import crosscheck
from net_10 import Brain


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("layers.weights", "layers.bias")
    activations, loss = (("leaky_relu", 0.1), ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: Brain(case.sizes)
    step = lambda self, net, x, y, lr: net.train_batch(list(zip(x, y)), lr)
    loss_of = lambda self, net, x, y: net.cost(list(zip(x, y)))
