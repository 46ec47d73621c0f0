import crosscheck
from net_08 import L_model_backward, L_model_forward, compute_cost, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", 0.05), ..., "sigmoid"), "bce_per_sample"

    def step(self, params, x, y, lr):
        AL, cache = L_model_forward(x, params)
        grads = L_model_backward(AL, y, params, cache)
        update_parameters(params, grads, lr)
        return grads | cache | {"loss": compute_cost(AL, y)}
