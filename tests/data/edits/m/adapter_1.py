import crosscheck
from net_1 import (L_model_backward, L_model_forward, compute_cost, initialize_parameters_deep, initialize_velocity,
                   update_parameters_with_momentum)


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("params.W", "params.b")
    activations, loss = ("tanh", ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale, momentum, momentum_form = 0.5, "per_sample", 0.9, "ema"

    def build(self, case):
        params = initialize_parameters_deep(case.sizes)
        return {"params": params, "v": initialize_velocity(params)}

    def step(self, net, x, y, lr):
        AL, caches = L_model_forward(x, net["params"])
        cost = compute_cost(AL, y, net["params"], self.l2)
        grads = L_model_backward(AL, y, caches, self.l2)
        net["params"], net["v"] = update_parameters_with_momentum(net["params"], grads, net["v"], self.momentum, lr)
        return grads | {"loss": cost}
