import crosscheck
from net_02 import L_model_forward, L_model_backward, compute_cost_with_regularization, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, l2, l2_scale = ("relu", ..., "sigmoid"), "bce_per_sample", 0.05, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        cost = compute_cost_with_regularization(AL, y, params, self.l2)
        update_parameters(params, L_model_backward(AL, y, caches, self.l2), lr)
        return {"loss": cost}
