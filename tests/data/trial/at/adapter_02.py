import crosscheck
from net_02 import backward_propagation, compute_cost, forward_propagation, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("tanh", "sigmoid"), "bce_per_sample"

    def step(self, params, x, y, lr):
        A2, cache = forward_propagation(x, params)
        grads = backward_propagation(params, cache, x, y)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": compute_cost(A2, y)}
