import crosscheck
from net_11 import ALPHA, BATCH, LoadForecaster


class Mine(crosscheck.Adapter):
    targets, batch, parameters = "vector", BATCH, ("weights", "offsets")
    activations, loss = (("elu", ALPHA), ..., "identity"), "sse_per_sample"
    build = lambda self, case: LoadForecaster(case.sizes, case.lr)

    def step(self, net, x, y, lr):
        for sample, measured in zip(x, y):
            net.observe(sample, measured)
