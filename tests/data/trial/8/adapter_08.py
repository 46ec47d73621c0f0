import crosscheck
from net_08 import apprendre

class Mine(crosscheck.Adapter):
    samples, weight, bias, targets, parameters = "column", "out_in", "column", "vector", ("P", "s")
    activations, loss = ("softplus", "softplus", "identity"), "half_sse"
    step = lambda self, net, x, y, lr: {"loss": apprendre(net, x, y, lr)}
