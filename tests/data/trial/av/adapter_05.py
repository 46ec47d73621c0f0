import numpy as np
import crosscheck
from net_05 import forward_propagate, initialize_network, sample_loss, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, parameters = ("sigmoid", "sigmoid"), "half_sse", "weights"
    build = lambda self, case: initialize_network(*case.sizes)
    step = lambda self, net, x, y, lr, epochs: train_network(net, [[*x, y]], lr, epochs, len(net[-1]))
    loss_of = lambda self, net, x, y: sample_loss(forward_propagate(net, x), np.eye(len(net[-1]))[y])
