import crosscheck
from net_03 import Network


class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse_per_sample"
    build = lambda self, case: Network(case.sizes)

    def step(self, net, x, y, lr, epochs, batch_size):
        net.SGD([(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)], epochs, batch_size, lr)
