import crosscheck
from net_08 import SSE, Linear, Sequential, Tanh, train_batch


class Mine(crosscheck.Adapter):
    weight, activations, loss, parameters = "out_in", ("tanh", ..., "identity"), "sse", ("layers.w", "layers.b")
    step = lambda self, net, x, y, lr: {"loss": train_batch(net, SSE(), x, y, lr)}

    def build(self, case):
        return Sequential([part for m, n in zip(case.sizes, case.sizes[1:]) for part in (Linear(m, n), Tanh())][:-1])
