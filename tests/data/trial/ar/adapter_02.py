import crosscheck
from net_02 import L_model_backward, L_model_forward, compute_cost, update_parameters

class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.7, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        cost = compute_cost(AL, y, params, self.l2)
        grads = L_model_backward(AL, y, caches, params, self.l2)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": cost, "output": AL}
