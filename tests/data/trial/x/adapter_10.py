import crosscheck
from net_10 import back_prop, compute_cost, forward_prop, update_params


class Mine(crosscheck.Adapter):
    bias, parameters, sizes = "row", ("W", "b"), ("n", "h1", "h2", 1)
    activations, loss = ("elu", "elu", "sigmoid"), "bce_per_sample"

    def step(self, params, x, y, lr):
        A3, cache = forward_prop(x, params)
        grads = back_prop(y, params, cache)
        params.update(update_params(params, grads, lr))
        dW, db = crosscheck.collect(grads, "W"), crosscheck.collect(grads, "b")
        return {"loss": compute_cost(A3, y), "dW": dW, "db": db}
