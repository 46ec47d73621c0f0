import crosscheck
from net_12 import compute_cost, model_backward, model_forward, update_parameters


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("tanh", ..., "identity"), "half_sse_per_sample"

    def step(self, params, x, y, lr):
        AL, caches = model_forward(x, params)
        grads = model_backward(AL, y, caches, params)
        params.update(update_parameters(params, grads, lr))
        return grads | {"loss": compute_cost(AL, y)}
