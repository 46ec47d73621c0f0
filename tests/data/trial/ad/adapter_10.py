import crosscheck
from net_10 import initialize_network, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "weights"
    activations, loss, targets = ("sigmoid", ..., "sigmoid"), "half_sse", "class_index"
    build = lambda self, case: initialize_network(case.sizes[0], case.sizes[1:-1], case.sizes[-1])
    step = lambda self, net, x, y, lr, epochs: train_network(net, [[*x, y]], lr, epochs, len(net[-1]))
