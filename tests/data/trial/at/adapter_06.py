import crosscheck
from net_06 import train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "weights"
    activations, loss, targets = ("sigmoid", ..., "sigmoid"), "half_sse", "class_index"
    build = lambda self, case: [[{"weights": list(row)} for row in W] for W in case.weights]
    step = lambda self, net, x, y, lr, epochs: train_network(net, [[*x, y]], lr, epochs, len(net[-1]))
