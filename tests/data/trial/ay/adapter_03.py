import crosscheck
from net_03 import Network

class Mine(crosscheck.Adapter):
    weight, bias, parameters = "out_in", "column", ("weights", "biases")
    activations, loss = ("sigmoid", ..., "sigmoid"), "half_sse_per_sample"
    build = lambda self, case: Network(case.sizes)
    data = lambda self, x, y: [(xi[:, None], yi[:, None]) for xi, yi in zip(x, y)]
    step = lambda self, net, x, y, lr, epochs, batch_size: net.SGD(self.data(x, y), epochs, batch_size, lr)
    loss_of = lambda self, net, x, y: net.total_cost(self.data(x, y))
