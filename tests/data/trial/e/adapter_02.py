import crosscheck
from net_02 import MLP, fit


class Mine(crosscheck.Adapter):
    weight, targets, activations, loss = "out_in", "vector", ("tanh", ..., "identity"), "mse"
    parameters = "layers.w.data", "layers.b.data"

    def build(self, case):
        return MLP(case.sizes)

    def step(self, net, x, y, lr):
        return {"loss": fit(net, list(zip(x, y)), epochs=1, bs=len(x), lr=lr)[0]}
