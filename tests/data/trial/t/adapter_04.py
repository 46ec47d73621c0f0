import crosscheck
from net_04 import error, present


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_first_column", "w"
    activations, loss = ("tanh", "identity"), "half_sse"

    def step(self, net, x, y, lr):
        E = error([x], [y], **net)
        present(x, y, **net, eta=lr)
        return {"loss": E}
