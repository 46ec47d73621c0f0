import crosscheck
from net_06 import initialize_network, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "vector"
    activations, loss, parameters = ("silu", "sigmoid"), "bce_per_sample", "weights"
    build = lambda self, case: initialize_network(*case.sizes[:2])
    step = lambda self, net, x, y, lr, epochs: train_network(net, [(x, y)], lr, epochs)
