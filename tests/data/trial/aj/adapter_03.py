import crosscheck
from net_03 import L_model_forward, L_model_backward, compute_cost, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        grads = L_model_backward(AL, y, caches)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": compute_cost(AL, y)}
