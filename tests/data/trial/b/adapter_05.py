import crosscheck
from net_05 import MLP, step


class Mine(crosscheck.Adapter):
    weight, targets, parameters = "out_in", "vector", ("layers.w.v", "layers.b.v")
    activations, loss = ("softplus", ..., "identity"), "sse"
    build = lambda self, case: MLP(case.sizes)
    step = lambda self, net, x, y, lr: {"loss": step(net, x, y, lr)}
