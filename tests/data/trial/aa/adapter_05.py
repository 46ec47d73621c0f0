import crosscheck
from net_05 import L_model_backward, L_model_forward, compute_cost, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("relu", ..., "softmax"), "cross_entropy_per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        grads = L_model_backward(AL, y, caches, params)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": compute_cost(AL, y)}
