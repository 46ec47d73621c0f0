import crosscheck
from net_09 import Reseau


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "column", "out_in", "column", ("poids", "biais")
    activations, loss = ("tanh", ..., "identity"), "half_sse"
    build = lambda self, case: Reseau(case.sizes, case.lr)
    step = lambda self, net, x, y, lr, epochs: net.apprendre([(x, y)], epochs)
    loss_of = lambda self, net, x, y: net.cout(x, y)
