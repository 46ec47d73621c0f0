import crosscheck
from net_12 import Modelo


class Mine(crosscheck.Adapter):
    weight, parameters = "out_in", ("capas.W", "capas.b")
    activations, loss = ("relu", ..., "identity"), "half_sse_per_sample"
    build = lambda self, case: Modelo(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net.epoca(x, y, lr)}
