import crosscheck
from net_03 import QNetwork


class Mine(crosscheck.Adapter):
    activations, loss, parameters = ("relu", ..., "identity"), "half_sse_per_sample", ("weights", "biases")

    def build(self, case):
        return QNetwork(case.sizes[0], case.sizes[-1], case.sizes[1:-1], case.lr)

    def step(self, net, x, y, lr):
        return {"loss": net.train_on_batch(x, y)}
