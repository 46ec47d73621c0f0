import crosscheck
from net_08 import add_intercept, sgd, softmax_cost


class Mine(crosscheck.Adapter):
    samples, weight, bias, targets = "columns", "out_in", "folded_last_column", "class_index"
    activations, loss, l2 = ("softmax",), "cross_entropy_per_sample", 0.1
    parameters, flat = "theta", "C"
    build = lambda self, case: {"args": (case.n_outputs, case.sizes[0], case.l2)}
    loss_of = lambda self, net, x, y: softmax_cost(net["theta"], *net["args"], add_intercept(x), y)[0]

    def step(self, net, x, y, lr, epochs, batch_size):
        fun = lambda t, d, l: softmax_cost(t, *net["args"], d, l)
        net["theta"] = sgd(fun, net["theta"], add_intercept(x), y, lr, epochs, batch_size)
