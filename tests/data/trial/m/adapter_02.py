import crosscheck
from net_02 import BPNet


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "wh wo"
    activations, loss = ("sigmoid", "sigmoid"), "half_sse"
    build = lambda self, case: BPNet(*case.sizes)
    step = lambda self, net, x, y, lr: {"loss": net.learn(x, y, lr)}
