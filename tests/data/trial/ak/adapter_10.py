import crosscheck
from net_10 import Brain, batch_loss, train_epoch


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("layers.w", "layers.b")
    activations, loss = ("sigmoid", ..., "identity"), "sse_per_sample"
    build = lambda self, case: Brain(*case.sizes)
    step = lambda self, net, x, y, lr, batch_size: train_epoch(net, list(zip(x, y)), lr, batch_size)
    loss_of = lambda self, net, x, y: batch_loss(net, list(zip(x, y)))
