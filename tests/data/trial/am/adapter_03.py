import crosscheck
from net_03 import NN


class Mine(crosscheck.Adapter):
    samples, bias, momentum, parameters = "vector", "folded_last_row", 0.5, "wts"
    activations, loss = ("tanh", "tanh", "identity"), "half_sse"
    build = lambda self, case: NN(*case.sizes)
    step = lambda self, net, x, y, lr, epochs: net.train([(x, y)], epochs, lr, self.momentum)
    loss_of = lambda self, net, x, y: (net.update(x), net.backPropagate(y, 0, 0))[1]
