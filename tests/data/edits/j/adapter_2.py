import crosscheck
from net_2 import ALPHA, backward, compute_cost, forward, update


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", ALPHA), ..., "sigmoid"), "bce_per_sample"
    sizes = ("n", "h", "j", 1)

    def step(self, params, x, y, lr):
        AL, caches = forward(x, params)
        grads = backward(AL, y, caches)
        params.update(update(params, grads, lr))
        return grads | {"loss": compute_cost(AL, y)}
