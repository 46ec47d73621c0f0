import crosscheck
from net_03 import L_model_backward, L_model_forward, compute_cost_with_regularization, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", 0.01), ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.02, "per_sample"

    def step(self, params, x, y, lr):
        AL, caches = L_model_forward(x, params)
        cost = compute_cost_with_regularization(AL, y, params, self.l2)
        grads = L_model_backward(AL, y, caches, self.l2)
        update_parameters(params, grads, lr)
        return grads | {"loss": cost}
