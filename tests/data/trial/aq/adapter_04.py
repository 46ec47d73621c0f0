import crosscheck
from net_04 import backward_propagation, compute_cost, forward_propagation, initialize_parameters, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("params.W", "params.b")
    activations, loss, momentum = (("leaky_relu", 0.01), ..., "sigmoid"), "bce_per_sample", 0.9
    build = lambda self, case: dict(zip(("params", "v"), initialize_parameters(case.sizes)))

    def step(self, net, x, y, lr):
        AL, caches = forward_propagation(x, net["params"])
        grads = backward_propagation(y, net["params"], caches)
        net["params"], net["v"] = update_parameters(net["params"], grads, net["v"], lr)
        return grads | {"loss": compute_cost(AL, y)}
