import crosscheck
from net_03 import L_model_forward, L_model_backward, compute_cost_with_regularization, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.5, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        cost = compute_cost_with_regularization(AL, y, params, self.l2)
        grads = L_model_backward(AL, y, caches, params, self.l2)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": cost}
