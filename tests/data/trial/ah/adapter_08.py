import crosscheck
from net_08 import gradient_step, negative_log_gradient, negative_log_likelihood


def with_one(x):
    return [[1.0, *row] for row in x]


class Mine(crosscheck.Adapter):
    bias, targets, parameters = "folded_first_row", "vector", "beta"
    activations, loss, sizes = ("sigmoid",), "bce_sum", ("n", 1)
    build = lambda self, case: {"beta": [0.0] * (case.sizes[0] + 1)}
    loss_of = lambda self, net, x, y: negative_log_likelihood(with_one(x), y, net["beta"])

    def step(self, net, x, y, lr):
        gradient = negative_log_gradient(with_one(x), y, net["beta"])
        net["beta"] = gradient_step(net["beta"], gradient, -lr)
