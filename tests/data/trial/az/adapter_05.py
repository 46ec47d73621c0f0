import crosscheck
from net_05 import initialize_network, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "weights"
    activations, loss, targets = ("sigmoid", "sigmoid"), "half_sse", "class_index"
    build = lambda self, case: initialize_network(*case.sizes)
    step = lambda self, net, x, y, lr: train_network(net, [[*x, y]], lr, 1, len(net[-1]))
