import crosscheck
from net_03 import backward_propagation, compute_cost, forward_propagation, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.1, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = forward_propagation(x, params)
        cost = compute_cost(AL, y, params, self.l2)
        grads = backward_propagation(y, caches, params, self.l2)
        update_parameters(params, grads, lr)
        return grads | {"loss": cost}
