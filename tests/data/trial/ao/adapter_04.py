import crosscheck
from net_04 import initialize_network, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "vector", "out_in", "folded_last_column", "weights"
    activations, loss = ("tanh", "tanh"), "half_sse"
    build = lambda self, case: initialize_network(*case.sizes)
    step = lambda self, net, x, y, lr, epochs: train_network(net, [(x, y)], lr, epochs)
