import crosscheck
from net_10 import MyNN


class Mine(crosscheck.Adapter):
    activations, loss, sizes = ("tanh", "tanh", "identity"), "sse_per_sample", ("n", "h", "h", "k")
    momentum, parameters = 0.8, ("w", "b")
    build = lambda self, case: MyNN(case.sizes[0], *case.sizes[2:])
    step = lambda self, net, x, y, lr: net.train_step(x, y, lr, self.momentum)
    loss_of = lambda self, net, x, y: net.loss(x, y)
