import crosscheck
from net_01 import Neuronales_Netz


class Mine(crosscheck.Adapter):
    samples, weight, bias, bias_sign = "vector", "out_in", "column", -1
    activations, loss, parameters = ("sigmoid", ..., "sigmoid"), "half_sse", ("gewichte", "schwellen")
    build = lambda self, case: Neuronales_Netz(case.sizes, case.lr)
    step = lambda self, net, x, y, lr: net.lerne(x, y)
    loss_of = lambda self, net, x, y: net.fehler(x, y)
