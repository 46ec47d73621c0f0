import crosscheck
from net_16 import learnQuote


class Mine(crosscheck.Adapter):
    samples, bias, parameters = "vector", "folded_last_row", "W"
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse"

    def build(self, case):
        return {"W": case.weights}

    def step(self, net, x, y, lr):
        return {"loss": learnQuote(net["W"], x, y, lr)}
