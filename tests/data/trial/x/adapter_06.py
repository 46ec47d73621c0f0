import crosscheck
from net_06 import forward_propagate, log_loss, train_network


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "vector", "out_in", "folded_last_column", "class_index"
    activations, loss, parameters = ("tanh", "sigmoid"), "bce_sum", "weights"
    build = lambda self, case: [[{"weights": list(row)} for row in W] for W in case.weights]
    loss_of = lambda self, net, x, y: log_loss(forward_propagate(net, x), [int(k == y) for k in range(len(net[-1]))])
    step = lambda self, net, x, y, lr, epochs: train_network(net, [[*x, y]], lr, epochs, len(net[-1]))
