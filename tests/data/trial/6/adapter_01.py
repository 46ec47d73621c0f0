import crosscheck
from net_01 import (L_model_backward_with_regularization, L_model_forward, compute_cost_with_regularization,
                    update_parameters)


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("relu", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.7, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        cost = compute_cost_with_regularization(AL, y, params, self.l2)
        grads = L_model_backward_with_regularization(AL, y, caches, self.l2)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": cost}
